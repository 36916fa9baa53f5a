using System.Collections.ObjectModel;
using HealthNlp.Matching;
using HealthNlp.Qualifiers;
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

    private static readonly Lazy<List<Term<LexiconEntry>>> Terms = new(ReadTerms);

    internal static Lazy<TermMatcher<LexiconEntry>> Matcher { get; } = new(() => new TermMatcher<LexiconEntry>(
        Terms.Value, new TermMatcherOptions { Overlap = OverlapPolicy.All, Misspellings = true, ShortestMisspelt = 9 }));

    private static readonly Lazy<Dictionary<string, LexiconEntry>> ByWording = new(() =>
    {
        // An allergen says nothing without its cue, and a word that hides another names nothing.
        var found = new Dictionary<string, LexiconEntry>(Terms.Value.Count, StringComparer.Ordinal);
        foreach (var term in Terms.Value.Where(term => term.Value.Label != LexiconLabels.Allergy && term.Value.Property("ignore").Length == 0)) found.TryAdd(LatinLetters.Fold(term.Text), term.Value);
        return found;
    });

    internal static IEnumerable<string> Labels => Files.Select(file => file.Label);

    /// <summary>The concepts of a label.</summary>
    internal static IEnumerable<Concept> Concepts(string label) => Terms.Value.Select(term => term.Value)
        .Where(entry => entry.Label == label && entry.Property("ignore").Length == 0)
        .Select(entry => entry.Concept)
        .Distinct(ReferenceEqualityComparer.Instance).Cast<Concept>();

    private static readonly Lazy<Dictionary<string, LexiconEntry>> DrugsByWording = new(() =>
    {
        var found = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var term in Terms.Value.Where(term => term.Value.Label == LexiconLabels.Drug)) found.TryAdd(LatinLetters.Fold(term.Text), term.Value);
        return found;
    });

    /// <summary>The drug that a wording names, without regard to case and accents; another lexicon may know the same word (an allergen).</summary>
    internal static LexiconEntry? Drug(string wording) => DrugsByWording.Value.GetValueOrDefault(LatinLetters.Fold(wording));

    /// <summary>The entry that a wording names, without regard to case and accents.</summary>
    internal static LexiconEntry? Named(string wording) => ByWording.Value.GetValueOrDefault(LatinLetters.Fold(wording));

    /// <summary>Compiles all that is compiled at first use.</summary>
    internal static void Prepare()
    {
        _ = Matcher.Value;
        _ = ByWording.Value;
    }

    private static List<Term<LexiconEntry>> ReadTerms()
    {
        var terms = new List<Term<LexiconEntry>>();
        for (var i = 0; i < Files.Length; i++)
        {
            var (label, system) = (Files[i].Label, $"healthnlp:{Files[i].Label}");
            foreach (var row in Knowledge.Value[i].Rows) AddTerms(terms, label, system, row);
        }

        return terms;
    }

    // code, forms, properties: the preferred form first; "=" asks for the exact case, "~" lets the words stand apart.
    private static void AddTerms(List<Term<LexiconEntry>> terms, string label, string system, string[] row)
    {
        var forms = row[1].Split(';');
        var wordings = Array.ConvertAll(forms, Wording);
        var entry = new LexiconEntry(label, new Concept(system, row[0], wordings[0])
        {
            Synonyms = new ArraySegment<string>(wordings, 1, wordings.Length - 1),
            Properties = row.Length < 3 || row[2].Length == 0 ? ReadOnlyDictionary<string, string>.Empty : new CellProperties(row[2]),
        });
        foreach (var form in forms)
        {
            terms.Add(Read(form, entry));

            // A hyphen may be missing (post-opératoire, postopératoire; L4-L5, L4L5); one at the end is a sign.
            var end = form.Length - 1;
            if (form.AsSpan(0, end).Contains('-')) terms.Add(Read(string.Concat(form[..end].Replace("-", "", StringComparison.Ordinal), form.AsSpan(end)), entry));
        }
    }

    private static Term<LexiconEntry> Read(string form, LexiconEntry entry) => new(Wording(form), form[^1] is '+' or '-' ? entry with { Sign = form[^1] } : entry)
    {
        CaseSensitive = form[0] == '=' || WordForms.IsShortForm(form),
        Order = form[0] == '~' ? WordOrder.Any : WordOrder.Adjacent,
    };

    private static string Wording(string form) => form.TrimStart('=', '~');
}

/// <summary>What a form of a lexicon stands for.</summary>
internal sealed record LexiconEntry(string Label, Concept Concept)
{
    // Most mentions name no side: they share these.
    private Dictionary<string, string>? _attributes;

    internal Entity At(TextSpan span, string source, string? side = null) =>
        new(span, Label) { Concept = Concept, Source = source, Kind = Kind, Attributes = side is null ? _attributes ??= Attributes(null) : Attributes(side) };

    private FactKind Kind => Label switch
    {
        LexiconLabels.Procedure or LexiconLabels.Examination or LexiconLabels.Drug or LexiconLabels.Device => FactKind.Act,
        LexiconLabels.Disease or LexiconLabels.Symptom => FactKind.State,
        LexiconLabels.Germ => FactKind.Germ,
        _ => FactKind.Unknown,
    };

    private Dictionary<string, string> Attributes(string? side)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["concept"] = Concept.Code, ["preferred"] = Concept.Display };
        if (side is not null) attributes["side"] = side;
        return attributes;
    }

    /// <summary>The sign that ends the form and must stand in the text: <c>SCA ST+</c>, <c>SCA ST-</c>; NUL for none.</summary>
    internal char Sign { get; init; }

    internal string Property(string name) => Concept.Properties.GetValueOrDefault(name, "");
}
