namespace HealthNlp.Pseudonymization;

/// <summary>
/// Absolute dates, whole or in part: digits, words, months and years alone, seasons with a year, feasts. Never what is relative (il y a 2 ans, J5), nor
/// numbers that only look like dates: pressures, scores, fractions, counts.
/// </summary>
internal sealed class DateDetector : Detector
{
    internal override string Name => "dates";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        var previousEnd = -1;
        for (var i = 0; i < text.Count; i++)
        {
            var span = DateAt(text, i, previousEnd, out var namesDay);
            if (span.IsEmpty) continue;
            if (namesDay) AddDaysBefore(text, i, findings);
            findings.Add(new Finding(span, Label(text, i)));
            previousEnd = text.TokenAt(span.End);

            // 2019-2021 is one token and two dates.
            if (text.Span(previousEnd - 1) is var last && last.End > span.End && text.Text[span.End] is '-' or '/' && YearAt(text.Text, span.End + 1))
            {
                findings.Add(new Finding(TextSpan.FromLength(span.End + 1, 4), Label(text, i)));
            }

            i = previousEnd - 1;
        }
    }

    /// <summary>The date that begins at a token; empty when none does.</summary>
    private static TextSpan DateAt(TokenText text, int i, int previousEnd, out bool namesDay)
    {
        namesDay = false;
        var start = text.Span(i).Start;
        if (!char.IsAsciiDigit(text.Text[start])) return WordDate(text, i, previousEnd);
        if (TextDate(text, i) is { IsEmpty: false } written)
        {
            namesDay = true;
            return written;
        }

        var shape = WrittenDate.Read(text.Text, start, out var end);
        if (shape == DateShape.Pair) namesDay = true;
        var accepted = shape switch
        {
            DateShape.Full => !text.IsBefore(i, 3, DateWords.NotPair) || end - start >= 8,
            DateShape.MonthYear => true,
            DateShape.Pair => PairContext.IsDate(text, i, start, end, previousEnd),
            DateShape.Year => IsYear(text, i, end, previousEnd),
            _ => false,
        };
        return accepted ? new TextSpan(start, end) : default;
    }

    /// <summary>12 janvier 2024, 1er mars, 3 nov. 23.</summary>
    private static TextSpan TextDate(TokenText text, int i)
    {
        if (!IsDay(text, i)) return default;
        var month = i + 1;
        if (!text.SameLine(i, month) || !(IsMonth(text, month) || DateWords.ShortMonths.Contains(text.Folded(month)))) return default;
        var year = YearAfter(text, month, 2);
        return text.Span(i, year > 0 ? year + 1 : month + 1);
    }

    /// <summary>mars 2023, septembre, mi-mars, hiver 2024, noël.</summary>
    private static TextSpan WordDate(TokenText text, int i, int previousEnd)
    {
        if (DateWords.Feasts.Match(text, i, out _) is > 0 and var feast) return text.Span(i, i + feast);
        var folded = text.Folded(i);
        var prefix = folded.StartsWith("mi-") ? 3 : 0;
        var isMonth = DateWords.Months.Contains(folded[prefix..]);
        if (!isMonth && !DateWords.ShortMonths.Contains(folded) && !DateWords.Seasons.Contains(folded)) return default;
        var start = text.Span(i).Start + prefix;
        if (YearAfter(text, i, 4) is > 0 and var year)
        {
            // "a été 2024" would be a verb.
            return text.Is(i, "ete") && text.Folded(i - 1) is not ("l'" or "en" or "d'" or "de" or "cet") ? default : new TextSpan(start, text.Span(year).End);
        }

        var said = text.SameLine(i - 1, i) && DateWords.BeforeMonth.Contains(text.Folded(i - 1)) && !text.IsLineStart(i);
        var listed = i - 1 == previousEnd && text.Folded(i - 1) is "," or "et" or "ou" or "a" or "-" or "/";
        return isMonth && (prefix > 0 || said || listed || (text.SameLine(i, i + 1) && DateWords.AfterMonth.Contains(text.Folded(i + 1))))
            ? new TextSpan(start, text.Span(i).End)
            : default;
    }

    private static bool IsMonth(TokenText text, int i) => DateWords.Months.Contains(text.Folded(i));

    private static bool IsDay(TokenText text, int i) =>
        text.Is(i, "1er") || (text.Kind(i) == TokenKind.Number && text[i].Length <= 2 && int.TryParse(text[i], null, out var day) && day is >= 1 and <= 31);

    /// <summary>The token of the year after a month, a final period between them allowed; -1 when there is none.</summary>
    private static int YearAfter(TokenText text, int month, int fewestDigits)
    {
        var i = text.SameLine(month, month + 2) && text.Folded(month + 1) is "." ? month + 2 : month + 1;
        if (!text.SameLine(month, i) || text.Kind(i) != TokenKind.Number) return -1;
        var digits = text[i].Length;
        if (!int.TryParse(text[i], null, out var value)) return -1;
        if (digits == 4) return WrittenDate.IsYear(value) ? i : -1;
        return digits == 2 && fewestDigits == 2 && !(text.SameLine(i, i + 1) && (text.Kind(i + 1) == TokenKind.Unit || DateWords.Durations.Contains(text.Folded(i + 1)))) ? i : -1;
    }

    private static bool YearAt(ReadOnlySpan<char> text, int at) => WrittenDate.Read(text[at..], 0, out _) == DateShape.Year;

    /// <summary>A number of four digits is a year unless a quantity is meant.</summary>
    private static bool IsYear(TokenText text, int i, int end, int previousEnd)
    {
        var next = text.TokenAt(end);
        if (text.SameLine(i, next) && (text.Kind(next) == TokenKind.Unit || text.Folded(next) is "%" or "x" or "*" || DateWords.Durations.Contains(text.Folded(next)))) return false;
        if (end < text.Text.Length && (char.IsLetter(text.Text[end]) || (text.Text[end] == '/' && !YearAt(text.Text, end + 1)))) return false;
        if (!text.SameLine(i - 1, i)) return true;
        if (DateWords.NotBeforeYear.Contains(text.Folded(i - 1))) return text.Is(i - 1, "a") && i - 1 == previousEnd;
        return !text.IsBefore(i, 3, DateWords.NotYear);
    }

    /// <summary>The days in "du 5 au 12 janvier", "les 5, 6 et 7 mars".</summary>
    private static void AddDaysBefore(TokenText text, int i, List<Finding> findings)
    {
        var days = new List<int>();
        var at = i - 1;
        while (text.SameLine(at - 1, i))
        {
            if (text.Is(at, "le") || text.Is(at, "au")) at -= text.Is(at, "le") ? 1 : 0;
            if (!text.SameLine(at - 1, i) || !DateWords.BetweenDays.Contains(text.Folded(at)) || !IsDay(text, at - 1)) break;
            days.Add(at - 1);
            at -= 2;
        }

        if (days.Count == 0 || !text.SameLine(at, i) || !DateWords.BeforeDay.Contains(text.Folded(at))) return;
        for (var k = days.Count - 1; k >= 0; k--) findings.Add(new Finding(text.Span(days[k]), IdentifierLabels.IdentifyingDate));
    }

    private static string Label(TokenText text, int i)
    {
        if (text.IsBefore(i, 4, DateWords.References)) return IdentifierLabels.UnidentifyingDate;
        var at = i - 1;
        while (text.SameLine(at, i) && i - at < 6 && DateWords.BirthGap.Contains(text.Folded(at)) && !DateWords.Birth.Contains(text.Folded(at))) at--;
        var born = text.SameLine(at, i) && DateWords.Birth.Contains(text.Folded(at));
        if (!born) return IdentifierLabels.IdentifyingDate;
        var isDateOfBirth = !text.Is(at, "naissance") || text.Folded(at - 1) is "de";
        return isDateOfBirth && !text.IsBefore(at, 1, DateWords.NotBirth) ? IdentifierLabels.BirthDate : IdentifierLabels.IdentifyingDate;
    }
}
