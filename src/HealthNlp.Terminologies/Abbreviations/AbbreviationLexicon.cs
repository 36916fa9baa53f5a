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

        Matcher = Compile(entries, cues);

        Cue CueOf(string word) => cues.TryGetValue(word, out var cue) ? cue : cues[word] = new Cue();
    }

    internal static IReadOnlyList<EmbeddedKnowledge> Knowledge => Files.Value;

    internal TermMatcher<object> Matcher { get; }

    /// <summary>The library's own meanings with those of the caller; a caller's meaning that the library has, or that he gives twice, is one, with what his last one says.</summary>
    internal static AbbreviationLexicon With(IReadOnlyList<AbbreviationSense> own)
    {
        if (own.Count == 0) return Embedded.Value;
        var senses = new OrderedDictionary<(string, string), AbbreviationSense>();
        foreach (var sense in EmbeddedSenses().Concat(own)) senses[(sense.Abbreviation.Trim(), sense.Expansion.Trim())] = sense;
        return new AbbreviationLexicon(senses.Values);
    }

    /// <summary>Why a caller's meaning cannot be looked for; <see langword="null"/> when it can.</summary>
    internal static string? FaultOf(AbbreviationSense? sense)
    {
        if (sense is null) return "it is null.";
        if (string.IsNullOrWhiteSpace(sense.Abbreviation) || string.IsNullOrWhiteSpace(sense.Expansion)) return "the abbreviation or its expansion is empty.";
        if (sense.Near is null || sense.Sections is null || sense.Near.Any(string.IsNullOrWhiteSpace)) return "a word near or a section is empty.";
        if (sense.Field is { } field && !Knowledge[1].Rows.Any(row => row[0] == field)) return "its field is none of medical_fields.tsv.";
        try
        {
            _ = Compile(new() { [sense.Abbreviation] = new Entry() }, sense.Near.Distinct(StringComparer.Ordinal).ToDictionary(word => word, _ => new Cue(), StringComparer.Ordinal));
            return null;
        }
        catch (ArgumentException fault)
        {
            return fault.Message;
        }
    }

    private static TermMatcher<object> Compile(Dictionary<string, Entry> entries, Dictionary<string, Cue> cues) =>
        new(entries.SelectMany(entry => Forms(entry.Key).Select(form => new Term<object>(form, entry.Value) { CaseSensitive = form.Length < ShortestWithoutCase || WordForms.IsShortForm(form) }))
            .Concat(cues.Select(cue => new Term<object>(cue.Key, cue.Value) { CaseSensitive = WordForms.IsShortForm(cue.Key) })),
            new TermMatcherOptions { Overlap = OverlapPolicy.All });

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
