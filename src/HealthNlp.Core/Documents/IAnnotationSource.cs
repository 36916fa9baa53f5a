namespace HealthNlp;

/// <summary>What every result offers to the writers: the only thing that they read.</summary>
public interface IAnnotationSource
{
    /// <summary>The document that the result is about, with its raw text.</summary>
    Document Document { get; }

    /// <summary>The name of the task as the exchange files write it (<c>analyze</c>, <c>pseudo</c>).</summary>
    string Task { get; }

    /// <summary>The annotations, in text order.</summary>
    IReadOnlyList<Entity> Entities { get; }

    /// <summary>Links between entities.</summary>
    IReadOnlyList<Relation> Relations { get; }

    /// <summary>Statements about the document as a whole.</summary>
    IReadOnlyList<DocumentFact> Facts { get; }

    /// <summary>What produced the result.</summary>
    Provenance Provenance { get; }
}
