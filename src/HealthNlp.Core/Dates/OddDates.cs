using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Dates in unusual forms: misread digits, 12-MAR-1958, eight digits after a label, numbers in letters.</summary>
internal static class OddDates
{
    private const int LongestMonth = 9;

    /// <summary>The date that begins at a token, in the normalised text; empty when there is none.</summary>
    internal static TextSpan At(TokenText text, int i, out DateForm form)
    {
        form = DateForm.Plain;
        var start = text.Span(i).Start;
        var end = HyphenMonth(text.FoldedText, start);
        if (end > 0) return new TextSpan(start, end);

        form = DateForm.Compact;
        if (text.Kind(i) == TokenKind.Number && IsCompact(text, i)) return text.Span(i);

        form = DateForm.Misread;
        if (Misread(text.FoldedText, start) is > 0 and var misreadEnd) return new TextSpan(start, misreadEnd);

        form = DateForm.Words;
        if (text.Kind(i) == TokenKind.Word && InWords(text, i) is > 0 and var words) return text.Span(i, words);
        form = DateForm.Plain;
        return default;
    }

    /// <summary>12-MAR-1958, 12/mars/58.</summary>
    private static int HyphenMonth(ReadOnlySpan<char> text, int start)
    {
        if (!char.IsAsciiDigit(text[start]) || (start > 0 && char.IsLetterOrDigit(text[start - 1]))) return 0;
        var day = Digits(text, start, 3);
        if (day > 2 || start + day >= text.Length || text[start + day] is not ('-' or '/' or '.') || int.Parse(text.Slice(start, day), null) is 0 or > 31) return 0;
        var month = start + day + 1;
        var length = 0;
        while (length <= LongestMonth && month + length < text.Length && char.IsAsciiLetterLower(text[month + length])) length++;
        if (length is < 3 or > LongestMonth || DateWords.MonthNumber(text.Slice(month, length), codes: true) == 0) return 0;
        var mark = month + length;
        if (mark < text.Length && text[mark] == '.' && text[month - 1] != '.') mark++;
        if (mark >= text.Length || text[mark] != text[month - 1]) return 0;
        var year = Digits(text, mark + 1, 5);
        return year is 2 or 4 ? mark + 1 + year : 0;
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
        if (start + 8 > text.Length || text[start + 2] is not '/' || text[start + 5] is not '/' || (start > 0 && char.IsLetterOrDigit(text[start - 1]))) return 0;
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

    /// <summary>The token after "quinze mai mille neuf cent quatre-vingt-dix-huit", "premier juin 2021"; 0 when none begins here.</summary>
    private static int InWords(TokenText text, int i)
    {
        if (NumberWords.Read(text, i, out var monthToken) is not (>= 1 and <= 31) || !text.SameLine(i, monthToken) || !DateWords.Months.Contains(text.Folded(monthToken))) return 0;
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
