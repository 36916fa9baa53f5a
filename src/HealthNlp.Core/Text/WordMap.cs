namespace HealthNlp.Text;

/// <summary>A table under words, asked with pieces of a text. Most words of a text are not in it: length and first letter alone tell so of nearly all.</summary>
/// <typeparam name="T">What stands under a word.</typeparam>
/// <remarks>Thread-safe once it is filled.</remarks>
internal sealed class WordMap<T>
{
    private const int FirstLetters = 32;
    private const int LongestTold = 63;

    private readonly List<string> _words = [];
    private readonly List<T> _values = [];

    // For each first letter, the lengths of the words that begin with it, as bits.
    private readonly ulong[] _lengths = new ulong[FirstLetters];

    // The first word of a bucket plus one, and after each word the next one plus one.
    private int[] _buckets = new int[16];
    private int[] _next = new int[16];

    internal int Count => _words.Count;

    internal IReadOnlyList<string> Words => _words;

    /// <summary>Adds a word.</summary>
    /// <returns><see langword="false"/> when it is there already: nothing is changed.</returns>
    internal bool TryAdd(string word, T value)
    {
        if (Find(word) >= 0) return false;
        if (Count == _next.Length) Grow();
        _words.Add(word);
        _values.Add(value);
        _lengths[Letter(word)] |= Length(word);
        Link(Count - 1);
        return true;
    }

    internal bool TryGetValue(ReadOnlySpan<char> word, out T value)
    {
        var at = Find(word);
        value = at >= 0 ? _values[at] : default!;
        return at >= 0;
    }

    /// <summary>The place of a word in <see cref="Words"/>, the order of adding; -1 when it is not there.</summary>
    internal int Find(ReadOnlySpan<char> word)
    {
        if ((_lengths[Letter(word)] & Length(word)) == 0) return -1;
        for (var at = _buckets[Bucket(word)] - 1; at >= 0; at = _next[at] - 1)
        {
            if (word.SequenceEqual(_words[at])) return at;
        }

        return -1;
    }

    private static int Letter(ReadOnlySpan<char> word) => word.IsEmpty ? 0 : word[0] % FirstLetters;

    private static ulong Length(ReadOnlySpan<char> word) => 1UL << Math.Min(word.Length, LongestTold);

    private int Bucket(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var c in word) hash = (hash * 31) + c;
        return (int)((hash ^ (hash >> 15)) & (uint)(_buckets.Length - 1));
    }

    private void Link(int at)
    {
        var bucket = Bucket(_words[at]);
        _next[at] = _buckets[bucket];
        _buckets[bucket] = at + 1;
    }

    private void Grow()
    {
        _next = new int[2 * _next.Length];
        _buckets = new int[2 * _next.Length];
        for (var at = 0; at < Count; at++) Link(at);
    }
}
