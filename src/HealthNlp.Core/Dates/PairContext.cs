using System.Globalization;

using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Whether two numbers and a mark (24/11) are a day and a month, or a month and a year, by what stands around them.</summary>
internal static class PairContext
{
    private const int FirstShortYear = 10;
    private const int LastShortYear = 39;
    private const int LeastUnlikeAPressure = 20;

    internal static bool IsDate(TokenText text, int i, int start, int end, int previousEnd)
    {
        if (text.Text.AsSpan(start, end - start).Contains(' ')) return false;
        var (first, second, mark) = Parts(text.Text.AsSpan(start, end - start));
        if (first == 0 || second == 0) return false;
        var next = text.TokenAt(end);
        if (text.SameLine(i, next) && (text.Kind(next) == TokenKind.Unit || DateWords.Durations.Contains(text.Folded(next)))) return false;
        if (second > 12 && first <= 12 && second >= FirstShortYear && SaysMonth(text, i, next)) return true;
        if (text.Folded(i - 1) is not ("le" or "depuis" or "ce") && HasScore(text, i)) return false;
        var said = text.SameLine(i - 1, i) && (DateWords.BeforePair.Contains(text.Folded(i - 1)) || (text.Is(i - 1, "de") && text.Is(i - 2, "partir")));
        if (mark != '/') return said && second <= 12 && text.Text[start + 3] is '0' or '1';
        if (second > 12) return first <= 12 && second is >= FirstShortYear and <= LastShortYear && IsPaddedMonth(text, start, end, next);
        if (IsFraction(first, second) && text.Text[start] != '0') return said && (text.IsClauseEnd(next) || text.Is(next, "au"));
        if (said || (i - 1 == previousEnd && text.Folded(i - 1) is "et" or "," or "-" or "au" or "a" or "puis")) return true;
        var padded = end - start == 5;
        return padded && (text.Text[start] == '0' || text.Text[start + 3] == '0' || StandsAlone(text, i, next) || (first >= LeastUnlikeAPressure && text.SameLine(i - 1, i) && text.Kind(i - 1) == TokenKind.Word));
    }

    private static (int First, int Second, char Mark) Parts(ReadOnlySpan<char> pair)
    {
        var mark = pair.IndexOfAny('/', '.', '-');
        return int.TryParse(pair[..mark].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(pair[(mark + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? (first, second, pair[mark])
            : default;
    }

    /// <summary>1/2, 1/3, 2/3, 1/4, 3/4.</summary>
    private static bool IsFraction(int first, int second) => first < second && second <= 5;

    /// <summary>A word of a measure before it, with no other number between.</summary>
    private static bool HasScore(TokenText text, int i)
    {
        for (var j = i - 1; j >= i - 4 && text.SameLine(j, i) && text.Kind(j) is not (TokenKind.Number or TokenKind.Date) && text.Folded(j) is not ("," or "." or ";"); j--)
        {
            if (DateWords.NotPair.Contains(text.Folded(j))) return true;
        }

        return text.SameLine(i - 1, i) && text[i - 1] is "EN" or "EVA" or "ENS";
    }

    private static bool SaysMonth(TokenText text, int i, int next) =>
        text.SameLine(i - 1, i) && (text.Folded(i - 1) is "en" or "depuis" or "de" or "debut" or "fin" || (text.Folded(i - 1) is "(" && text.Folded(next) is ")"));

    /// <summary>03/24 that ends its clause.</summary>
    private static bool IsPaddedMonth(TokenText text, int start, int end, int next) => end - start == 5 && text.Text[start] == '0' && text.IsClauseEnd(next) && text.Folded(next) is not "/";

    private static bool StandsAlone(TokenText text, int i, int next) =>
        text.IsLineStart(i) || (text.Folded(i - 1) is "-" or "•" or "*" && text.IsLineStart(i - 1)) || (text.Folded(i - 1) is "(" or ":" && text.IsClauseEnd(next)) || text.Folded(next) is ":";
}
