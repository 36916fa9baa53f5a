using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>Reads JSON Lines: documents, and the records of results.</summary>
/// <remarks>
/// A document is an object with <c>text</c> and optionally <c>document_id</c> (or <c>id</c>), <c>stay_id</c>, <c>patient_id</c>, <c>written</c>,
/// <c>admission</c>, <c>discharge</c> (<c>yyyy-MM-dd</c>, a time after it is ignored), <c>ward</c>, <c>ccam</c> and <c>patient</c> (<c>names</c>,
/// <c>birth_date</c>, <c>identifiers</c>); other properties are ignored. Thread-safe.
/// </remarks>
public static class JsonLinesReader
{
    // A character takes at most six bytes (\u00e9) in JSON.
    private const int MaxLineBytes = 6 * Pipeline.MaxTextLength;

    /// <summary>Reads documents one line at a time.</summary>
    /// <param name="stream">JSON Lines in UTF-8 or UTF-16, with or without a byte order mark; a line that is not UTF-8 is read as
    /// <see cref="TextDecoder"/> reads it. Lines end with LF or CRLF, blank ones are skipped. Left open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One result a line, in order. A document without an identifier takes its line number, from 1. A line that is no such object gives a failed
    /// result (<see cref="ErrorCodes.InvalidJsonLine"/>), or <see cref="ErrorCodes.TextTooLong"/>, and the reading goes on.</returns>
    public static IAsyncEnumerable<DocumentResult<Document>> ReadDocumentsAsync(Stream stream, CancellationToken cancellationToken = default) =>
        ReadDocumentsAsync(stream, null, cancellationToken);

    /// <summary>Reads documents one line at a time, from one of several files.</summary>
    /// <param name="stream">As for the other overload.</param>
    /// <param name="name">The identifier of the file: a document without one takes <c>name:line</c>, so that those of several files differ;
    /// <see langword="null"/> for the line number alone.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One result a line, in order.</returns>
    public static async IAsyncEnumerable<DocumentResult<Document>> ReadDocumentsAsync(
        Stream stream, string? name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await foreach (var (number, line) in new LineReader(MaxLineBytes).ReadAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            if (ReadLine(name, number, line) is { } result) yield return result;
        }
    }

    /// <summary>Reads what is known of a patient: an object with <c>names</c>, <c>birth_date</c> and <c>identifiers</c>, as <c>patient</c> of a document.</summary>
    /// <param name="json">The object.</param>
    /// <returns>The patient.</returns>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.InvalidJsonLine"/>: it is no such object; the message tells no value.</exception>
    public static KnownPatient ReadPatient(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return parsed.RootElement.ValueKind == JsonValueKind.Object ? PatientOf(parsed.RootElement) : throw new FieldException("is no object");
        }
        catch (JsonException)
        {
            throw new HealthNlpException(ErrorCodes.InvalidJsonLine, "The known patient is no JSON.");
        }
        catch (FieldException error)
        {
            throw new HealthNlpException(ErrorCodes.InvalidJsonLine, $"The known patient {error.Message}.");
        }
    }

    /// <summary>Reads the records of one line that <see cref="JsonLinesWriter"/> wrote.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">The text of the document that the line is about.</param>
    /// <returns>The entities, in the order of the line, with UTF-16 spans.</returns>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.InvalidJsonLine"/>: the line is no such object, or its offsets are not of that
    /// text.</exception>
    public static IReadOnlyList<Entity> ReadRecords(string line, string text)
    {
        ArgumentNullException.ThrowIfNull(line);
        var map = new CodePointMap(text);
        try
        {
            using var json = JsonDocument.Parse(line);
            return [.. json.RootElement.GetProperty("records").EnumerateArray().Select(record => ReadRecord(record, map))];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new HealthNlpException(ErrorCodes.InvalidJsonLine, "The line holds no records of this text.");
        }
    }

    private static Entity ReadRecord(JsonElement record, CodePointMap map)
    {
        var (start, end) = (record.GetProperty("start").GetInt32(), record.GetProperty("end").GetInt32());
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, map.Length);
        return new Entity(new TextSpan(map.ToUtf16(start), map.ToUtf16(end)), record.GetProperty("label").GetString()!)
        {
            Attributes = record.GetProperty("attributes").EnumerateObject()
                .ToDictionary(attribute => attribute.Name, attribute => attribute.Value.GetString()!),
        };
    }

    private static DocumentResult<Document>? ReadLine(string? name, long number, ReadOnlyMemory<byte>? bytes)
    {
        var position = number.ToString(CultureInfo.InvariantCulture);
        var id = name is null ? position : $"{name}:{position}";
        if (bytes is not { } line) return Failed(id, ErrorCodes.TextTooLong, $"Line {position} has more than {MaxLineBytes} bytes. Split the document.");
        if (number == 1 && line.Span.StartsWith(Encoding.UTF8.Preamble)) line = line[Encoding.UTF8.Preamble.Length..];
        if (line.Span.Trim(" \t"u8).IsEmpty) return null;
        try
        {
            if (!Utf8.IsValid(line.Span)) line = Encoding.UTF8.GetBytes(TextDecoder.Decode(line.Span).Text);
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new FieldException("is not a JSON object");
            id = Fields.Identifier(json.RootElement, "document_id") ?? Fields.Identifier(json.RootElement, "id") ?? id;
            return new DocumentResult<Document>(id, ReadDocument(id, json.RootElement), null);
        }
        catch (JsonException error)
        {
            // The message of a JsonException quotes the text.
            return Failed(id, ErrorCodes.InvalidJsonLine, $"Line {number} is not JSON from byte {error.BytePositionInLine ?? 0} on.");
        }
        catch (FieldException error)
        {
            return Failed(id, ErrorCodes.InvalidJsonLine, $"Line {number} {error.Message}.");
        }
        catch (HealthNlpException error)
        {
            return Failed(id, error.Code, $"Line {number}: {error.Message}");
        }
    }

    private static Document ReadDocument(string id, JsonElement line) => new(id, Fields.Text(line, "text") ?? throw new FieldException("has no text"))
    {
        StayId = Fields.Identifier(line, "stay_id"),
        PatientId = Fields.Identifier(line, "patient_id"),
        Written = Fields.Date(line, "written"),
        Admission = Fields.Date(line, "admission"),
        Discharge = Fields.Date(line, "discharge"),
        Ward = Fields.Text(line, "ward"),
        CcamActs = Fields.Texts(line, "ccam"),
        Patient = Fields.Object(line, "patient") is { } patient ? PatientOf(patient) : null,
    };

    private static KnownPatient PatientOf(JsonElement patient) => new()
    {
        Names = Fields.Texts(patient, "names"),
        BirthDate = Fields.Date(patient, "birth_date"),
        Identifiers = Fields.Texts(patient, "identifiers"),
    };

    private static DocumentResult<Document> Failed(string id, string code, string message) => new(id, null, new DocumentError(code, message));
}
