using System.Buffers;

namespace HealthNlp.Text;

/// <summary>A closed list of phrases, found token by token without case and accents; a hyphen may be written as a space.</summary>
/// <typeparam name="T">What a phrase stands for; a class, so that one compiled code serves every list.</typeparam>
internal sealed class PhraseTable<T> where T : class
{
    // A phrase without these is cut at its spaces.
    private static readonly SearchValues<char> Marks = SearchValues.Create("'’-./°()&+,0123456789");

    private readonly WordMap<List<Entry>> _byFirstWord = new();

    internal PhraseTable(IEnumerable<(string Phrase, T Value)> phrases)
    {
        foreach (var (phrase, value) in phrases)
        {
            foreach (var words in Forms(phrase))
            {
                if (!_byFirstWord.TryGetValue(words[0], out var entries)) _byFirstWord.TryAdd(words[0], entries = []);

                // Longest first; of the same length, in the order of the list.
                var at = entries.FindIndex(entry => entry.Next.Length < words.Length - 1);
                entries.Insert(at < 0 ? entries.Count : at, new Entry(words[1..], value));
            }
        }
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    internal int Match(TokenText text, int at, out T value) => Match(text, at, out value, static _ => true);

    /// <summary>The longest phrase that begins at a token and stands for something that <paramref name="accept"/> takes.</summary>
    internal int Match(TokenText text, int at, out T value, Func<T, bool> accept)
    {
        value = default!;
        if (!_byFirstWord.TryGetValue(text.Folded(at), out var candidates)) return 0;
        foreach (var entry in candidates)
        {
            if (!accept(entry.Value) || !Follows(text, at, entry.Next)) continue;
            value = entry.Value;
            return 1 + entry.Next.Length;
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
        if (!phrase.AsSpan().ContainsAny(Marks)) return Folding.Fold(phrase).Split(' ');

        // An elided word is cut as before a vowel.
        var elided = phrase.EndsWith('\'');
        var folded = Folding.Fold(elided ? phrase + "a" : phrase);
        return [.. FrenchTokenizer.Tokenize(NormalizedText.Unchanged(folded)).SkipLast(elided ? 1 : 0).Select(token => token.Span.Of(folded)).Select(word => word.Length > 1 ? word.TrimEnd('.') : word)];
    }

    private sealed record Entry(string[] Next, T Value);
}
