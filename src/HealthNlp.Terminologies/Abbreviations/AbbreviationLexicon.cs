using HealthNlp.Matching;

namespace HealthNlp.Terminologies;

/// <summary>The abbreviations with their meanings, and the words that speak for one of them, compiled into one matcher.</summary>
internal sealed class AbbreviationLexicon
{
    /// <summary>The expansion of a row of the file for letters that are no abbreviation there.</summary>
    internal const string NoAbbreviation = "none";

    private const int ShortestWithoutCase = 4;

    private static readonly Lazy<IReadOnlyList<EmbeddedKnowledge>> Files = new(() =>
        [.. new[] { "clinical_abbreviations.tsv", "medical_fields.tsv" }.Select(file => EmbeddedKnowledge.Load(typeof(AbbreviationLexicon).Assembly, file))]);

    private static readonly Lazy<AbbreviationLexicon> Embedded = new(() => new AbbreviationLexicon(EmbeddedSenses()));

    private AbbreviationLexicon(IEnumerable<AbbreviationSense> senses)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var cues = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach (var sense in senses)
        {
            if (!entries.TryGetValue(sense.Abbreviation, out var entry)) entries[sense.Abbreviation] = entry = new Entry();
            entry.Senses.Add(sense);
            foreach (var word in sense.Near) CueOf(word).Senses.Add(sense);
        }

        foreach (var field in Knowledge[1].Rows)
        {
            foreach (var word in field[1].Split(';')) CueOf(word).Fields.Add(field[0]);
        }

        Matcher = new TermMatcher<object>(
            entries.SelectMany(entry => Forms(entry.Key).Select(form => new Term<object>(form, entry.Value) { CaseSensitive = form.Length < ShortestWithoutCase || WordForms.IsShortForm(form) }))
                .Concat(cues.Select(cue => new Term<object>(cue.Key, cue.Value) { CaseSensitive = WordForms.IsShortForm(cue.Key) })),
            new TermMatcherOptions { Overlap = OverlapPolicy.All });

        Cue CueOf(string word) => cues.TryGetValue(word, out var cue) ? cue : cues[word] = new Cue();
    }

    internal static IReadOnlyList<EmbeddedKnowledge> Knowledge => Files.Value;

    internal TermMatcher<object> Matcher { get; }

    /// <summary>The library's own meanings with those of the caller; a caller's abbreviation replaces none.</summary>
    internal static AbbreviationLexicon With(IReadOnlyList<AbbreviationSense> own) =>
        own.Count == 0 ? Embedded.Value : new AbbreviationLexicon(EmbeddedSenses().Concat(own));

    // AVC is also written A.V.C.
    private static IEnumerable<string> Forms(string abbreviation) =>
        abbreviation.Length > 2 && abbreviation.All(char.IsAsciiLetterUpper) ? [abbreviation, string.Join('.', abbreviation.ToCharArray()) + '.'] : [abbreviation];

    private static IEnumerable<AbbreviationSense> EmbeddedSenses() => Knowledge[0].Rows.Select(row => new AbbreviationSense(row[0], row[1])
    {
        Field = row[2] == "-" ? null : row[2],
        Near = row[3] == "-" ? [] : row[3].Split(';'),
        Sections = row[4] == "-" ? [] : [.. row[4].Split(';').Select(Enum.Parse<SectionKind>)],
        Usual = row[5] switch { "yes" => UsualMeaning.Yes, "cased" => UsualMeaning.OutsideCapitals, _ => UsualMeaning.No },
    });

    /// <summary>An abbreviation.</summary>
    internal sealed class Entry
    {
        internal List<AbbreviationSense> Senses { get; } = [];
    }

    /// <summary>A word that speaks for meanings when it stands near, and for fields wherever it stands.</summary>
    internal sealed class Cue
    {
        internal List<AbbreviationSense> Senses { get; } = [];

        internal List<string> Fields { get; } = [];

        internal bool SpeaksFor(AbbreviationSense sense)
        {
            foreach (var other in Senses)
            {
                if (ReferenceEquals(other, sense)) return true;
            }

            return false;
        }
    }
}
