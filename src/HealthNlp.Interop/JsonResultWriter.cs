using System.Text.Json;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>One indented JSON array, an object a document: that of <see cref="JsonLinesWriter"/> and the <c>provenance</c> of the result.</summary>
/// <inheritdoc/>
public sealed class JsonResultWriter : ResultWriter
{
    /// <inheritdoc/>
    public override string Extension => ".json";

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Start => "["u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Separator => ",\n"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> End => "]\n"u8;

    /// <inheritdoc/>
    public override void WriteDocument(Stream output, WritableResult result)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(result);
        using var json = new Utf8JsonWriter(output, AnnotationJson.Indented);
        AnnotationJson.Write(json, result.Source, withProvenance: true);
    }

    /// <inheritdoc/>
    public override void WriteFailure(Stream output, string task, string documentId, DocumentError error)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, AnnotationJson.Indented);
        AnnotationJson.WriteFailure(json, task, documentId, error);
    }
}
