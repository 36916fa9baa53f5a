namespace HealthNlp.Text;

/// <summary>A table under words, asked with pieces of a text. Most words of a text are not in it: length and first letter alone tell so of nearly all.</summary>
/// <typeparam name="T">What stands under a word.</typeparam>
/// <remarks>Thread-safe once it is filled.</remarks>
internal sealed class WordMap<T>
{
    private const int FirstLetters = 32;
    private const int LongestTold = 63;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<(string Word, T Value)> _entries = [];

    // For each first letter, the lengths of the words that begin with it, as bits.
    private readonly ulong[] _lengths = new ulong[FirstLetters];

    internal WordMap() => _lookup = _places.GetAlternateLookup<ReadOnlySpan<char>>();

    internal int Count => _entries.Count;

    /// <summary>The word at a place, in the order of adding.</summary>
    internal string this[int at] => _entries[at].Word;

    /// <summary>Adds a word.</summary>
    /// <returns><see langword="false"/> when it is there already: nothing is changed.</returns>
    internal bool TryAdd(string word, T value)
    {
        if (!_places.TryAdd(word, _entries.Count)) return false;
        _entries.Add((word, value));
        _lengths[Letter(word)] |= Length(word);
        return true;
    }

    internal bool TryGetValue(ReadOnlySpan<char> word, out T value)
    {
        var at = Find(word);
        value = at >= 0 ? _entries[at].Value : default!;
        return at >= 0;
    }

    /// <summary>The place of a word, in the order of adding; -1 when it is not there.</summary>
    internal int Find(ReadOnlySpan<char> word) => (_lengths[Letter(word)] & Length(word)) != 0 && _lookup.TryGetValue(word, out var at) ? at : -1;

    private static int Letter(ReadOnlySpan<char> word) => word.IsEmpty ? 0 : word[0] % FirstLetters;

    private static ulong Length(ReadOnlySpan<char> word) => 1UL << Math.Min(word.Length, LongestTold);
}
