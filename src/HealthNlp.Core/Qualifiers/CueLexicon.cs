using System.Globalization;

namespace HealthNlp.Qualifiers;

/// <summary>The knowledge files of the qualifiers, compiled once.</summary>
internal sealed class CueLexicon
{
    private static readonly Lazy<EmbeddedKnowledge>[] Files =
    [
        EmbeddedKnowledge.Core("qualifier_words.tsv"), EmbeddedKnowledge.Core("qualifier_verbs.tsv"), EmbeddedKnowledge.Core("qualifier_cues.tsv"),
        EmbeddedKnowledge.Core("qualifier_ends.tsv"), EmbeddedKnowledge.Core("qualifier_sections.tsv"),
    ];

    private static readonly Lazy<CueLexicon> Lazy = new(() => new CueLexicon());

    private readonly Dictionary<string, double> _certainties = new(StringComparer.Ordinal);

    private CueLexicon()
    {
        Words = new WordTable(Files[0].Value, Files[1].Value);
        Trie = new CueTrie(Words);
        foreach (var row in Files[2].Value.Rows)
        {
            var cue = ReadCue(row);
            Trie.Add(row[0], cue);
            if (cue.Effect == Effect.Qualify) _certainties.TryAdd(cue.Rule, cue.Certainty);
        }

        foreach (var row in Files[3].Value.Rows)
        {
            Trie.Add(row[0], new Cue(Track.End, Enum.Parse<Effect>(row[1], ignoreCase: true), default, Enum.Parse<Direction>(row[2], ignoreCase: true), default, 1, row[0]));
        }

        Sections = Files[4].Value.Rows.ToDictionary(row => Enum.Parse<SectionKind>(row[0]), row => Enum.Parse<Qualifier>(row[1]));
        Words.Seal();
    }

    internal static CueLexicon Default => Lazy.Value;

    internal static IEnumerable<EmbeddedKnowledge> Knowledge => Files.Select(file => file.Value);

    internal WordTable Words { get; }

    internal CueTrie Trie { get; }

    /// <summary>What a section says of all that stands in it.</summary>
    internal IReadOnlyDictionary<SectionKind, Qualifier> Sections { get; }

    /// <summary>How sure a rule is; 1 for the rules of sections and of dates, which decide no assertion.</summary>
    internal double CertaintyOf(string rule) => _certainties.GetValueOrDefault(rule, 1);

    private static Cue ReadCue(string[] row)
    {
        var (pattern, name, direction, certainty, reach) = (row[0], row[1], row[2], row[3], row[4].Split(' '));
        var qualifier = Enum.Parse<Qualifier>(name);
        var track = qualifier switch
        {
            Qualifier.Family => Track.Family,
            Qualifier.History => Track.History,
            Qualifier.ReportedSpeech => Track.Speech,
            _ => Track.Assertion,
        };
        var effect = direction switch { "none" => Effect.Nothing, "answer" => Effect.Answer, "confirm" => Effect.Confirm, _ => Effect.Qualify };
        return new Cue(
            track,
            effect,
            qualifier,
            effect == Effect.Qualify ? Enum.Parse<Direction>(direction, ignoreCase: true) : default,
            effect == Effect.Qualify ? Enum.Parse<Reach>(reach[0], ignoreCase: true) : default,
            effect == Effect.Qualify ? double.Parse(certainty, CultureInfo.InvariantCulture) : 0,
            $"{name}: {pattern}")
        { Target = reach.Length > 1 ? Enum.Parse<QualifierTarget>(reach[1], ignoreCase: true) : QualifierTarget.Any };
    }
}
