using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>J5, J+12, J-1, S6, M3: a day, week or month counted from an event.</summary>
internal static class DayOffset
{
    private const int MostDigits = 4;

    /// <summary>The offset that begins at a position of the normalised text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">The token that begins there.</param>
    /// <param name="listed">Whether another offset stands just before (M3 puis M6).</param>
    /// <param name="start">The position.</param>
    /// <param name="count">How many; negative before the event.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>The position after it; 0 when there is none.</returns>
    internal static int Read(TokenText text, int token, bool listed, int start, out int count, out TimeUnit unit)
    {
        (count, unit) = (0, TimeUnit.Days);
        var all = text.Text;
        switch (all[start])
        {
            case 'J' or 'j': break;
            case 'S': unit = TimeUnit.Weeks; break;
            case 'M': unit = TimeUnit.Months; break;
            default: return 0;
        }

        var at = start + 1;
        var sign = at < all.Length && all[at] is '+' or '-' ? all[at++] : '\0';
        var digits = at;
        while (at < all.Length && at - digits <= MostDigits && char.IsAsciiDigit(all[at])) count = (count * 10) + all[at++] - '0';
        if (at == digits || at - digits > MostDigits || (at < all.Length && (char.IsLetterOrDigit(all[at]) || all[at] is '²' or '³'))) return 0;
        if (sign == '-') count = -count;
        return unit == TimeUnit.Days || sign == '+' || listed || IsAfterPreposition(text, token) ? at : 0;
    }

    /// <summary>The position of J8 in C2J8 and C2 J8; <paramref name="start"/> when no such cycle begins there.</summary>
    internal static int AfterCycle(ReadOnlySpan<char> text, int start)
    {
        if (text[start] is not ('C' or 'c')) return start;
        var at = start + 1;
        while (at < text.Length && at - start <= 2 && char.IsAsciiDigit(text[at])) at++;
        if (at == start + 1) return start;
        if (at < text.Length && text[at] == ' ') at++;
        return at + 1 < text.Length && text[at] is 'J' or 'j' && char.IsAsciiDigit(text[at + 1]) ? at : start;
    }

    /// <summary>"à S6", and not "de L4 à S1".</summary>
    private static bool IsAfterPreposition(TokenText text, int token) =>
        text.IsNear(token - 1, token) && (text.Folded(token - 1) is "puis" || TimeWords.Clock.Value.Contains(text.Folded(token - 1)))
        && !(token > 1 && text.Kind(token - 2) == TokenKind.Word && char.IsAsciiDigit(text[token - 2][^1]));
}
