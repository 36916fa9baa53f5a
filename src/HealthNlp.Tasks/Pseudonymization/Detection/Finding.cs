using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Something that a detector found, before those that overlap are settled.</summary>
/// <param name="Span">Its place in the normalised text.</param>
/// <param name="Label">One of <see cref="IdentifierLabels"/>.</param>
/// <param name="Role">Whose it is; empty when the label has no role.</param>
internal readonly record struct Finding(TextSpan Span, string Label, string Role = "")
{
    /// <summary>The kind of number, for <see cref="IdentifierLabels.IdentifierCode"/>.</summary>
    internal string CodeType { get; init; } = "";
}

/// <summary>Whose an identifier is, as the exchange files write it.</summary>
internal static class Roles
{
    internal const string Patient = "Patient";
    internal const string Carer = "Carer";
    internal const string Other = "Other";
    internal const string Hospital = "Hospital";
}

/// <summary>Finds identifiers of one family. Keeps no state of a document; time grows linearly with the text.</summary>
internal abstract class Detector
{
    /// <summary>Its name, in <see cref="Entity.Source"/>.</summary>
    internal abstract string Name { get; }

    /// <summary>Adds what it finds to <paramref name="findings"/>.</summary>
    internal abstract void Detect(TokenText text, List<Finding> findings);

    /// <summary>The same, with the names that were found before.</summary>
    internal virtual void Detect(TokenText text, IReadOnlyList<Finding> names, List<Finding> findings) => Detect(text, findings);
}
