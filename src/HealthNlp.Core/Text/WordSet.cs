namespace HealthNlp.Text;

/// <summary>A closed set of words, compared without case and accents.</summary>
internal sealed class WordSet(IEnumerable<string> words)
{
    private readonly HashSet<string> _words = words.Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word is one of them.</summary>
    internal bool Contains(ReadOnlySpan<char> folded) => _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);
}
