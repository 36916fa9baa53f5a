using System.Collections.Frozen;

namespace HealthNlp.Cli;

/// <summary>A file name for an identifier: one name, no path, on every system.</summary>
internal static class SafeFileName
{
    // Three bytes a character at most: under the 255 bytes of a name, with room for a number and an extension.
    private const int MaxLength = 75;

    private static readonly FrozenSet<string> Reserved = ((IEnumerable<string>)["CON", "PRN", "AUX", "NUL"])
        .Concat(Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    internal static string Of(string id)
    {
        var name = string.Concat(id.Take(MaxLength).Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ' ? c : '_')).Trim('.', ' ');
        return name.Length == 0 ? "document" : Reserved.Contains(name.Split('.', ' ')[0]) ? "_" + name : name;
    }
}
