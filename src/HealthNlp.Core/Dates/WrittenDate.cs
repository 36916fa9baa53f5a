namespace HealthNlp.Dates;

/// <summary>How much of a date is written with digits.</summary>
internal enum DateShape
{
    /// <summary>No date.</summary>
    None,

    /// <summary>12/03/2024, 10.10.2010, 12-03-24, 2024-03-12.</summary>
    Full,

    /// <summary>03/2024.</summary>
    MonthYear,

    /// <summary>24/11: also a score, a pressure or a fraction.</summary>
    Pair,

    /// <summary>2024.</summary>
    Year,
}

/// <summary>Reads a date written with digits. Every look-ahead is bounded.</summary>
internal static class WrittenDate
{
    internal const int FirstYear = 1920;
    internal const int LastYear = 2039;

    /// <summary>The oldest birth that a report may tell; a year before 1920 counts only beside its month.</summary>
    internal const int FirstBirthYear = 1880;

    /// <summary>The date that begins at a position that holds the first of a run of digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The position.</param>
    /// <param name="end">The position after the date.</param>
    /// <param name="afterRange">Whether the digits and mark just before are the first day of a range (28-30/09).</param>
    internal static DateShape Read(ReadOnlySpan<char> text, int start, out int end, bool afterRange = false)
    {
        end = start;
        if (start > 0 && !afterRange && (char.IsAsciiDigit(text[start - 1]) || (start > 1 && text[start - 1] is '/' or '.' or ',' or '-' && char.IsAsciiDigit(text[start - 2])))) return DateShape.None;
        var first = Number(text, start, out var firstEnd);
        if (firstEnd - start == 4) return FromYear(text, start, first, firstEnd, out end);
        if (firstEnd - start > 2 || first is 0 or > 31 || !Mark(text, firstEnd, out var mark, out var secondStart)) return DateShape.None;
        var second = Number(text, secondStart, out var secondEnd);
        if (secondEnd - secondStart == 4 && mark != ' ')
        {
            end = secondEnd;
            var month = mark == '/' ? first <= 31 : first <= 12 && firstEnd - start == 2;
            return month && IsDatedYear(second) && !More(text, end) ? DateShape.MonthYear : DateShape.None;
        }

        if (secondEnd - secondStart > 2 || secondEnd == secondStart) return DateShape.None;
        if (Mark(text, secondEnd, out var nextMark, out var thirdStart) && nextMark == mark && Number(text, thirdStart, out var thirdEnd) is var third && thirdEnd > thirdStart)
        {
            end = thirdEnd;
            return IsFull(first, second, third, firstEnd - start, secondEnd - secondStart, thirdEnd - thirdStart, mark) && !More(text, end) ? DateShape.Full : DateShape.None;
        }

        end = secondEnd;
        if (More(text, end) || (secondEnd < text.Length && text[secondEnd] is '%' or '/')) return DateShape.None;
        return mark switch
        {
            '/' => DateShape.Pair,
            '.' or '-' => firstEnd - start == 2 && secondEnd - secondStart == 2 ? DateShape.Pair : DateShape.None,
            _ => DateShape.None,
        };
    }

    internal static bool IsYear(int value) => value is >= FirstYear and <= LastYear;

    /// <summary>Whether a number may be the year of a date whose month is written.</summary>
    internal static bool IsDatedYear(int value) => value is >= FirstBirthYear and <= LastYear;

    private static DateShape FromYear(ReadOnlySpan<char> text, int start, int year, int yearEnd, out int end)
    {
        end = yearEnd;
        if (!IsDatedYear(year)) return DateShape.None;
        if (yearEnd < text.Length && text[yearEnd] is '-' or '/' && Number(text, yearEnd + 1, out var monthEnd) is >= 1 and <= 12 && monthEnd - yearEnd == 3
            && monthEnd < text.Length && text[monthEnd] == text[yearEnd] && Number(text, monthEnd + 1, out var dayEnd) is >= 1 and <= 31 && dayEnd - monthEnd == 3)
        {
            end = dayEnd;
            return DateShape.Full;
        }

        return !IsYear(year) || (yearEnd < text.Length && (char.IsAsciiDigit(text[yearEnd]) || (text[yearEnd] is '.' or ',' && More(text, yearEnd)))) ? DateShape.None : DateShape.Year;
    }

    private static bool IsFull(int day, int month, int year, int dayDigits, int monthDigits, int yearDigits, char mark)
    {
        if (day > 31 || month is 0 or > 31 || yearDigits is not (2 or 3 or 4)) return false;
        if (yearDigits == 4) return IsDatedYear(year) && (month <= 12 || day <= 12);

        // 12/03/204: a digit was lost.
        if (yearDigits == 3) return month <= 12 && mark == '/' && year is >= 190 and < 210;
        return month <= 12 && (mark == '/' || (dayDigits == 2 && monthDigits == 2));
    }

    /// <summary>A mark between two numbers, a space around a slash allowed.</summary>
    private static bool Mark(ReadOnlySpan<char> text, int at, out char mark, out int next)
    {
        var spaced = at + 1 < text.Length && text[at] == ' ' && text[at + 1] == '/';
        var slash = spaced ? at + 1 : at;
        (mark, next) = (slash < text.Length ? text[slash] : '\0', slash + 1);
        if (mark is not ('/' or '.' or '-')) return false;
        if (mark == '/' && next + 1 < text.Length && text[next] == ' ') next++;
        return next < text.Length && char.IsAsciiDigit(text[next]);
    }

    /// <summary>Whether digits go on after a mark.</summary>
    private static bool More(ReadOnlySpan<char> text, int at) =>
        at < text.Length && (char.IsAsciiDigit(text[at]) || (at + 1 < text.Length && text[at] is '/' or '.' or '-' or ',' && char.IsAsciiDigit(text[at + 1])));

    private static int Number(ReadOnlySpan<char> text, int at, out int end)
    {
        var value = 0;
        end = at;
        while (end < text.Length && end - at < 5 && char.IsAsciiDigit(text[end])) value = (value * 10) + text[end++] - '0';
        return value;
    }
}
