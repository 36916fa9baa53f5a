namespace HealthNlp.Pseudonymization;

/// <summary>What identifies people in a document, and the document without it. Still personal data.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PseudonymizationResult : IAnnotationSource
{
    internal PseudonymizationResult(AnalyzedDocument analyzed, SpanIndex<Entity> entities, string text, IReadOnlyList<Replacement> replacements, Provenance provenance)
    {
        Analyzed = analyzed;
        Entities = entities;
        Text = text;
        Replacements = replacements;
        Provenance = provenance;
    }

    /// <summary>The document that was analysed, with its text layers. Identified data.</summary>
    public AnalyzedDocument Analyzed { get; }

    /// <inheritdoc/>
    public Document Document => Analyzed.Document;

    /// <summary>The rewritten text.</summary>
    public string Text { get; }

    /// <summary>What identifies people: labels of <see cref="IdentifierLabels"/>, attributes <c>role</c> and <c>replacement</c>. They do not overlap.</summary>
    public SpanIndex<Entity> Entities { get; }

    /// <summary>Where each entity was and where its replacement is, so that annotations can follow the text.</summary>
    public IReadOnlyList<Replacement> Replacements { get; }

    /// <inheritdoc/>
    public Provenance Provenance { get; }

    /// <inheritdoc/>
    string IAnnotationSource.Task => "pseudo";

    /// <inheritdoc/>
    IReadOnlyList<Entity> IAnnotationSource.Entities => Entities;

    /// <inheritdoc/>
    public IReadOnlyList<Relation> Relations => [];

    /// <inheritdoc/>
    public IReadOnlyList<DocumentFact> Facts => [];
}

/// <summary>The place of an entity before and after.</summary>
/// <param name="Original">In the raw text.</param>
/// <param name="Rewritten">In <see cref="PseudonymizationResult.Text"/>.</param>
public readonly record struct Replacement(TextSpan Original, TextSpan Rewritten);
