using System.Globalization;
using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>A number of units of time in the text: <c>10 jours</c>, <c>une dizaine de jours</c>, <c>4 ans et 3 mois</c>, <c>33 SA + 5 j</c>.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="End">The token after it.</param>
/// <param name="Amounts">The numbers, the largest unit first.</param>
/// <param name="Max">The upper bound of a range.</param>
/// <param name="IsGestational">Whether the weeks are those of a pregnancy.</param>
/// <param name="IsOne">Whether the number is the article un, une.</param>
internal sealed record TimeSpanInText(int Start, int End, List<TimeAmount> Amounts, decimal? Max, bool IsGestational, bool IsOne)
{
    internal TimeUnit Unit => Amounts[0].Unit;

    internal decimal Value => Amounts[0].Value;
}

/// <summary>Reads amounts of time. Looks a few tokens ahead only.</summary>
internal static class AmountReader
{
    private const int MostDigits = 4;

    internal static TimeSpanInText? At(TokenText text, int i)
    {
        if (!Number(text, i, out var value, out var max, out var unitAt)) return null;

        // 33+5 SA, 33 + 5 SA
        if (Is(text, unitAt, "+") && Number(text, unitAt + 1, out var days, out _, out var weeksAt) && Unit(text, weeksAt, out _, out var gestation, out var weeksEnd) && gestation && value > days)
        {
            return new TimeSpanInText(i, weeksEnd, [new(value, TimeUnit.Weeks), new(days, TimeUnit.Days)], null, true, false);
        }

        if (max is null && text.Folded(unitAt) is "a" or "ou" or "-" && text.IsNear(i, unitAt + 1) && Number(text, unitAt + 1, out var second, out _, out var secondEnd) && second > value && Unit(text, secondEnd, out _, out _, out _)) (max, unitAt) = (second, secondEnd);
        if (!text.IsNear(i, unitAt) || !Unit(text, unitAt, out var unit, out var isGestational, out var end)) return null;
        if (unitAt == i + 1 && text.Kind(i) == TokenKind.Word && text[unitAt].Length == 1) return null;
        var amounts = new List<TimeAmount> { new(value, unit) };
        while (Smaller(text, end, amounts[^1].Unit, isGestational, out var smaller, out var smallerEnd))
        {
            amounts.Add(smaller);
            end = smallerEnd;
        }

        // un an et demi
        if (amounts.Count == 1 && text.Folded(end) is "et" && text.Folded(end + 1) is "demi" or "demie") (amounts[0], end) = (amounts[0] with { Value = value + 0.5m }, end + 2);
        return new TimeSpanInText(i, end, amounts, max, isGestational, text.Folded(i) is "un" or "une" && unitAt == i + 1);
    }

    /// <summary>et 3 mois, 15 min, + 5 jours; 05 after hours.</summary>
    private static bool Smaller(TokenText text, int i, TimeUnit unit, bool isGestational, out TimeAmount amount, out int end)
    {
        (amount, end) = (default, 0);
        var at = text.Folded(i) is "et" || (isGestational && text.Folded(i) is "+") ? i + 1 : i;
        if (!text.IsNear(i - 1, at) || !Number(text, at, out var value, out var max, out var unitAt) || max is not null) return false;
        if (Unit(text, unitAt, out var smaller, out _, out end) && text.IsNear(at, unitAt))
        {
            amount = new TimeAmount(value, smaller);
            return smaller > unit && !(text.Kind(at) == TokenKind.Word && text[unitAt].Length == 1);
        }

        end = unitAt;
        if (isGestational && at > i && text.Folded(i) is "+" && value < 7) amount = new TimeAmount(value, TimeUnit.Days);
        else if (unit == TimeUnit.Hours && at == i && text[at].Length == 2 && value < 60 && text.SameLine(i - 1, at)) amount = new TimeAmount(value, TimeUnit.Minutes);
        else return false;
        return text.Kind(at) == TokenKind.Number;
    }

    private static bool Number(TokenText text, int i, out decimal value, out decimal? max, out int end)
    {
        (value, max, end) = (0, null, i + 1);
        if (i >= text.Count) return false;
        if (text.Kind(i) == TokenKind.Word) return InWords(text, i, out value, out end);
        if (text.Kind(i) != TokenKind.Number) return false;
        var written = text[i];
        if (written.IndexOf('-') is > 0 and var hyphen)
        {
            if (!Parse(written[(hyphen + 1)..], out var second) || !Parse(written[..hyphen], out value) || second <= value) return false;
            max = second;
            return true;
        }

        return Parse(written, out value);
    }

    private static bool Parse(ReadOnlySpan<char> written, out decimal value)
    {
        value = 0;
        var comma = written.IndexOfAny(',', '.');
        if ((comma < 0 ? written.Length : comma) > MostDigits || written.Length > 2 * MostDigits) return false;
        Span<char> point = stackalloc char[written.Length];
        written.Replace(point, ',', '.');
        return decimal.TryParse(point, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool InWords(TokenText text, int i, out decimal value, out int end)
    {
        value = NumberWords.Read(text, i, out end);
        if (value is > 0 and < 1000)
        {
            if (value != 1 || TimeWords.AboutNumber(text.Folded(end)) is not (> 0 and var about) || text.Folded(end + 1) is not ("de" or "d'")) return true;
            (value, end) = (about, end + 2);
            return true;
        }

        end = i + 2;
        value = TimeWords.AboutNumber(text.Folded(i));
        return value > 0 && text.Folded(i + 1) is "de" or "d'";
    }

    /// <summary>The unit at a token; SA and "semaines d'aménorrhée" are weeks of a pregnancy.</summary>
    private static bool Unit(TokenText text, int i, out TimeUnit unit, out bool isGestational, out int end)
    {
        (unit, isGestational, end) = (TimeUnit.Weeks, false, i + 1);
        if (i >= text.Count) return false;
        if (text.Folded(i) is "sa")
        {
            isGestational = true;
            return true;
        }

        if (!TimeWords.Unit(text.Folded(i), out unit)) return false;
        if (unit == TimeUnit.Weeks && text.Folded(i + 1) is "d'" or "de" && TimeWords.Gestation.Value.Contains(text.Folded(i + 2))) (isGestational, end) = (true, i + 3);

        // 6 sem.
        else if (text.Folded(i) is "sem" && text[i][^1] != '.' && text.Folded(i + 1) is "." && text.Span(i).End == text.Span(i + 1).Start) end++;
        return true;
    }

    private static bool Is(TokenText text, int i, string folded) => i < text.Count && text.Is(i, folded);
}
