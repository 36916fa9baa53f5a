using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// A patient's name that no civility announces, told by what follows it: "DURTELLE Simone née le", "Simone DURTELLE épouse", "Simone DURTELLE, 58 ans".
/// One word in capitals and one given name are needed.
/// </summary>
internal static class BareNameReader
{
    private const int MostWords = 5;

    /// <summary>The first token of the name that ends before a token; the token itself when there is none.</summary>
    internal static int Start(TokenText text, int end)
    {
        if (!FollowsName(text, end)) return end;
        var last = text.SameLine(end - 1, end) && text.Folded(end - 1) is "," or "-" or "(" ? end - 1 : end;
        var (start, upper, given) = (last, 0, 0);
        while (start > 0 && last - start < MostWords && text.SameLine(start - 1, end) && NameReader.IsNameToken(text, start - 1) && text.IsCapitalized(start - 1)
            && !NameWords.Stops.Contains(text.Folded(start - 1)) && text[start - 1].Length > 1)
        {
            start--;
            if (!text[start].ContainsAnyInRange('a', 'z')) upper++;
            else given++;
        }

        return upper > 0 && given > 0 && text.IsClauseStart(start) ? start : end;
    }

    /// <summary>The token after the last word of the name that <see cref="Start"/> found.</summary>
    internal static int End(TokenText text, int end) => text.Folded(end - 1) is "," or "-" or "(" ? end - 1 : end;

    /// <summary>Née, épouse: the word that may join one more surname. The accent tells né from ne.</summary>
    internal static bool IsBorn(TokenText text, int i) =>
        i > 0 && i < text.Count && (text[i] is "né" or "Né" or "NÉ" || text.Folded(i) is "nee" or "epouse" or "ddn");

    private static bool FollowsName(TokenText text, int i)
    {
        if (IsBorn(text, i)) return text.SameLine(i - 1, i);
        return text.Kind(i) == TokenKind.Number && text.Folded(i - 1) is "," or "-" or "(" && text.SameLine(i - 1, i + 1) && text.Folded(i + 1) is "ans" or "mois" or "jours";
    }
}
