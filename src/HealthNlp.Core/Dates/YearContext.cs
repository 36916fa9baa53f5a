using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Whether a number is a year, by what stands around it.</summary>
internal static class YearContext
{
    private const int FirstShortYear = 50;

    internal static bool IsYearAt(ReadOnlySpan<char> text, int at) => at < text.Length && WrittenDate.Read(text[at..], 0, out _) == DateShape.Year;

    /// <summary>A number of four digits is a year unless a quantity is meant.</summary>
    internal static bool IsYear(TokenText text, int i, int end, int previousEnd)
    {
        if (IsQuantity(text, i, text.TokenAt(end))) return false;
        if (end < text.Text.Length && (char.IsLetter(text.Text[end]) || (text.Text[end] == '/' && !IsYearAt(text.Text, end + 1)))) return false;
        if (text.SameLine(i - 1, i) && DateWords.BeforeMonth.Contains(text.Folded(i - 1))) return true;
        if (text.SameLine(i, text.TokenAt(end)) && DateWords.NotYear.Contains(text.Folded(text.TokenAt(end)))) return false;
        if (!text.SameLine(i - 1, i)) return true;
        if (DateWords.NotBeforeYear.Contains(text.Folded(i - 1))) return text.Is(i - 1, "a") && i - 1 == previousEnd;
        return !text.IsBefore(i, 3, DateWords.NotYear);
    }

    /// <summary>"en 98".</summary>
    internal static bool IsShortYear(TokenText text, int i, out int end)
    {
        end = text.Span(i).End;
        var next = i + 1;
        return text.Kind(i) == TokenKind.Number && text[i].Length == 2 && int.TryParse(text[i], null, out var year) && year >= FirstShortYear
            && text.SameLine(i - 1, i) && text.Is(i - 1, "en") && !IsQuantity(text, i, next) && (text.IsClauseEnd(next) || DateWords.AfterShortYear.Contains(text.Folded(next)));
    }

    private static bool IsQuantity(TokenText text, int i, int next) =>
        text.SameLine(i, next) && (text.Kind(next) == TokenKind.Unit || text.Folded(next) is "%" or "x" or "*" || DateWords.Durations.Contains(text.Folded(next)));
}
