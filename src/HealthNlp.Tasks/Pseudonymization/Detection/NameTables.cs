using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Names in the columns of a table or an export, told by the titles of the columns: Nom, Prénom, Patient, Médecin.</summary>
internal static class NameTables
{
    private const int FewestColumns = 3;
    private const int MostTitleWords = 4;
    private const int MostNameWords = 6;

    private static readonly Lazy<Dictionary<string, NameTrigger>> Columns = new(() => Knowledge.Rows("name_triggers.tsv")
        .Where(row => row[1].StartsWith("column", StringComparison.Ordinal) || row[1] is "last" or "first" or "label").DistinctBy(row => Folding.Fold(row[0]))
        .ToDictionary(row => Folding.Fold(row[0]), row => new NameTrigger(row[1] switch { "column-last" => "last", "column-first" => "first", "column" => "label", var kind => kind }, row[2], ""), StringComparer.Ordinal));

    /// <summary>Finds the names of all tables.</summary>
    internal static void Read(TokenText text, List<FoundName> names)
    {
        var titles = new Dictionary<int, NameTrigger>();
        var (separator, columns) = ('\0', 0);
        foreach (var (start, end) in Lines(text))
        {
            var line = text.Text.AsSpan(start, end - start);
            if (separator == '\0' || Count(line, separator) == 0)
            {
                // The rules and blank lines of a table drawn with spaces.
                if (separator != '\0' && !line.ContainsAnyInRange('A', 'z')) continue;
                separator = '\0';
                foreach (var candidate in (ReadOnlySpan<char>)[';', '\t', '|', ',', ' '])
                {
                    columns = Count(line, candidate) + 1;
                    if (columns < FewestColumns || !ReadTitles(text, start, line, candidate, titles)) continue;
                    separator = candidate;
                    break;
                }

                continue;
            }

            // A row of other columns ends a table drawn with spaces.
            if (separator is ' ' or ',' && Math.Abs(Count(line, separator) + 1 - columns) > 1)
            {
                separator = '\0';
                continue;
            }

            var index = 0;
            foreach (var (from, to) in Cells(line, separator))
            {
                if (titles.TryGetValue(index++, out var title)) ReadCell(text, start + from, start + to, title, names);
            }
        }
    }

    private static bool ReadTitles(TokenText text, int lineStart, ReadOnlySpan<char> line, char separator, Dictionary<int, NameTrigger> titles)
    {
        titles.Clear();
        var (index, named, filled) = (0, 0, 0);
        foreach (var (from, to) in Cells(line, separator))
        {
            var i = text.TokenAt(lineStart + from);
            var words = text.TokenAt(lineStart + to) - i;
            if (words > 0)
            {
                filled++;
                if (words > MostTitleWords || line[from..to].Contains(':')) return false;
                if (Columns.Value.TryGetValue(text.FoldedText[(lineStart + from)..(lineStart + to)].Trim(' ', '.', '*', '#', '"'), out var title))
                {
                    titles[index] = title;
                    named++;
                }
            }

            index++;
        }

        // One title in a line of marks may be a word; two, or one with many columns, are the head of a table.
        return filled >= FewestColumns && (named >= 2 || (named == 1 && separator is ';' or '\t' or '|' && filled > FewestColumns));
    }

    private static void ReadCell(TokenText text, int from, int to, NameTrigger title, List<FoundName> names)
    {
        var (start, end) = (text.TokenAt(from), text.TokenAt(to));
        var at = start;
        while (at < end && at - start < MostNameWords && (NameReader.IsNameToken(text, at) || (at > start && text.Folded(at) is "." && text[at - 1].Length == 1)) && (text.IsCapitalized(at) || NameReader.IsParticle(text, at) || title.Kind != "label") && !NameWords.Joiners.Contains(text.Folded(at))) at++;
        if (at > start && at + 1 < end && NameWords.Joiners.Contains(text.Folded(at)))
        {
            // MARTIN ép. DURAND
            var second = text.Folded(at + 1) is "." ? at + 2 : at + 1;
            if (second < end) names.Add(new FoundName(second, end, title, title.Role));
            end = at;
        }

        if (at == start || (at < end && text.Folded(at) is not ("(" or "," or "-") && text.Kind(at) is not (TokenKind.Number or TokenKind.Date))) return;
        if (text.Folded(at - 1) is ".") at--;
        if (title.Kind == "label" && text[start].Length < 2) return;
        var known = title.Kind != "label" && at == start + 1 && text.IsCapitalized(start) && text[start].Length > 2 && !NameWords.Stops.Contains(text.Folded(start));
        for (var i = start; i < at; i++) known |= !NameVocabulary.Contains(text.Folded(i)) || (NameWords.Common.Contains(text.Folded(i)) && text.IsCapitalized(i));
        if (!known || (!text.IsCapitalized(start) && !NameReader.IsParticle(text, start))) return;
        var first = title.Kind == "label" && at == start + 1 && NameVocabulary.IsFirstName(text.Folded(start)) && char.IsLower(text[start][^1]);
        names.Add(new FoundName(start, at, first ? title with { Kind = "first" } : title, title.Role));
    }

    private static int Count(ReadOnlySpan<char> line, char separator)
    {
        if (separator != ' ') return line.Count(separator);
        var count = 0;
        foreach (var _ in Cells(line, ' ')) count++;
        return count - 1;
    }

    private static List<(int Start, int End)> Cells(ReadOnlySpan<char> line, char separator)
    {
        var cells = new List<(int Start, int End)>();
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            var width = 1;
            if (i < line.Length)
            {
                if (line[i] != separator) continue;
                if (separator == ' ')
                {
                    while (i + width < line.Length && line[i + width] == ' ') width++;
                    if (width < 2)
                    {
                        continue;
                    }
                }
            }

            if (separator != ' ' || i > start) cells.Add((start, i));
            start = i + width;
            i = start - 1;
        }

        return cells;
    }

    private static IEnumerable<(int Start, int End)> Lines(TokenText text)
    {
        for (int i = 0, next; i < text.Count; i = next)
        {
            next = i + 1;
            while (next < text.Count && !text.IsRawLineStart(next)) next++;

            // The empty cells before the first word are cells too.
            var start = text.Span(i).Start;
            while (start > 0 && text.Text[start - 1] is '\t' or ' ') start--;
            yield return (start > 0 && text.Text[start - 1] != '\n' ? text.Span(i).Start : start, text.Span(next - 1).End);
        }
    }
}

/// <summary>A name before its words are parted.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="End">After its last token.</param>
/// <param name="Trigger">What announced it.</param>
/// <param name="Role">Whose it is.</param>
internal readonly record struct FoundName(int Start, int End, NameTrigger Trigger, string Role);
