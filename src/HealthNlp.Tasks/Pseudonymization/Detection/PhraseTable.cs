using System.Collections.Frozen;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>A closed list of phrases, found token by token without case and accents; a hyphen may be written as a space.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, (string[] Next, T Value)[]> _byFirstWord;

    internal PhraseTable(IEnumerable<(string Phrase, T Value)> phrases)
    {
        _byFirstWord = phrases
            .SelectMany(entry => Forms(entry.Phrase), (entry, words) => (Words: words, entry.Value))
            .GroupBy(entry => entry.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(entry => entry.Words.Length).Select(entry => (entry.Words[1..], entry.Value)).ToArray(),
                StringComparer.Ordinal);
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    internal int Match(TokenText text, int at, out T value) => Match(text, at, out value, static _ => true);

    /// <summary>The longest phrase that begins at a token and stands for something that <paramref name="accept"/> takes.</summary>
    internal int Match(TokenText text, int at, out T value, Func<T, bool> accept)
    {
        value = default!;
        if (!_byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Folded(at), out var candidates)) return 0;
        foreach (var (rest, candidate) in candidates)
        {
            if (!accept(candidate) || !Follows(text, at, rest)) continue;
            value = candidate;
            return 1 + rest.Length;
        }

        return 0;
    }

    private static bool Follows(TokenText text, int at, string[] rest)
    {
        for (var k = 0; k < rest.Length; k++)
        {
            if (!text.SameLine(at, at + 1 + k) || !text.Is(at + 1 + k, rest[k])) return false;
        }

        return true;
    }

    private static IEnumerable<string[]> Forms(string phrase)
    {
        yield return Words(phrase);
        if (phrase.Contains('-', StringComparison.Ordinal)) yield return Words(phrase.Replace('-', ' '));
    }

    private static string[] Words(string phrase)
    {
        // An elided word is cut as before a vowel.
        var elided = phrase.EndsWith('\'');
        var folded = Folding.Fold(elided ? phrase + "a" : phrase);
        return [.. FrenchTokenizer.Tokenize(folded).SkipLast(elided ? 1 : 0).Select(token => token.Span.Of(folded)).Select(word => word.Length > 1 ? word.TrimEnd('.') : word)];
    }
}
