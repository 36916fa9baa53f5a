namespace HealthNlp.Pseudonymization;

/// <summary>What a <see cref="Pseudonymizer"/> replaces, and by what.</summary>
public sealed class PseudonymizationOptions
{
    /// <summary>The labels of <see cref="IdentifierLabels"/> whose text is replaced. What is found under another label is reported and stays in the text.</summary>
    /// <value>
    /// All but <see cref="IdentifierLabels.UnidentifyingDate"/>. Profession, marital status, nationality and country are replaced too: alone they
    /// identify nobody, together they may.
    /// </value>
    public ISet<string> ReplacedLabels { get; set; } = new HashSet<string>(IdentifierLabels.All.Where(label => label != IdentifierLabels.UnidentifyingDate), StringComparer.Ordinal);

    /// <summary>What stands for an identifier.</summary>
    /// <value><see cref="ReplacementStyle.Tag"/> by default.</value>
    public ReplacementStyle Style { get; set; } = ReplacementStyle.Tag;
}

/// <summary>What stands for an identifier in the rewritten text.</summary>
public enum ReplacementStyle
{
    /// <summary>Its kind: <c>&lt;NOM&gt;</c>, <c>&lt;DATE&gt;</c>.</summary>
    Tag,

    /// <summary>Its kind and a number, the same for the same words whatever their case and accents: <c>&lt;NOM_1&gt;</c>. Consistent within a document only.</summary>
    IndexedTag,
}
