using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HealthNlp.Terminologies;

/// <summary>The properties of a concept as a file writes them (<c>atc=J01CA04;route=oral</c>), cut when first asked for: a text names few of the concepts.</summary>
/// <remarks>Immutable and thread-safe: two threads that cut at once cut alike.</remarks>
internal sealed class CellProperties(string cell) : IReadOnlyDictionary<string, string>
{
    private KeyValuePair<string, string>[]? _pairs;

    public int Count => Pairs.Length;

    public IEnumerable<string> Keys => Pairs.Select(pair => pair.Key);

    public IEnumerable<string> Values => Pairs.Select(pair => pair.Value);

    private KeyValuePair<string, string>[] Pairs => _pairs ??= Array.ConvertAll(cell.Split(';'), Cut);

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The concept has no property '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var pair in Pairs)
        {
            if (pair.Key != key) continue;
            value = pair.Value;
            return true;
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)Pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static KeyValuePair<string, string> Cut(string property)
    {
        var at = property.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? new(property, "") : new(property[..at], property[(at + 1)..]);
    }
}
