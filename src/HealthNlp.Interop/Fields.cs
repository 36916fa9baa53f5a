using System.Globalization;
using System.Text.Json;

namespace HealthNlp.Interop;

/// <summary>Typed properties of a JSON object; absent and null are the same.</summary>
internal static class Fields
{
    internal static string? Text(JsonElement parent, string name) => Get(parent, name) is { } value ? TextOf(value, name) : null;

    /// <summary>Python exports write identifiers as numbers too.</summary>
    internal static string? Identifier(JsonElement parent, string name) =>
        Get(parent, name) is { } value ? value.ValueKind == JsonValueKind.Number ? value.GetRawText() : TextOf(value, name) : null;

    internal static DateOnly? Date(JsonElement parent, string name)
    {
        if (Text(parent, name) is not { } text) return null;
        var day = text.Length > 10 && text[10] is 'T' or ' ' && DateTime.TryParse(text, CultureInfo.InvariantCulture, out _) ? text.AsSpan(0, 10) : text;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FieldException($"has no yyyy-MM-dd date in '{name}'");
    }

    internal static IReadOnlyList<string> Texts(JsonElement parent, string name) => Get(parent, name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(item => TextOf(item, name))],
        _ => throw new FieldException($"has no list of strings in '{name}'"),
    };

    internal static JsonElement? Object(JsonElement parent, string name) => Get(parent, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => value,
        _ => throw new FieldException($"has no object in '{name}'"),
    };

    private static JsonElement? Get(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string TextOf(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String) throw new FieldException($"has no string in '{name}'");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new FieldException($"has half of a surrogate pair in '{name}'");
        }
    }
}

/// <summary>A property that is not of its type. The message completes "Line 12 ..." and holds names of properties only.</summary>
internal sealed class FieldException(string message) : Exception(message);
