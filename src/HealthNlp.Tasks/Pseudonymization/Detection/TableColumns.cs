using System.Buffers;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The cells below the titles of a table, by tabs, semicolons, bars or wide gaps.</summary>
/// <remarks>A row of titles has three cells or more and no digit. Its table ends at an empty line; a row with another number of cells is counted from its right end.</remarks>
internal static class TableColumns
{
    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-=_|+ :\t");

    private const int FewestCells = 3;

    /// <summary>The title, folded, and the place of each cell that is not empty, below titles of which one is known.</summary>
    internal static List<(string Title, TextSpan Cell)> Read(TokenText text, Func<string, bool> isKnown)
    {
        var found = new List<(string, TextSpan)>();
        List<string>? titles = null;
        var mark = '\0';
        foreach (var line in TextLine.Split(text.Text))
        {
            var row = text.Text.AsSpan(line.Start, line.End - line.Start);
            if (row.IsWhiteSpace()) titles = null;
            if (row.IsWhiteSpace() || IsRule(row)) continue;
            var own = MarkOf(row);
            var cells = own == '\0' ? [] : Cells(text.Text, line, own);
            if (titles is not null && own == mark && cells.Count > 1 && !IsTitles(text, cells, isKnown))
            {
                var shift = cells.Count == titles.Count || mark != ' ' ? 0 : titles.Count - cells.Count;
                for (var k = 0; k < cells.Count; k++)
                {
                    if (k + shift >= 0 && k + shift < titles.Count && !cells[k].IsEmpty) found.Add((titles[k + shift], cells[k]));
                }

                continue;
            }

            if (cells.Count >= FewestCells && IsTitles(text, cells, isKnown)) (titles, mark) = (cells.ConvertAll(cell => Title(text, cell)), own);
            else if (mark == ' ') titles = null;
        }

        return found;
    }

    /// <summary>A title without what is only punctuation.</summary>
    private static string Title(TokenText text, TextSpan cell) => text.FoldedText.AsSpan(cell.Start, cell.Length).Trim(" :.*#\"'").ToString();

    private static bool IsRule(ReadOnlySpan<char> row) => row.IndexOfAnyExcept(RuleMarks) < 0;

    private static bool IsTitles(TokenText text, List<TextSpan> cells, Func<string, bool> isKnown) =>
        cells.TrueForAll(cell => text.Text.AsSpan(cell.Start, cell.Length).IndexOfAnyInRange('0', '9') < 0) && cells.Exists(cell => isKnown(Title(text, cell)));

    private static char MarkOf(ReadOnlySpan<char> row)
    {
        if (row.Contains('\t')) return '\t';
        if (row.Count(';') >= FewestCells - 1) return ';';
        if (row.Count('|') >= FewestCells - 1) return '|';
        return row.Trim().IndexOf("  ") >= 0 ? ' ' : '\0';
    }

    private static List<TextSpan> Cells(string text, TextLine line, char mark)
    {
        var cells = new List<TextSpan>();
        var content = mark is ' ' or '|' ? line.Content(text) : new TextSpan(line.Start, line.End);
        var (start, end) = (content.Start, content.End);
        if (mark == '|' && start < end && text[start] == '|') start++;
        while (start <= end)
        {
            var cut = mark == ' ' ? text.AsSpan(start, end - start).IndexOf("  ") : text.AsSpan(start, end - start).IndexOf(mark);
            var stop = cut < 0 ? end : start + cut;
            cells.Add(Trim(text, start, stop));
            if (cut < 0) break;
            start = stop + 1;
            while (mark == ' ' && start < end && text[start] == ' ') start++;
        }

        return cells;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '"') start++;
        while (end > start && text[end - 1] is ' ' or '"') end--;
        return new TextSpan(start, end);
    }
}
