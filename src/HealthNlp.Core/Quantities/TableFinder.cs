using HealthNlp.Text;

namespace HealthNlp.Quantities;

/// <summary>A table in positions of the normalised text.</summary>
internal sealed record FoundTable(TextSpan Span, IReadOnlyList<IReadOnlyList<TextSpan>> Rows, bool HasHeader)
{
    internal TextTable ToTable(NormalizedText text)
    {
        var rows = new List<IReadOnlyList<TableCell>>(Rows.Count);
        var header = HasHeader ? Rows[0].Select(text.Map.ToRaw).ToArray() : [];
        for (var r = 0; r < Rows.Count; r++)
        {
            var isHeader = HasHeader && r == 0;
            var title = Rows[r][0];
            TextSpan? rowTitle = isHeader || title.IsEmpty || RowShape.IsValue(text.Text, title) ? null : text.Map.ToRaw(title);
            rows.Add([.. Rows[r].Select((cell, c) => new TableCell(text.Map.ToRaw(cell), r, c, !isHeader && c < header.Length ? header[c] : null, c > 0 ? rowTitle : null))]);
        }

        return new TextTable(text.Map.ToRaw(Span), rows, HasHeader);
    }
}

/// <summary>Finds blocks of lines that are cut into cells the same way: by <c>|</c>, tabs, <c>;</c> or columns of spaces, or a line of names above a line of values.</summary>
internal static class TableFinder
{
    private const int LongestCell = 48;

    internal static List<FoundTable> Find(TokenText tokens, CancellationToken cancellationToken)
    {
        var text = tokens.Text;
        var tables = new List<FoundTable>();
        var block = new List<(TextSpan Line, List<TextSpan> Cells)>();
        var delimiter = '\0';
        var at = 0;
        var token = 0;
        while (at <= text.Length)
        {
            var length = text.AsSpan(at).IndexOf('\n');
            var line = Trim(text, at, length < 0 ? text.Length : at + length);
            var next = length < 0 ? text.Length + 1 : at + length + 1;
            var own = line.IsEmpty ? '\0' : RowShape.Delimiter(text.AsSpan(line.Start, line.Length));
            if (own != delimiter || own == '\0')
            {
                Close(text, block, delimiter, tables);
                delimiter = own;
            }

            if (own != '\0') block.Add((line, RowShape.Cut(text, line, own)));
            else if (!line.IsEmpty)
            {
                while (token < tokens.Count && tokens.Span(token).Start < line.Start) token++;
                if (HeaderLine(tokens, token, line, next) is { } table)
                {
                    tables.Add(table);
                    next = table.Span.End;
                    while (next < text.Length && text[next] != '\n') next++;
                    next++;
                }
            }

            at = next;
            if ((tables.Count & 0x3FF) == 0) cancellationToken.ThrowIfCancellationRequested();
        }

        Close(text, block, delimiter, tables);
        return tables;
    }

    private static void Close(string text, List<(TextSpan Line, List<TextSpan> Cells)> block, char delimiter, List<FoundTable> tables)
    {
        if (block.Count > 0 && IsTable(text, block, delimiter))
        {
            var rows = block.Where(row => row.Cells.Count > 0).Select(row => (IReadOnlyList<TextSpan>)row.Cells).ToList();
            tables.Add(new FoundTable(block[0].Line.Union(block[^1].Line), rows, RowShape.HasHeader(text, rows)));
        }

        block.Clear();
    }

    private static bool IsTable(string text, List<(TextSpan Line, List<TextSpan> Cells)> block, char delimiter)
    {
        var (rows, widest, values) = (0, 0, 0);
        foreach (var (_, cells) in block)
        {
            if (cells.Count == 0) continue;
            rows++;
            widest = Math.Max(widest, cells.Count);
            foreach (var cell in cells)
            {
                if (delimiter is ';' or ' ' && cell.Length > LongestCell) return false;
                if (RowShape.IsValue(text, cell)) values++;
            }
        }

        return rows > 0 && widest >= 2 && (delimiter == '|' ? rows > 1 || (widest > 2 && values > 0) : values > 0 && (rows > 1 || widest > 2) && (delimiter != ';' || widest > 2));
    }

    /// <summary>Names of measures, alone on their line or with a unit in parentheses, above as many values: "Poids Taille IMC" above "72 175 23,5".</summary>
    private static FoundTable? HeaderLine(TokenText tokens, int token, TextSpan line, int nextLine)
    {
        if (nextLine >= tokens.Text.Length || !char.IsAsciiDigit(tokens.Text[nextLine])) return null;
        var header = new List<TextSpan>();
        for (var i = token; i < tokens.Count && tokens.Span(i).Start < line.End;)
        {
            var words = Measures.Match(tokens, i, out _);
            if (words == 0) return null;
            var name = tokens.Span(i, i + words);
            i += words;
            if (tokens.SameLine(i - 1, i) && tokens.Folded(i) is "(")
            {
                while (tokens.SameLine(i - 1, i) && tokens.Folded(i) is not ")") i++;
                if (!tokens.SameLine(i - 1, i)) return null;
                name = new TextSpan(name.Start, tokens.Span(i).End);
                i++;
            }

            header.Add(name);
        }

        if (header.Count < 2) return null;
        var length = tokens.Text.AsSpan(nextLine).IndexOf('\n');
        var values = Trim(tokens.Text, nextLine, length < 0 ? tokens.Text.Length : nextLine + length);
        var cells = RowShape.CutAtSpaces(tokens.Text, values);
        return cells.Count == header.Count ? new FoundTable(line.Union(values), [header, cells], true) : null;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
