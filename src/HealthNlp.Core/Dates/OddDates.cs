using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Dates in unusual forms: misread digits, 12-MAR-1958, eight digits after a label, numbers in letters.</summary>
internal static class OddDates
{
    private const int LongestMonth = 9;

    /// <summary>The date that begins at a token, in the normalised text; empty when there is none.</summary>
    internal static TextSpan At(TokenText text, int i)
    {
        var start = text.Span(i).Start;
        if (HyphenMonth(text.FoldedText, start) is > 0 and var end) return new TextSpan(start, end);
        if (text.Kind(i) == TokenKind.Number && IsCompact(text, i)) return text.Span(i);
        if (Misread(text.FoldedText, start) is > 0 and var misreadEnd) return new TextSpan(start, misreadEnd);
        if (text.Kind(i) == TokenKind.Number && Loose(text, i) is > 0 and var looseEnd) return new TextSpan(start, looseEnd);
        if (text.Kind(i) != TokenKind.Word) return default;
        if (MisreadDay(text, i) && WordDates.MonthAfterDay(text, i, out var monthEnd)) return new TextSpan(start, monthEnd);

        // le12/03/2024
        if (text.Folded(i) is ['l', 'e', >= '0' and <= '9', ..] or ['d', 'u', >= '0' and <= '9', ..] && WrittenDate.Read(text.Text, start + 2, out var gluedEnd) == DateShape.Full) return new TextSpan(start + 2, gluedEnd);

        // le25 mai
        if (text.Folded(i) is ['l', 'e', >= '1' and <= '9'] or ['l', 'e', >= '0' and <= '3', >= '0' and <= '9'] && WordDates.MonthAfterDay(text, i, out var wordEnd)) return new TextSpan(start + 2, wordEnd);
        return InWords(text, i) is > 0 and var words ? text.Span(i, words) : default;
    }

    /// <summary>12-MAR-1958, 12/mars/58, 12-MAR.</summary>
    private static int HyphenMonth(ReadOnlySpan<char> text, int start)
    {
        if (!char.IsAsciiDigit(text[start]) || (start > 0 && char.IsLetterOrDigit(text[start - 1]))) return 0;
        var day = Digits(text, start, 3);
        if (day > 2 || start + day >= text.Length || text[start + day] is not ('-' or '/' or '.') || int.Parse(text.Slice(start, day), null) is 0 or > 31) return 0;
        var month = start + day + 1;
        var length = 0;
        while (length <= LongestMonth && month + length < text.Length && char.IsAsciiLetterLower(text[month + length])) length++;
        if (length is < 3 or > LongestMonth || !DateWords.HyphenMonths.Contains(text.Slice(month, length))) return 0;
        var mark = month + length;
        if (mark < text.Length && text[mark] == '.' && text[month - 1] != '.') mark++;
        var year = mark < text.Length && text[mark] == text[month - 1] ? Digits(text, mark + 1, 5) : 0;
        if (year is 2 or 4) return mark + 1 + year;

        // 12-MAR
        var letters = month + length;
        return text[month - 1] == '-' && (letters == text.Length || !(char.IsLetterOrDigit(text[letters]) || text[letters] is '-' or '/')) ? letters : 0;
    }

    private static bool IsCompact(TokenText text, int i)
    {
        if (text[i].Length != 8 || text[i].IndexOfAnyExceptInRange('0', '9') >= 0 || !text.SameLine(i - 1, i)) return false;
        var label = text.Folded(i - 1) is ":" or "=" ? i - 2 : i - 1;
        return text.SameLine(label, i) && DateWords.CompactLabels.Contains(text.Folded(label)) && IsCalendarDay(text[i]);
    }

    /// <summary>20240312 or 12032024.</summary>
    private static bool IsCalendarDay(ReadOnlySpan<char> digits) =>
        DateOnly.TryParseExact(digits, ["yyyyMMdd", "ddMMyyyy"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
        && WrittenDate.IsDatedYear(day.Year);

    /// <summary>l2/O3/2024: two, two and four characters of which a few are letters that look like digits.</summary>
    private static int Misread(ReadOnlySpan<char> text, int start)
    {
        if (start + 8 > text.Length || text[start + 2] is not ('/' or '.' or '-') || text[start + 5] != text[start + 2] || (start > 0 && char.IsLetterOrDigit(text[start - 1]))) return 0;
        var (end, digits, letters) = (start, 0, 0);
        for (; end < text.Length && end < start + 10; end++)
        {
            if (end == start + 2 || end == start + 5) continue;
            if (char.IsAsciiDigit(text[end])) digits++;
            else if (DateWords.Misread(text[end]) != '\0') letters++;
            else break;
        }

        return letters > 0 && digits > letters && end - start is 8 or 10 && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? end : 0;
    }

    /// <summary>I5, O3: a day of which a letter was read for a digit.</summary>
    private static bool MisreadDay(TokenText text, int i)
    {
        if (text.Folded(i) is not [var tens, var units]) return false;
        return (tens is >= '0' and <= '3' && DateWords.Misread(units) != '\0') || (char.IsAsciiDigit(units) && DateWords.Misread(tens) is >= '0' and <= '3');
    }

    /// <summary>After le, du, au: 12 3 2024, 04 - 02 - 2025, 9-2-87; anywhere 12 03 2024.</summary>
    private static int Loose(TokenText text, int i)
    {
        var said = text.SameLine(i - 1, i) && DateWords.BeforePair.Contains(text.Folded(i - 1));
        if (text[i].Length > 10 || (!said && (text[i].Length != 2 || (text.SameLine(i - 1, i) && text.Kind(i - 1) == TokenKind.Number)))) return 0;
        var at = text.Span(i).Start;
        var (day, month) = (Part(text.Text, ref at, out var mark), Part(text.Text, ref at, out var second));
        if (day is 0 or > 31 || month is 0 or > 12 || mark != second || mark == '\0') return 0;
        var digits = Digits(text.Text, at, 5);

        // With nothing before it, only what leaves no doubt: 12 03 2024, with all its digits.
        if (!said && (mark != ' ' || digits != 4 || at - text.Span(i).Start != 6 || (at + 5 < text.Text.Length && text.Text[at + 4] == ' ' && char.IsAsciiDigit(text.Text[at + 5])))) return 0;
        var year = digits == 4 ? int.Parse(text.Text.AsSpan(at, 4), null) : 0;
        return WrittenDate.IsDatedYear(year) || (digits == 2 && mark == '-') ? at + digits : 0;
    }

    /// <summary>A number of one or two digits and the mark after it.</summary>
    private static int Part(string text, ref int at, out char mark)
    {
        mark = '\0';
        var digits = Digits(text, at, 3);
        if (digits is 0 or 3) return 0;
        var value = int.Parse(text.AsSpan(at, digits), null);
        at += digits;
        if (at + 3 < text.Length && text[at] == ' ') mark = text[at + 1] is '-' && text[at + 2] == ' ' ? '=' : char.IsAsciiDigit(text[at + 1]) ? ' ' : '\0';
        else if (at < text.Length && text[at] is '-') mark = '-';
        at += mark == '=' ? 3 : 1;
        return value;
    }

    /// <summary>The token after "quinze mai mille neuf cent quatre-vingt-dix-huit", "premier juin 2021"; 0 when none begins here.</summary>
    private static int InWords(TokenText text, int i)
    {
        var number = NumberWords.Read(text, i, out var monthToken);
        if (WrittenDate.IsYear(number) && text.IsNear(i - 1, i) && DateWords.BeforeMonth.Contains(text.Folded(i - 1))) return monthToken;
        if (number is not (>= 1 and <= 31) || !text.SameLine(i, monthToken) || !DateWords.Months.Contains(text.Folded(monthToken))) return 0;
        var end = monthToken + 1;
        if (text.SameLine(i, end) && text.Kind(end) == TokenKind.Number) return text[end].Length == 4 && int.TryParse(text[end], null, out var digits) && WrittenDate.IsDatedYear(digits) ? end + 1 : end;
        return text.SameLine(i, end) && NumberWords.Read(text, end, out var yearEnd) is var year && WrittenDate.IsDatedYear(year) ? yearEnd : end;
    }

    private static int Digits(ReadOnlySpan<char> text, int at, int most)
    {
        var count = 0;
        while (count < most && at + count < text.Length && char.IsAsciiDigit(text[at + count])) count++;
        return count;
    }
}
