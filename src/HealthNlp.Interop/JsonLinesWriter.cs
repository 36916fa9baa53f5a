using System.Text.Json;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>
/// One JSON object a line: <c>document_id, task, schema_version, records</c>, each record <c>label, text, start, end, attributes</c> with half-open
/// offsets in Unicode code points; <c>facts</c> and <c>relations</c> (by record number, from 0) when there are any; <c>error</c> for a failed document.
/// </summary>
/// <inheritdoc/>
public sealed class JsonLinesWriter : ResultWriter
{
    /// <summary>The version of the schema, written in every object.</summary>
    public const string SchemaVersion = "1.0";

    /// <inheritdoc/>
    public override string Extension => ".jsonl";

    /// <inheritdoc/>
    public override void WriteDocument(Stream output, WritableResult result)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(result);
        using (var json = new Utf8JsonWriter(output, AnnotationJson.Compact)) AnnotationJson.Write(json, result.Source, withProvenance: false);
        output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public override void WriteFailure(Stream output, string task, string documentId, DocumentError error)
    {
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, AnnotationJson.Compact)) AnnotationJson.WriteFailure(json, task, documentId, error);
        output.WriteByte((byte)'\n');
    }
}
