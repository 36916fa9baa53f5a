namespace HealthNlp.Matching;

/// <summary>A term found: its first and last word and the place of its value.</summary>
internal readonly record struct TermHit(int First, int Last, int Value);

/// <summary>Gathers the terms found from one word of a text, after checking what the words alone do not say: token limits and letter case.</summary>
internal sealed class TermReader(WordStream words, string text)
{
    private readonly List<TermHit> _hits = [];

    internal WordStream Words => words;

    internal List<TermHit> Hits => _hits;

    /// <summary>The last word of the longest term found, or -1.</summary>
    internal int LongestEnd { get; private set; } = -1;

    internal void Clear()
    {
        if (_hits.Count > 0) _hits.Clear();
        LongestEnd = -1;
    }

    /// <summary>Keeps a term that begins and ends with a token and whose words, when it asks so, are written with the same case.</summary>
    internal void Offer(int first, int last, int value, string[]? exact)
    {
        if (!words[first].BeginsToken || !words[last].EndsToken || (exact is not null && !SameCase(first, last, exact))) return;
        _hits.Add(new TermHit(first, last, value));
        LongestEnd = Math.Max(LongestEnd, last);
    }

    // Other words may stand between those of the term: each of its words must stand somewhere, with its case.
    private bool SameCase(int first, int last, string[] exact)
    {
        if (last - first + 1 < exact.Length) return false;
        foreach (var expected in exact)
        {
            var found = false;
            for (var i = first; i <= last && !found; i++) found = text.AsSpan(words[i].Start, words[i].End - words[i].Start).SequenceEqual(expected);
            if (!found) return false;
        }

        return true;
    }
}
