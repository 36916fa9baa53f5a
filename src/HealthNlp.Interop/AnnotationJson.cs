using System.Text.Encodings.Web;
using System.Text.Json;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>The JSON object of one document.</summary>
internal static class AnnotationJson
{
    // Relaxed: é stays é. The output is a file of data, never a part of a web page.
    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    internal static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    internal static void Write(Utf8JsonWriter json, IAnnotationSource source, bool withProvenance)
    {
        var text = source.Document.Text;
        var map = new CodePointMap(text);
        WriteHead(json, source.Task, source.Document.Id);
        var numbers = new Dictionary<Entity, int>();
        foreach (var entity in source.Entities)
        {
            if (source.Relations.Count > 0) numbers.TryAdd(entity, numbers.Count);
            json.WriteStartObject();
            json.WriteString("label"u8, entity.Label);
            WriteSpan(json, text, map, entity.Span);
            json.WriteStartObject("attributes"u8);
            foreach (var (name, value) in entity.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRelations(json, source.Relations, numbers);
        WriteFacts(json, [.. source.Facts.Where(fact => fact.Group is null)], text, map);
        WriteGroups(json, source.Facts);
        if (withProvenance) WriteProvenance(json, source.Provenance);
        json.WriteEndObject();
    }

    internal static void WriteFailure(Utf8JsonWriter json, string task, string documentId, DocumentError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        WriteHead(json, task, documentId);
        json.WriteEndArray();
        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, error.Code);
        json.WriteString("message"u8, error.Message);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, string task, string documentId)
    {
        json.WriteStartObject();
        json.WriteString("document_id"u8, documentId);
        json.WriteString("task"u8, task);
        json.WriteString("schema_version"u8, JsonLinesWriter.SchemaVersion);
        json.WriteStartArray("records"u8);
    }

    private static void WriteSpan(Utf8JsonWriter json, string text, CodePointMap map, TextSpan span)
    {
        json.WriteString("text"u8, text.AsSpan(span.Start, span.Length));
        json.WriteNumber("start"u8, map.ToCodePoint(span.Start));
        json.WriteNumber("end"u8, map.ToCodePoint(span.End));
    }

    private static void WriteRelations(Utf8JsonWriter json, IReadOnlyList<Relation> relations, Dictionary<Entity, int> numbers)
    {
        if (relations.Count == 0) return;
        json.WriteStartArray("relations"u8);
        foreach (var relation in relations)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, relation.Label);
            json.WriteNumber("from"u8, numbers[relation.From]);
            json.WriteNumber("to"u8, numbers[relation.To]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFacts(Utf8JsonWriter json, IReadOnlyList<DocumentFact> facts, string text, CodePointMap map)
    {
        if (facts.Count == 0) return;
        json.WriteStartArray("facts"u8);
        foreach (var fact in facts)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, fact.Name);
            json.WriteString("value"u8, fact.Value);
            json.WriteStartArray("evidence"u8);
            foreach (var span in fact.Evidence)
            {
                json.WriteStartObject();
                WriteSpan(json, text, map, span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGroups(Utf8JsonWriter json, IReadOnlyList<DocumentFact> facts)
    {
        foreach (var group in facts.Where(fact => fact.Group is not null).GroupBy(fact => fact.Group!))
        {
            json.WriteStartObject(group.Key);
            foreach (var fact in group) json.WriteString(fact.Name, fact.Value);
            json.WriteEndObject();
        }
    }

    private static void WriteProvenance(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject("provenance"u8);
        json.WriteString("component"u8, provenance.Component);
        json.WriteString("version"u8, provenance.Version);
        json.WriteStartObject("knowledge"u8);
        foreach (var (file, digest) in provenance.Knowledge.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(file, digest);
        json.WriteEndObject();
        json.WriteStartArray("models"u8);
        foreach (var model in provenance.Models) json.WriteStringValue(model);
        json.WriteEndArray();
        json.WriteBoolean("requires_human_validation"u8, provenance.RequiresHumanValidation);
        json.WriteString("notice"u8, Provenance.Notice);
        json.WriteEndObject();
    }
}
