namespace HealthNlp.Matching;

/// <summary>The words of a lexicon, numbered; finds the one that a misspelt word stands for.</summary>
internal sealed class Vocabulary(bool inflection)
{
    internal const int Unknown = -1;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private Dictionary<string, List<string>>? _halves;
    private int _shortestMisspelt;

    /// <summary>The number of a word of the lexicon, which may be new.</summary>
    internal int Add(ReadOnlySpan<char> folded)
    {
        Span<char> stem = stackalloc char[WordForms.LongestWord];
        var key = Key(folded, stem);
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(key, out var id)) return id;
        id = _ids.Count;
        lookup[key] = id;
        return id;
    }

    /// <summary>The number of a word of a text, or <see cref="Unknown"/>.</summary>
    internal int Find(ReadOnlySpan<char> folded)
    {
        if (folded.Length > WordForms.LongestWord) return Unknown;
        Span<char> stem = stackalloc char[WordForms.LongestWord];
        return _ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Key(folded, stem), out var id) ? id : Unknown;
    }

    /// <summary>
    /// Prepares <see cref="FindMisspelt"/>. One error leaves the first half or the second half of a word whole: words are listed by both halves.
    /// </summary>
    internal void IndexHalves(int shortestMisspelt)
    {
        _shortestMisspelt = shortestMisspelt;
        _halves = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var word in _ids.Keys)
        {
            if (word.Length < shortestMisspelt || !IsLetters(word)) continue;
            List($"<{word[..(word.Length / 2)]}", word);
            List($"{word[^(word.Length / 2)..]}>", word);
        }
    }

    /// <summary>The number of the one word at one typing error from a word that is in no lexicon.</summary>
    internal int FindMisspelt(ReadOnlySpan<char> folded)
    {
        if (_halves is null || folded.Length < _shortestMisspelt || folded.Length > WordForms.LongestWord || !IsLetters(folded)) return Unknown;
        Span<char> buffer = stackalloc char[WordForms.LongestWord];
        var word = Key(folded, buffer);
        string? found = null;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            var half = length / 2;
            if (half > word.Length) continue;
            if (!Closest(string.Concat("<", word[..half]), word, length, ref found) || !Closest(string.Concat(word[^half..], ">"), word, length, ref found)) return Unknown;
        }

        return found is null ? Unknown : _ids[found];
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
    private bool Closest(string half, ReadOnlySpan<char> word, int length, ref string? found)
    {
        if (!_halves!.TryGetValue(half, out var candidates)) return true;
        foreach (var candidate in candidates)
        {
            if (candidate.Length != length || candidate == found || !WordForms.OneEdit(word, candidate)) continue;
            if (found is not null) return false;
            found = candidate;
        }

        return true;
    }

    private ReadOnlySpan<char> Key(ReadOnlySpan<char> folded, Span<char> stem) => inflection ? stem[..WordForms.Stem(folded, stem)] : folded;

    private void List(string half, string word)
    {
        if (!_halves!.TryGetValue(half, out var words)) _halves[half] = words = [];
        words.Add(word);
    }
}
