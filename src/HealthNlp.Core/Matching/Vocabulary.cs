using System.Numerics;
using HealthNlp.Text;

namespace HealthNlp.Matching;

/// <summary>The words of a lexicon, numbered; finds the one that a misspelt word stands for.</summary>
internal sealed class Vocabulary(bool inflection)
{
    internal const int Unknown = -1;

    private readonly WordMap<object?> _words = new();

    // A hash table of both halves of each word: the first entry of a bucket plus one, and after each entry the next plus one. Entry 2n is the first half of word n, 2n + 1 the second.
    private int[] _buckets = [];
    private int[] _next = [];
    private int _shortestMisspelt;

    /// <summary>The number of a word of the lexicon, which may be new.</summary>
    internal int Add(ReadOnlySpan<char> folded)
    {
        Span<char> stem = stackalloc char[WordForms.LongestWord];
        var key = Key(folded, stem);
        var id = _words.Find(key);
        if (id >= 0) return id;
        _words.TryAdd(key.ToString(), null);
        return _words.Count - 1;
    }

    /// <summary>The number of a word of a text, or <see cref="Unknown"/>.</summary>
    internal int Find(ReadOnlySpan<char> folded)
    {
        if (folded.Length > WordForms.LongestWord) return Unknown;
        Span<char> stem = stackalloc char[WordForms.LongestWord];
        return _words.Find(Key(folded, stem));
    }

    /// <summary>
    /// Prepares <see cref="FindMisspelt"/>. One error leaves the first half or the second half of a word whole: words are listed by both halves.
    /// </summary>
    internal void IndexHalves(int shortestMisspelt)
    {
        _shortestMisspelt = shortestMisspelt;
        _buckets = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(2 * _words.Count) + 1)];
        _next = new int[2 * _words.Count];
        for (var id = 0; id < _words.Count; id++)
        {
            var word = _words[id].AsSpan();
            if (word.Length < shortestMisspelt || !IsLetters(word)) continue;
            List(2 * id, Bucket(word[..(word.Length / 2)], 0));
            List((2 * id) + 1, Bucket(word[^(word.Length / 2)..], 1));
        }
    }

    /// <summary>The number of the one word at one typing error from a word that is in no lexicon.</summary>
    internal int FindMisspelt(ReadOnlySpan<char> folded)
    {
        if (_buckets.Length == 0 || folded.Length < _shortestMisspelt || folded.Length > WordForms.LongestWord || !IsLetters(folded)) return Unknown;
        Span<char> buffer = stackalloc char[WordForms.LongestWord];
        var word = Key(folded, buffer);
        var found = Unknown;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            var half = length / 2;
            if (half > word.Length) continue;
            if (!Closest(Bucket(word[..half], 0), word, length, ref found) || !Closest(Bucket(word[^half..], 1), word, length, ref found)) return Unknown;
        }

        return found;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c)) return false;
        }

        return true;
    }

    // False when two different words are at one error: which one was meant is not guessed.
    private bool Closest(int bucket, ReadOnlySpan<char> word, int length, ref int found)
    {
        for (var entry = _buckets[bucket] - 1; entry >= 0; entry = _next[entry] - 1)
        {
            var id = entry / 2;
            var candidate = _words[id];
            if (candidate.Length != length || id == found || !WordForms.OneEdit(word, candidate)) continue;
            if (found != Unknown) return false;
            found = id;
        }

        return true;
    }

    private ReadOnlySpan<char> Key(ReadOnlySpan<char> folded, Span<char> stem) => inflection ? stem[..WordForms.Stem(folded, stem)] : folded;

    private int Bucket(ReadOnlySpan<char> half, uint side)
    {
        var hash = side;
        foreach (var c in half) hash = (hash * 31) + c;
        hash ^= hash >> 15;
        return (int)(hash & (uint)(_buckets.Length - 1));
    }

    private void List(int entry, int bucket)
    {
        _next[entry] = _buckets[bucket];
        _buckets[bucket] = entry + 1;
    }
}
