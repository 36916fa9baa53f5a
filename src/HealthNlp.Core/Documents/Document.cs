namespace HealthNlp;

/// <summary>
/// A clinical text as it was received, with what the caller knows of it. The text is never changed: every offset that the library returns counts
/// UTF-16 code units of <see cref="Text"/>.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Document
{
    /// <summary>Wraps a text.</summary>
    /// <param name="text">The raw text; may be empty, never <see langword="null"/>.</param>
    public Document(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>Wraps a text under the caller's identifier.</summary>
    /// <param name="id">The caller's identifier; it may appear in logs and errors, so it must not name the patient.</param>
    /// <param name="text">The raw text; may be empty, never <see langword="null"/>.</param>
    public Document(string id, string text) : this(text)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
    }

    /// <summary>The caller's identifier. It may appear in logs and errors, so it must not name the patient.</summary>
    /// <value>Empty by default.</value>
    public string Id { get; init; } = "";

    /// <summary>The raw text, exactly as received.</summary>
    public string Text { get; }

    /// <summary>The stay that the document belongs to.</summary>
    public string? StayId { get; init; }

    /// <summary>The caller's identifier of the patient.</summary>
    public string? PatientId { get; init; }

    /// <summary>When the document was written: the reference of relative dates and two-digit years.</summary>
    public DateOnly? Written { get; init; }

    /// <summary>First day of the stay.</summary>
    public DateOnly? Admission { get; init; }

    /// <summary>Last day of the stay.</summary>
    public DateOnly? Discharge { get; init; }

    /// <summary>The ward or medical unit.</summary>
    public string? Ward { get; init; }

    /// <summary>CCAM codes of the acts of the stay, as the hospital recorded them.</summary>
    public IReadOnlyList<string> CcamActs { get; init; } = [];

    /// <summary>What the caller knows of the patient's identity.</summary>
    public KnownPatient? Patient { get; init; }

    /// <summary>The text under a span.</summary>
    /// <param name="span">A span of this document.</param>
    /// <returns>A copy of the covered text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span ends after the text.</exception>
    public string this[TextSpan span] => span.Of(Text);

    /// <summary>The identifier and the length, never the text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"Document {Id} ({Text.Length} UTF-16 code units)";
}
