using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Dates written with the name of a month, of a season or of a feast.</summary>
internal static class WordDates
{
    private const int FirstShortYear = 13;
    private const int LastShortYear = 39;
    private const int FirstOldYear = 40;

    /// <summary>12 janvier 2024, 1er mars, 3 nov. 23: whether a month follows the day at a token.</summary>
    internal static bool MonthAfterDay(TokenText text, int day, out int end)
    {
        end = 0;
        var month = day + 1;
        if (!IsMonthNext(text, day, month)) return false;
        var year = YearAfter(text, month);
        end = text.Span(year > 0 ? year : month).End;
        if (year < 0 && YearInWords(text, month + 1) is > 0 and var words) end = text.Span(words - 1).End;
        return true;
    }

    /// <summary>The token after a year in letters (deux mille dix-neuf); 0 when none begins here.</summary>
    internal static int YearInWords(TokenText text, int i) =>
        text.IsNear(i - 1, i) && text.Kind(i) == TokenKind.Word && NumberWords.Read(text, i, out var end) is var year && WrittenDate.IsYear(year) ? end : 0;

    /// <summary>Whether a month follows, on the same line or where the line is broken before a small letter.</summary>
    private static bool IsMonthNext(TokenText text, int day, int month) =>
        (text.SameLine(day, month) || (text.IsNear(day, month) && (char.IsLower(text[month][0]) || DateWords.BeforeDay.Contains(text.Folded(day - 1))))) && (IsMonth(text, month) || DateWords.ShortMonths.Contains(text.Folded(month)));

    /// <summary>mars 2023, septembre, mi-mars, hiver 2024, noël; empty when no date begins here.</summary>
    internal static TextSpan At(TokenText text, int i, int previousEnd)
    {
        if (DateWords.Feasts.Match(text, i, out _) is > 0 and var feast) return text.Span(i, i + feast);
        var folded = text.Folded(i);
        var prefix = folded.StartsWith("mi-") ? 3 : 0;
        var isMonth = DateWords.Months.Contains(folded[prefix..]);
        if (!isMonth && !DateWords.ShortMonths.Contains(folded) && !DateWords.Seasons.Contains(folded)) return default;
        var start = text.Span(i).Start + prefix;
        var said = text.SameLine(i - 1, i) && DateWords.BeforeMonth.Contains(text.Folded(i - 1));
        if (YearAfter(text, i) is > 0 and var year && (text[year].Length == 4 || said || text.IsClauseEnd(year + 1)))
        {
            // "a été 2024" would be a verb.
            return text.Is(i, "ete") && text.Folded(i - 1) is not ("l'" or "en" or "d'" or "de" or "cet") ? default : new TextSpan(start, text.Span(year).End);
        }

        if (YearInWords(text, i + 1) is > 0 and var yearEnd) return new TextSpan(start, text.Span(yearEnd - 1).End);
        var listed = i - 1 == previousEnd && text.Folded(i - 1) is "," or "et" or "ou" or "a" or "-" or "/";
        return isMonth && (prefix > 0 || said || listed || (text.SameLine(i, i + 1) && DateWords.AfterMonth.Contains(text.Folded(i + 1))))
            ? new TextSpan(start, text.Span(i).End)
            : default;
    }

    private static bool IsMonth(TokenText text, int i) => DateWords.Months.Contains(text.Folded(i));

    /// <summary>The token of the year after a month, a period between them allowed; -1 when there is none.</summary>
    private static int YearAfter(TokenText text, int month)
    {
        var i = text.SameLine(month, month + 2) && text.Folded(month + 1) is "." ? month + 2 : month + 1;
        if (!text.IsNear(month, i) || text.Kind(i) != TokenKind.Number || !int.TryParse(text[i], null, out var value)) return -1;

        // On the next line a year may begin an item: "2019 : AVC".
        if (!text.SameLine(month, i) && (text[i].Length != 4 || text.Folded(i + 1) is ":" or "-" or "/")) return -1;
        if (text[i].Length == 4) return WrittenDate.IsDatedYear(value) ? i : -1;
        var quantity = text.SameLine(i, i + 1) && (text.Kind(i + 1) == TokenKind.Unit || DateWords.Durations.Contains(text.Folded(i + 1)));
        return text[i].Length == 2 && !quantity && (value is >= FirstShortYear and <= LastShortYear || (value >= FirstOldYear && text.IsClauseEnd(i + 1))) ? i : -1;
    }
}
