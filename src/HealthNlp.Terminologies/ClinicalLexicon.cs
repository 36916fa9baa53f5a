using System.Collections.ObjectModel;
using HealthNlp.Matching;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>The shared lexicons, compiled into one matcher at first use.</summary>
internal static class ClinicalLexicon
{
    // Diseases are in one file for each field, so that a specialist can review his own.
    private static readonly string[] DiseaseFields =
        ["", "-oncology", "-blood", "-endocrine", "-kidney", "-gynaecology", "-pediatrics", "-trauma", "-rheumatology", "-skin", "-head", "-psychiatry", "-general"];

    private static readonly (string File, string Label)[] Files =
    [
        .. DiseaseFields.Select(field => ($"diseases{field}.tsv", LexiconLabels.Disease)),
        ("germs.tsv", LexiconLabels.Germ),
        ("symptoms.tsv", LexiconLabels.Symptom),
        ("anatomy.tsv", LexiconLabels.Anatomy),
        ("laboratory.tsv", LexiconLabels.Laboratory),
        ("examinations.tsv", LexiconLabels.Examination),
        ("procedures.tsv", LexiconLabels.Procedure),
        ("devices.tsv", LexiconLabels.Device),
        ("allergies.tsv", LexiconLabels.Allergy),
        ("drugs.tsv", LexiconLabels.Drug),
    ];

    internal static Lazy<IReadOnlyList<EmbeddedKnowledge>> Knowledge { get; } = new(() =>
        [.. Files.Select(file => EmbeddedKnowledge.Load(typeof(ClinicalLexicon).Assembly, file.File))]);

    internal static Lazy<TermMatcher<LexiconEntry>> Matcher { get; } = new(() => new TermMatcher<LexiconEntry>(
        Files.Zip(Knowledge.Value).SelectMany(pair => pair.Second.Rows.SelectMany(row => Terms(pair.First, row))),
        new TermMatcherOptions { Overlap = OverlapPolicy.All, Misspellings = true, ShortestMisspelt = 9 }));

    private static readonly Lazy<Dictionary<string, LexiconEntry>> ByWording = new(() =>
    {
        var found = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var term in Files.Zip(Knowledge.Value).SelectMany(pair => pair.Second.Rows.SelectMany(row => Terms(pair.First, row))))
        {
            // An allergen says nothing without its cue, and a word that hides another names nothing.
            if (term.Value.Label != LexiconLabels.Allergy && term.Value.Property("ignore").Length == 0) found.TryAdd(LatinLetters.Fold(term.Text), term.Value);
        }

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
        return forms.SelectMany(Spellings).Select(form => new Term<LexiconEntry>(form.TrimStart('=', '~'), form[^1] is '+' or '-' ? entry with { Sign = form[^1] } : entry)
        {
            CaseSensitive = form[0] == '=' || WordForms.IsShortForm(form),
            Order = form[0] == '~' ? WordOrder.Any : WordOrder.Adjacent,
        });
    }

    // A hyphen may be missing (post-opératoire, postopératoire; L4-L5, L4L5); one at the end is a sign.
    private static string[] Spellings(string form)
    {
        var end = form.Length - 1;
        return form.AsSpan(0, end).Contains('-') ? [form, string.Concat(form[..end].Replace("-", "", StringComparison.Ordinal), form.AsSpan(end))] : [form];
    }
}

/// <summary>What a form of a lexicon stands for.</summary>
internal sealed record LexiconEntry(string Label, Concept Concept)
{
    internal Entity At(TextSpan span, string source, string? side = null)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["concept"] = Concept.Code, ["preferred"] = Concept.Display };
        if (side is not null) attributes["side"] = side;
        return new Entity(span, Label) { Concept = Concept, Source = source, Attributes = attributes };
    }

    /// <summary>The sign that ends the form and must stand in the text: <c>SCA ST+</c>, <c>SCA ST-</c>; NUL for none.</summary>
    internal char Sign { get; init; }

    internal string Property(string name) => Concept.Properties.GetValueOrDefault(name, "");
}
