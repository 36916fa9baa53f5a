namespace HealthNlp;

/// <summary>A hospital stay: its documents in date order and what the hospital knows of it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ClinicalStay
{
    /// <summary>Gathers the documents of a stay.</summary>
    /// <param name="id">The caller's identifier of the stay.</param>
    /// <param name="documents">The documents in any order; they are kept by date of writing, undated ones last in the order given.</param>
    public ClinicalStay(string id, IEnumerable<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(documents);
        Id = id;
        Documents = [.. documents.OrderBy(document => document.Written ?? DateOnly.MaxValue)];
    }

    /// <summary>The caller's identifier of the stay.</summary>
    public string Id { get; }

    /// <summary>The documents by date of writing, undated ones last.</summary>
    public IReadOnlyList<Document> Documents { get; }

    /// <summary>What the caller knows of the patient's identity.</summary>
    public KnownPatient? Patient { get; init; }

    /// <summary>First day of the stay.</summary>
    public DateOnly? Admission { get; init; }

    /// <summary>Last day of the stay.</summary>
    public DateOnly? Discharge { get; init; }

    /// <summary>The ward or medical unit.</summary>
    public string? Ward { get; init; }

    /// <summary>CCAM codes of the acts of the stay.</summary>
    public IReadOnlyList<string> CcamActs { get; init; } = [];

    /// <summary>The identifier and the number of documents, never their text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"ClinicalStay {Id} ({Documents.Count} documents)";
}
