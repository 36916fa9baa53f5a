using System.Collections.ObjectModel;
using HealthNlp.Matching;

namespace HealthNlp.Terminologies;

/// <summary>The shared lexicons, compiled into one matcher at first use.</summary>
internal static class ClinicalLexicon
{
    private static readonly (string File, string Label)[] Files = [("diseases.tsv", LexiconLabels.Disease), ("germs.tsv", LexiconLabels.Germ), ("drugs.tsv", LexiconLabels.Drug)];

    internal static Lazy<IReadOnlyList<EmbeddedKnowledge>> Knowledge { get; } = new(() =>
        [.. Files.Select(file => EmbeddedKnowledge.Load(typeof(ClinicalLexicon).Assembly, file.File))]);

    internal static Lazy<TermMatcher<LexiconEntry>> Matcher { get; } = new(() => new TermMatcher<LexiconEntry>(
        Files.Zip(Knowledge.Value).SelectMany(pair => pair.Second.Rows.SelectMany(row => Terms(pair.First, row))),
        new TermMatcherOptions { Overlap = OverlapPolicy.All, Misspellings = true, ShortestMisspelt = 9 }));

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
internal sealed record LexiconEntry(string Label, Concept Concept);
