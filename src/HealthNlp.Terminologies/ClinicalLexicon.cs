using System.Collections.ObjectModel;
using HealthNlp.Matching;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>The shared lexicons, compiled into one matcher at first use.</summary>
internal static class ClinicalLexicon
{
    private static readonly (string File, string Label)[] Files = [("diseases.tsv", LexiconLabels.Disease), ("germs.tsv", LexiconLabels.Germ)];

    internal static Lazy<IReadOnlyList<EmbeddedKnowledge>> Knowledge { get; } = new(() =>
        [.. Files.Select(file => EmbeddedKnowledge.Load(typeof(ClinicalLexicon).Assembly, file.File))]);

    internal static Lazy<TermMatcher<LexiconEntry>> Matcher { get; } = new(() => new TermMatcher<LexiconEntry>(
        Files.Zip(Knowledge.Value).SelectMany(pair => pair.Second.Rows.SelectMany(row => Terms(pair.First, row))),
        new TermMatcherOptions { Overlap = OverlapPolicy.All }));

    private static readonly Lazy<Dictionary<string, LexiconEntry>> ByWording = new(() =>
    {
        var found = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var term in Files.Zip(Knowledge.Value).SelectMany(pair => pair.Second.Rows.SelectMany(row => Terms(pair.First, row)))) found.TryAdd(LatinLetters.Fold(term.Text), term.Value);
        return found;
    });

    /// <summary>The entry that a wording names, without regard to case and accents.</summary>
    internal static LexiconEntry? Named(string wording) => ByWording.Value.GetValueOrDefault(LatinLetters.Fold(wording));

    // code, forms, properties: the preferred form first; "=" asks for the exact case, "~" lets the words stand apart.
    private static IEnumerable<Term<LexiconEntry>> Terms((string File, string Label) file, string[] row)
    {
        var forms = row[1].Split(';');
        var properties = row.Length < 3 || row[2].Length == 0
            ? ReadOnlyDictionary<string, string>.Empty
            : new ReadOnlyDictionary<string, string>(row[2].Split(';').Select(property => property.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));
        string[] wordings = [.. forms.Select(form => form.TrimStart('=', '~'))];
        var entry = new LexiconEntry(file.Label, new Concept($"healthnlp:{file.Label}", row[0], wordings[0]) { Synonyms = wordings[1..], Properties = properties });
        return forms.Select(form => new Term<LexiconEntry>(form.TrimStart('=', '~'), entry)
        {
            CaseSensitive = form[0] == '=' || WordForms.IsShortForm(form),
            Order = form[0] == '~' ? WordOrder.Any : WordOrder.Adjacent,
        });
    }
}

/// <summary>What a form of a lexicon stands for.</summary>
internal sealed record LexiconEntry(string Label, Concept Concept)
{
    internal Entity At(TextSpan span, string source) => new(span, Label)
    {
        Concept = Concept,
        Source = source,
        Attributes = new Dictionary<string, string> { ["concept"] = Concept.Code, ["preferred"] = Concept.Display },
    };
}
