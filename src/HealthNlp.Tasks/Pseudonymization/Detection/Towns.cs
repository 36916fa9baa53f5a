using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Names of towns: the communes of France and the towns of <c>Data/cities.tsv</c>. A name is a town only where the words around it say so.</summary>
internal static class Towns
{
    private const int MostWords = 6;

    private static readonly Lazy<PhraseTable<string>> Cities = Knowledge.Phrases("cities.tsv");
    private static readonly Lazy<WordSet> HomographSet = Knowledge.Words("place_words.tsv", "homograph");
    private static readonly Lazy<WordSet> LinkSet = Knowledge.Words("place_words.tsv", "town-link");

    /// <summary>How many tokens the longest known name has that begins at a token.</summary>
    internal static int Known(TokenText text, int i) => Math.Max(Large(text, i), Communes.Match(text, i));

    /// <summary>The same, for the large towns of France and of the world only.</summary>
    internal static int Large(TokenText text, int i) => Cities.Value.Match(text, i, out _) is > 0 and var length && IsOneColumn(text, i, i + length) ? length : 0;

    /// <summary>Whether a name of one word is also a word of reports, a first name or a surname.</summary>
    internal static bool IsHomograph(TokenText text, int i, int length) =>
        length <= 2 && IsWord(text, i + length - 1) && (length == 1 || text.Folded(i) is "la" or "le" or "les" or "l'");

    private static bool IsWord(TokenText text, int i) =>
        (text[i].Length < 3 || NameWords.Relatives.Contains(text.Folded(i)) || HomographSet.Value.Contains(text.Folded(i)) || NameWords.Common.Contains(text.Folded(i)) || NameWords.Stops.Contains(text.Folded(i)) || NameWords.FirstNames.Contains(text.Folded(i)));

    /// <summary>Whether a name cannot be anything but a commune: Aix-les-Bains, Neuilly sur Seine.</summary>
    internal static bool IsPlain(TokenText text, int i, int length)
    {
        if (text.Folded(i).StartsWith("saint") || text.Folded(i) is "st") return length > 3 || text.Folded(i).Count('-') > 1;
        return length > 2 || text.Folded(i).Count('-') > 1;
    }

    /// <summary>How many tokens a name has that begins at a token, known or not: words with a capital and the small words between them.</summary>
    internal static int Any(TokenText text, int i)
    {
        if (!text.IsCapitalized(i) || text.Kind(i) != TokenKind.Word) return 0;
        if (Known(text, i) is > 0 and var known) return known;
        var end = i;
        for (var at = i; at < i + MostWords && (at == i || text.IsJoined(at)) && text.Kind(at) == TokenKind.Word; at++)
        {
            if (text.IsCapitalized(at) && ((at > i && text[at].ContainsAnyInRange('a', 'z')) || !NameWords.Stops.Contains(text.Folded(at)))) end = at + 1;
            else if (!LinkSet.Value.Contains(text.Folded(at))) break;
        }

        return end - i;
    }

    private static bool IsOneColumn(TokenText text, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (!text.IsJoined(i)) return false;
        }

        return true;
    }
}
