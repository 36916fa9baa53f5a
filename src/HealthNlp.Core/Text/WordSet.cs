namespace HealthNlp.Text;

/// <summary>A closed set of words, compared without case and accents.</summary>
internal sealed class WordSet
{
    private readonly WordMap<object?> _words = new();

    internal WordSet(IEnumerable<string> words)
    {
        foreach (var word in words) _words.TryAdd(Folding.Fold(word), null);
    }

    /// <summary>Whether a folded word is one of them.</summary>
    internal bool Contains(ReadOnlySpan<char> folded) => _words.Find(folded) >= 0;
}
