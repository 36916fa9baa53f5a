using System.Buffers;

namespace HealthNlp.Quantities;

/// <summary>How a line is cut into cells, and what its cells look like.</summary>
internal static class RowShape
{
    private const int LongestValue = 24;

    private static readonly SearchValues<char> Rules = SearchValues.Create("|-+=: \t_");

    /// <summary>What cuts a line into cells; NUL when nothing does.</summary>
    internal static char Delimiter(ReadOnlySpan<char> line)
    {
        if (line.Contains('|')) return '|';
        if (line.Contains('\t')) return '\t';
        if (line.IndexOf(';') is >= 0 and var first && line[(first + 1)..].Contains(';')) return ';';
        return line.Contains("  ", StringComparison.Ordinal) ? ' ' : '\0';
    }

    /// <summary>The cells of a line, without white space around; none of a line of dashes.</summary>
    internal static List<TextSpan> Cut(string text, TextSpan line, char delimiter)
    {
        var cells = new List<TextSpan>();
        var content = text.AsSpan(line.Start, line.Length);
        if (content.IndexOfAnyExcept(Rules) < 0) return cells;
        if (delimiter == ' ') return CutAtWideSpaces(text, line);
        var (start, end) = (line.Start, line.End);
        if (delimiter == '|' && text[start] == '|') start++;
        if (delimiter == '|' && end > start && text[end - 1] == '|') end--;
        while (true)
        {
            var length = text.AsSpan(start, end - start).IndexOf(delimiter);
            cells.Add(Trim(text, start, length < 0 ? end : start + length));
            if (length < 0) return cells;
            start += length + 1;
        }
    }

    /// <summary>The pieces of a line between single spaces.</summary>
    internal static List<TextSpan> CutAtSpaces(string text, TextSpan line)
    {
        var cells = new List<TextSpan>();
        var start = line.Start;
        for (var at = line.Start; at <= line.End; at++)
        {
            if (at < line.End && !char.IsWhiteSpace(text[at])) continue;
            if (at > start) cells.Add(new TextSpan(start, at));
            start = at + 1;
        }

        return cells;
    }

    /// <summary>Whether a cell is a value: a number, perhaps with its comparator and its unit.</summary>
    internal static bool IsValue(string text, TextSpan cell)
    {
        if (cell.IsEmpty || cell.Length > LongestValue) return false;
        var at = cell.Start;
        while (at < cell.End && text[at] is '<' or '>' or '≤' or '≥' or '=' or '~' or '+' or '-' or ' ') at++;
        if (at == cell.End || !char.IsAsciiDigit(text[at]) || HasDateShape(text.AsSpan(at, cell.End - at))) return false;
        while (at < cell.End && (char.IsAsciiDigit(text[at]) || text[at] is ',' or '.' or '/' or '-' or '–' or ' ' or '^' or 'x' or '*')) at++;
        return at == cell.End || (UnitReader.TryReadAt(text.AsSpan(0, cell.End), at, out var unit) && cell.End - unit.End < 4);
    }

    /// <summary>Whether the first row names the columns: no value in it, and one below.</summary>
    internal static bool HasHeader(string text, IReadOnlyList<IReadOnlyList<TextSpan>> rows)
    {
        if (rows.Count < 2 || rows[0].All(cell => cell.IsEmpty)) return false;
        foreach (var cell in rows[0])
        {
            if (IsValue(text, cell) && !IsDayMonth(text.AsSpan(cell.Start, cell.Length))) return false;
        }

        return rows.Skip(1).Any(row => row.Any(cell => IsValue(text, cell)));
    }

    private static List<TextSpan> CutAtWideSpaces(string text, TextSpan line)
    {
        var cells = new List<TextSpan>();
        var start = line.Start;
        while (true)
        {
            var length = text.AsSpan(start, line.End - start).IndexOf("  ", StringComparison.Ordinal);
            cells.Add(Trim(text, start, length < 0 ? line.End : start + length));
            if (length < 0) return cells;
            start += length + 2;
            while (start < line.End && text[start] == ' ') start++;
        }
    }

    /// <summary>12/03/2024, 12.03.24: a date and no value.</summary>
    private static bool HasDateShape(ReadOnlySpan<char> text)
    {
        if (text.Length < 6) return false;
        var marks = 0;
        foreach (var c in text)
        {
            if (c is '/' or '.' or '-') marks++;
            else if (!char.IsAsciiDigit(c)) return false;
        }

        return marks == 2;
    }

    /// <summary>12/03 is a date, 12/8 is a blood pressure.</summary>
    private static bool IsDayMonth(ReadOnlySpan<char> text) =>
        text.Length == 5 && text[2] == '/' && int.TryParse(text[..2], null, out var day) && int.TryParse(text[3..], null, out var month) && day is >= 1 and <= 31 && month is >= 1 and <= 12;

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
