using System.Text.RegularExpressions;
using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Days and months that only their context tells: "réévalué le 30.", "IRM du 22 :", "la nuit du 24 au 25", "(janvier et mars)", "depuis l'automne".</summary>
internal static partial class LoneDays
{
    private static readonly Lazy<WordSet> Months = Knowledge.Words("dates.tsv", "month");
    private static readonly Lazy<WordSet> Seasons = Knowledge.Words("dates.tsv", "season");
    private const int FewestInLine = 3;

    private static readonly Lazy<WordSet> Periods = Knowledge.Words("dates.tsv", "period");
    private static readonly Lazy<WordSet> DayAfter = Knowledge.Words("dates.tsv", "day-after");
    private static readonly Lazy<WordSet> DateTitles = Knowledge.Words("dates.tsv", "date-title");
    private static readonly Lazy<WordSet> Weekdays = Knowledge.Words("dates.tsv", "weekday");
    private static readonly Lazy<WordSet> NotBefore = Knowledge.Words("dates.tsv", "not-day");

    internal static IEnumerable<TextSpan> Find(TokenText text)
    {
        foreach (var pair in Pairs(text)) yield return pair;
        foreach (var file in FileDates(text.Text)) yield return file;
        for (var i = 1; i < text.Count; i++)
        {
            if (!text.SameLine(i - 1, i)) continue;
            if (IsDay(text, i) && (IsSaid(text, i) || IsOfWeek(text, i))) yield return text.Span(i);
            else if (Months.Value.Contains(text.Folded(i)) && IsListed(text, i)) yield return text.Span(i);
            else if (Seasons.Value.Contains(text.Folded(i)) && text.Is(i - 1, "l'") && text.Is(i - 2, "depuis")) yield return text.Span(i);
        }
    }

    /// <summary>Days and months of a diary (each at the start of a line) or of a column of dates, and the same ones elsewhere.</summary>
    private static List<TextSpan> Pairs(TokenText text)
    {
        var starts = new List<TextSpan>();
        for (var i = 0; i < text.Count; i++)
        {
            if (text.IsRawLineStart(i) && IsPair(text, i) && text.SameLine(i, i + 1) && text.Kind(i + 1) is not TokenKind.Number) starts.Add(text.Span(i));
        }

        if (starts.Count < 2) starts.Clear();
        AddRows(text, starts);
        for (var i = 0; i + 1 < text.Count; i++)
        {
            if (IsPair(text, i) && text.SameLine(i, i + 1) && (text.Kind(i + 1) == TokenKind.Time || (text.Kind(i + 1) == TokenKind.Number && text.Is(i + 2, "h")))) starts.Add(text.Span(i));
        }

        foreach (var (title, cell) in TableColumns.Read(text, title => DateTitles.Value.Contains(title)))
        {
            if (DateTitles.Value.Contains(title) && text.TokenAt(cell.Start) is var at && IsPair(text, at) && text.Span(at) == cell) starts.Add(cell);
        }

        Repeat(text, starts);
        return starts;
    }

    /// <summary>The days at the top of a week: L 3/02, M 4/02, M 5/02.</summary>
    private static void AddRows(TokenText text, List<TextSpan> found)
    {
        var row = new List<(TextSpan Span, int Value)>();
        for (var i = 0; i <= text.Count; i++)
        {
            if (i == text.Count || text.IsLineStart(i) || text.IsRawLineStart(i))
            {
                var rises = row.Count >= FewestInLine;
                for (var k = 1; k < row.Count; k++) rises &= row[k].Value - row[k - 1].Value is 1 or 2 or (>= 69 and <= 75);
                if (rises) found.AddRange(row.Select(cell => cell.Span));
                row.Clear();
            }

            if (i < text.Count && IsPair(text, i)) row.Add((text.Span(i), (100 * int.Parse(text[i][(text[i].IndexOf('/') + 1)..], null)) + int.Parse(text[i][..text[i].IndexOf('/')], null)));
        }
    }

    /// <summary>The same day and month elsewhere.</summary>
    private static void Repeat(TokenText text, List<TextSpan> found)
    {
        var known = found.Select(span => text.Text.Substring(span.Start, span.Length)).Where(pair => pair.Length >= 4).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0) return;
        for (var i = 0; i < text.Count; i++)
        {
            if (IsPair(text, i) && known.Contains(text[i].ToString()) && !text.IsBefore(i, 2, DateWords.NotPair)) found.Add(text.Span(i));
        }
    }

    /// <summary>20250214 in the name of a file.</summary>
    private static List<TextSpan> FileDates(string text)
    {
        var found = new List<TextSpan>();
        foreach (var match in FileDate().EnumerateMatches(text)) found.Add(TextSpan.FromLength(match.Index, match.Length));
        return found;
    }

    [GeneratedRegex(@"(?<=[A-Za-z0-9][_\-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=[_\-]|\.[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex FileDate();

    private static bool IsPair(TokenText text, int i)
    {
        if (i >= text.Count || text[i].Length is < 3 or > 5 || text[i].IndexOf('/') is not (1 or 2) || text[i].Count('/') != 1) return false;
        var mark = text[i].IndexOf('/');
        return int.TryParse(text[i][..mark], null, out var day) && int.TryParse(text[i][(mark + 1)..], null, out var month) && day is >= 1 and <= 31 && month is >= 1 and <= 12;
    }

    /// <summary>Lun 20, jeudi 23: a day after its weekday.</summary>
    private static bool IsOfWeek(TokenText text, int i) =>
        Weekdays.Value.Contains(text.Folded(i - 1)) && (text[i - 1].Length > 3 || text.IsLineStart(i - 1)) && text[i].Length <= 2
        && (!text.SameLine(i, i + 1) || (text.Kind(i + 1) is not (TokenKind.Unit or TokenKind.Number or TokenKind.Time) && !Months.Value.Contains(text.Folded(i + 1)) && text.Folded(i + 1) is not ("h" or "/" or "-" or "et" or "heures" or "fois")));

    private static bool IsDay(TokenText text, int i) => text.Kind(i) == TokenKind.Number && text[i].Length <= 2 && int.TryParse(text[i], null, out var day) && day is >= 1 and <= 31;

    private static bool IsSaid(TokenText text, int i)
    {
        if (!text.SameLine(i - 2, i) || NotBefore.Value.Contains(text.Folded(i - 2))) return false;
        var ends = !text.SameLine(i, i + 1) || text.IsRawLineStart(i + 1) || text.Folded(i + 1) is "." or "," or ":" or ";" or ")" or "(";
        var isWord = text.Kind(i - 2) == TokenKind.Word;
        return text.Folded(i - 1) switch
        {
            "le" => isWord && (ends || (text.SameLine(i, i + 1) && DayAfter.Value.Contains(text.Folded(i + 1)))),
            "du" => isWord && ((ends && !text.Is(i + 1, "(")) || (Periods.Value.Contains(text.Folded(i - 2)) && DayAfter.Value.Contains(text.Folded(i + 1))) || (text.Is(i + 1, "au") && text.SameLine(i, i + 2) && IsDay(text, i + 2))),
            "au" => (ends && IsDay(text, i - 2) && text.Is(i - 3, "du")) || (text.Folded(i - 2) is "jusqu'" or "jusqu" && (ends || DayAfter.Value.Contains(text.Folded(i + 1)))),
            "jusqu'au" => ends || DayAfter.Value.Contains(text.Folded(i + 1)),
            _ => false,
        };
    }

    /// <summary>Two months between parentheses.</summary>
    private static bool IsListed(TokenText text, int i) =>
        (text.Is(i - 1, "(") && text.Folded(i + 1) is "et" or "," or "-" or "/" && Months.Value.Contains(text.Folded(i + 2)))
        || (text.Folded(i - 1) is "et" or "," or "-" or "/" && text.Is(i - 3, "(") && Months.Value.Contains(text.Folded(i - 2)));
}
