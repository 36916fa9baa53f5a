using System.Collections.Frozen;
using HealthNlp.Matching;

namespace HealthNlp.Terminologies;

/// <summary>
/// A shared lexicon as a terminology: its concepts under their codes. Drugs are below the classes whose ATC code begins theirs, and translate to
/// <see cref="Atc"/>; the other lexicons have no hierarchy.
/// </summary>
/// <remarks>Immutable and thread-safe. Codes are ours, in plain words (<c>pneumopathie</c>); of ATC only codes are held, never labels.</remarks>
public sealed class ClinicalTerminology : Terminology
{
    /// <summary>The system that <see cref="Translate"/> gives codes of: the Anatomical Therapeutic Chemical classification.</summary>
    public const string Atc = "ATC";

    private static readonly FrozenDictionary<string, Lazy<ClinicalTerminology>> All = ClinicalLexicon.Labels.Distinct().Where(label => label != LexiconLabels.Allergy)
        .ToFrozenDictionary(label => label, label => new Lazy<ClinicalTerminology>(() => new ClinicalTerminology(label)), StringComparer.Ordinal);

    private readonly SortedDictionary<string, Concept> _concepts = new(StringComparer.Ordinal);

    // The classes of drugs by their ATC code.
    private readonly Lazy<ILookup<string, string>> _classes;

    private ClinicalTerminology(string label)
    {
        System = $"healthnlp:{label}";
        Version = typeof(ClinicalTerminology).Assembly.GetName().Version!.ToString(3);
        foreach (var concept in ClinicalLexicon.Concepts(label)) _concepts[concept.Code] = concept;
        _classes = new(() => _concepts.Values.Where(concept => concept.Properties.GetValueOrDefault("kind") == "class")
            .SelectMany(concept => AtcOf(concept).Select(atc => (Atc: atc, concept.Code)))
            .ToLookup(pair => pair.Atc, pair => pair.Code, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public override string System { get; }

    /// <inheritdoc/>
    /// <value>The version of the package.</value>
    public override string Version { get; }

    /// <inheritdoc/>
    public override IEnumerable<Concept> Concepts => _concepts.Values;

    /// <summary>The terminology of a lexicon.</summary>
    /// <param name="label">A label of <see cref="LexiconLabels"/> that a lexicon has: <see cref="LexiconLabels.Disease"/>, <see cref="LexiconLabels.Drug"/>...</param>
    /// <returns>The terminology.</returns>
    /// <exception cref="ArgumentException">No lexicon has that label.</exception>
    public static ClinicalTerminology Of(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return All.TryGetValue(label, out var terminology) ? terminology.Value : throw new ArgumentException($"No lexicon has the label '{label}'.", nameof(label));
    }

    /// <inheritdoc/>
    public override Concept? Lookup(string code) => _concepts.GetValueOrDefault(code);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Translate(string code, string targetSystem) =>
        targetSystem == Atc && Lookup(code) is { } concept ? AtcOf(concept) : [];

    /// <inheritdoc/>
    protected override IEnumerable<string> Parents(string code)
    {
        if (Lookup(code) is not { } concept) yield break;
        foreach (var atc in AtcOf(concept))
        {
            for (var length = atc.Length - 1; length > 0; length--)
            {
                foreach (var parent in _classes.Value[atc[..length]]) yield return parent;
            }
        }
    }

    private static string[] AtcOf(Concept concept) => concept.Properties.TryGetValue("atc", out var codes) ? codes.Split(',') : [];
}
