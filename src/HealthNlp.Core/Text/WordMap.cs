namespace HealthNlp.Text;

/// <summary>A table under words, asked with pieces of a text. Most words of a text are not in it: length and first letter alone tell so of nearly all.</summary>
/// <typeparam name="T">What stands under a word.</typeparam>
/// <remarks>Thread-safe once it is filled.</remarks>
internal sealed class WordMap<T>
{
    private const int FirstLetters = 32;
    private const int LongestTold = 63;

    private Entry[] _entries = new Entry[16];

    // For each first letter, the lengths of the words that begin with it, as bits.
    private readonly ulong[] _lengths = new ulong[FirstLetters];

    // The first entry of a bucket, plus one.
    private int[] _buckets = new int[32];

    internal int Count { get; private set; }

    /// <summary>The word at a place, in the order of adding.</summary>
    internal string this[int at] => _entries[at].Word;

    /// <summary>Adds a word.</summary>
    /// <returns><see langword="false"/> when it is there already: nothing is changed.</returns>
    internal bool TryAdd(string word, T value)
    {
        if (Find(word) >= 0) return false;
        if (Count == _entries.Length) Grow();
        _entries[Count] = new Entry { Word = word, Value = value, Hash = Hash(word) };
        _lengths[Letter(word)] |= Length(word);
        Link(Count++);
        return true;
    }

    internal bool TryGetValue(ReadOnlySpan<char> word, out T value)
    {
        var at = Find(word);
        value = at >= 0 ? _entries[at].Value : default!;
        return at >= 0;
    }

    /// <summary>The place of a word, in the order of adding; -1 when it is not there.</summary>
    internal int Find(ReadOnlySpan<char> word)
    {
        if ((_lengths[Letter(word)] & Length(word)) == 0) return -1;
        var hash = Hash(word);
        for (var at = _buckets[hash & (uint)(_buckets.Length - 1)] - 1; at >= 0; at = _entries[at].Next - 1)
        {
            if (_entries[at].Hash == hash && word.SequenceEqual(_entries[at].Word)) return at;
        }

        return -1;
    }

    private static int Letter(ReadOnlySpan<char> word) => word.IsEmpty ? 0 : word[0] % FirstLetters;

    private static ulong Length(ReadOnlySpan<char> word) => 1UL << Math.Min(word.Length, LongestTold);

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var c in word) hash = (hash * 31) + c;
        return hash ^ (hash >> 15);
    }

    private void Link(int at)
    {
        ref var first = ref _buckets[_entries[at].Hash & (uint)(_buckets.Length - 1)];
        _entries[at].Next = first;
        first = at + 1;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * _entries.Length);
        _buckets = new int[2 * _entries.Length];
        for (var at = 0; at < Count; at++) Link(at);
    }

    private struct Entry
    {
        internal string Word;
        internal T Value;
        internal uint Hash;

        // The next entry of the bucket, plus one.
        internal int Next;
    }
}
