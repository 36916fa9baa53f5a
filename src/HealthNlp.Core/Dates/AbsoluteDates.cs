using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>A date as it is written.</summary>
/// <param name="Span">Its place in the normalised text, without the words around it (le, début).</param>
/// <param name="Token">The token that it begins in, or that of the range that it belongs to.</param>
/// <param name="IsRangeStart">Whether it is a day that takes its month from the next date: the 5 of "du 5 au 12 mars".</param>
internal readonly record struct FoundDate(TextSpan Span, int Token, bool IsRangeStart = false);

/// <summary>
/// Absolute dates, whole or in part: digits, words, months and years alone, seasons with a year, feasts. Never what is relative (il y a 2 ans, J5), nor
/// numbers that only look like dates: pressures, scores, fractions, counts.
/// </summary>
internal static class AbsoluteDates
{
    internal static List<FoundDate> Find(TokenText text)
    {
        var found = new List<FoundDate>();
        var previousEnd = -1;
        for (var i = 0; i < text.Count; i++)
        {
            var before = found.Count;
            var date = OddDates.At(text, i);
            if (date.IsEmpty) date = char.IsAsciiDigit(text[i][0]) ? NumberDate(text, i, previousEnd, found) : WordDates.At(text, i, previousEnd);

            // 45/13/2020 is no date of the calendar, yet meant as one.
            if (date.IsEmpty && text.Kind(i) == TokenKind.Date && text[i].Length == 10 && text[i][2] == '/') date = text.Span(i);
            if (date.IsEmpty)
            {
                found.RemoveRange(before, found.Count - before);
                continue;
            }

            found.Add(new FoundDate(date, i));
            previousEnd = text.TokenAt(date.End);

            // 2019-2021 is one token and two dates.
            if (text.Span(previousEnd - 1) is var last && last.End > date.End && text.Text[date.End] is '-' or '/' && YearContext.IsYearAt(text.Text, date.End + 1))
            {
                found.Add(new FoundDate(TextSpan.FromLength(date.End + 1, 4), i));
            }

            i = previousEnd - 1;
        }

        return found;
    }

    /// <summary>The date that begins at a number; the days before it (du 5 au 12 janvier, 28-30/09) are added to <paramref name="found"/>.</summary>
    private static TextSpan NumberDate(TokenText text, int i, int previousEnd, List<FoundDate> found)
    {
        var start = text.Span(i).Start;
        if (RangeEnd(text, i) is > 0 and var second)
        {
            var ranged = WordDates.MonthAfterDay(text, i, out var monthEnd) ? new TextSpan(second, monthEnd) : Ranged(text, i, second);
            if (!ranged.IsEmpty) found.Add(new FoundDate(new TextSpan(start, second - 1), i, IsRangeStart: true));
            return ranged;
        }

        if (IsDay(text, i) && WordDates.MonthAfterDay(text, i, out var textEnd))
        {
            AddDaysBefore(text, i, found);
            return new TextSpan(start, textEnd);
        }

        var shape = WrittenDate.Read(text.Text, start, out var end);
        var accepted = shape switch
        {
            DateShape.Full => HasLongYear(text.Text, end) || DateWords.BeforePair.Contains(text.Folded(i - 1)) || !text.IsBefore(i, 3, DateWords.NotPair),
            DateShape.MonthYear => !text.IsBefore(i, 3, DateWords.NotPair),
            DateShape.Pair => PairContext.IsDate(text, i, start, end, previousEnd),
            DateShape.Year => YearContext.IsYear(text, i, end, previousEnd),
            _ => YearContext.IsShortYear(text, i, out end),
        };
        if (!accepted) return default;
        if (shape is DateShape.Pair or DateShape.Full) AddDaysBefore(text, i, found);

        // 18/11 2025
        var next = text.TokenAt(end);
        if (shape == DateShape.Pair && text.SameLine(i, next) && text.Text.AsSpan(end, text.Span(next).Start - end) is " " && WrittenDate.Read(text.Text, text.Span(next).Start, out var yearEnd) == DateShape.Year
            && YearContext.IsYear(text, next, yearEnd, next)) end = yearEnd;
        return new TextSpan(start, end);
    }

    /// <summary>30/09 in 28-30/09, after a word that speaks of dates.</summary>
    private static TextSpan Ranged(TokenText text, int i, int second)
    {
        var shape = WrittenDate.Read(text.Text, second, out var end, afterRange: true);
        var said = shape == DateShape.Full || (text.SameLine(i - 1, i) && (DateWords.BeforePair.Contains(text.Folded(i - 1)) || text.Folded(i - 1) is "("));
        return shape is DateShape.Pair or DateShape.Full && said && text.Text[second - 1] == '-' && text.Text.AsSpan(second, end - second).Contains('/') ? new TextSpan(second, end) : default;
    }

    /// <summary>The position of the second day of a range such as 5-12; 0 when there is none.</summary>
    private static int RangeEnd(TokenText text, int i)
    {
        var span = text.Span(i);
        var hyphen = text.Text.AsSpan(span.Start, Math.Min(3, span.Length)).IndexOf('-');
        return hyphen > 0 && span.Start + hyphen + 1 < text.Text.Length && char.IsAsciiDigit(text.Text[span.Start + hyphen + 1])
            && int.TryParse(text.Text.AsSpan(span.Start, hyphen), null, out var day) && day is >= 1 and <= 31
            && WrittenDate.Read(text.Text, span.Start, out _) == DateShape.None ? span.Start + hyphen + 1 : 0;
    }

    private static bool HasLongYear(ReadOnlySpan<char> text, int end) => text[(end - 4)..end].IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsDay(TokenText text, int i) =>
        text.Is(i, "1er") || (text.Kind(i) == TokenKind.Number && text[i].Length <= 2 && int.TryParse(text[i], null, out var day) && day is >= 1 and <= 31);

    /// <summary>The days in "du 5 au 12 janvier", "les 5, 6 et 7 mars".</summary>
    private static void AddDaysBefore(TokenText text, int i, List<FoundDate> found)
    {
        var days = new List<int>();
        var at = i - 1;
        while (text.SameLine(at - 1, i))
        {
            if (text.Is(at, "le")) at--;
            if (!text.SameLine(at - 1, i) || !DateWords.BetweenDays.Contains(text.Folded(at)) || !IsDay(text, at - 1)) break;
            days.Add(at - 1);
            at -= 2;
        }

        if (days.Count == 0 || !text.SameLine(at, i) || !DateWords.BeforeDay.Contains(text.Folded(at))) return;
        for (var k = days.Count - 1; k >= 0; k--) found.Add(new FoundDate(text.Span(days[k]), days[k], IsRangeStart: true));
    }
}
