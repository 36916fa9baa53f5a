using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Days and months that only their context tells: "réévalué le 30.", "IRM du 22 :", "la nuit du 24 au 25", "(janvier et mars)", "depuis l'automne".</summary>
internal static class LoneDays
{
    private static readonly Lazy<WordSet> Months = Knowledge.Words("dates.tsv", "month");
    private static readonly Lazy<WordSet> Seasons = Knowledge.Words("dates.tsv", "season");
    private static readonly Lazy<WordSet> NotBefore = Knowledge.Words("dates.tsv", "not-day");

    internal static IEnumerable<TextSpan> Find(TokenText text)
    {
        for (var i = 1; i < text.Count; i++)
        {
            if (!text.SameLine(i - 1, i)) continue;
            if (IsDay(text, i) && IsSaid(text, i)) yield return text.Span(i);
            else if (Months.Value.Contains(text.Folded(i)) && IsListed(text, i)) yield return text.Span(i);
            else if (Seasons.Value.Contains(text.Folded(i)) && text.Is(i - 1, "l'") && text.Is(i - 2, "depuis")) yield return text.Span(i);
        }
    }

    private static bool IsDay(TokenText text, int i) => text.Kind(i) == TokenKind.Number && text[i].Length <= 2 && int.TryParse(text[i], null, out var day) && day is >= 1 and <= 31;

    private static bool IsSaid(TokenText text, int i)
    {
        if (!text.SameLine(i - 2, i) || NotBefore.Value.Contains(text.Folded(i - 2))) return false;
        var ends = !text.SameLine(i, i + 1) || text.Folded(i + 1) is "." or "," or ":" or ";" or ")" or "(";
        var isWord = text.Kind(i - 2) == TokenKind.Word;
        return text.Folded(i - 1) switch
        {
            "le" => ends && isWord,
            "du" => isWord && ((ends && !text.Is(i + 1, "(")) || (text.Is(i + 1, "au") && text.SameLine(i, i + 2) && IsDay(text, i + 2))),
            "au" => ends && IsDay(text, i - 2) && text.Is(i - 3, "du"),
            _ => false,
        };
    }

    /// <summary>Two months between parentheses.</summary>
    private static bool IsListed(TokenText text, int i) =>
        (text.Is(i - 1, "(") && text.Folded(i + 1) is "et" or "," or "-" or "/" && Months.Value.Contains(text.Folded(i + 2)))
        || (text.Folded(i - 1) is "et" or "," or "-" or "/" && text.Is(i - 3, "(") && Months.Value.Contains(text.Folded(i - 2)));
}
