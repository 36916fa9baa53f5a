namespace HealthNlp.Text;

/// <summary>Decides whether a line goes on in the next: a sentence that was broken to fit a page, not a list, a title or a form.</summary>
internal static class LineWrap
{
    private const int LongestWord = 16;
    private const int ShortestBrokenLine = 40;
    private const int ShortestAfterLinkWord = 30;
    private const int WideLine = 60;
    private const int FewestMarks = 4;
    private const double ShareOfWidth = 0.6;

    private static readonly Lazy<EmbeddedKnowledge> Source = EmbeddedKnowledge.Core("line_wraps.tsv");
    private static readonly Lazy<HashSet<string>> LinkWords = new(() => Words("continues"));
    private static readonly Lazy<HashSet<string>> Continuations = new(() => Words("continued"));
    private static readonly Lazy<HashSet<string>> Titles = new(() => Words("title"));
    private static readonly Lazy<HashSet<string>> Prefixes = new(() => Words("prefix"));

    internal enum Join
    {
        None,
        Space,
        KeepHyphen,
        DropHyphen,
    }

    internal static EmbeddedKnowledge Knowledge => Source.Value;

    /// <summary>How two neighbouring lines join.</summary>
    /// <param name="line">The content of a line, not empty.</param>
    /// <param name="next">The content of the next line, not empty.</param>
    /// <param name="width">The length of the longest line of the paragraph.</param>
    internal static Join Between(ReadOnlySpan<char> line, ReadOnlySpan<char> next, int width)
    {
        var last = line[^1];
        if (last is '.' or '!' or '?' or '…' or ':' or ';' or '|' || line.Contains('\t') || next.Contains('\t') || TextMarks.BulletLength(next) > 0) return Join.None;
        if (IsRow(line) || IsRow(next)) return Join.None;
        var lower = char.IsLower(next[0]);
        if (last is '-' or '\u2010' or '\u00AD')
        {
            if (line.Length < 2 || !char.IsLetter(line[^2])) return Join.None;

            // Jean- / Pierre, BOU- / ZIANE: the hyphen of a name stays.
            if (!lower) return char.IsUpper(next[0]) && char.IsUpper(LastWord(line)[0]) && last != '\u00AD' && Width(line) >= ShortestAfterLinkWord ? Join.KeepHyphen : Join.None;
            return last != '\u00AD' && Contains(Prefixes.Value, LastWord(line[..^1])) ? Join.KeepHyphen : Join.DropHyphen;
        }

        if (lower && last == ',') return Join.Space;
        var length = Width(line);
        var link = Contains(LinkWords.Value, LastWord(line));
        if (length >= ShortestAfterLinkWord && (link || EndsInName(line))) return Join.Space;

        // "Pas de / fièvre", "Absence / d'épanchement": apart, the denial would be lost.
        if (lower && ((link && (char.IsLower(last) || last is '\'' or '’')) || Contains(Continuations.Value, FirstWord(next)))) return Join.Space;
        var wide = length >= Math.Max(ShortestBrokenLine, ShareOfWidth * width);
        return wide && (lower || (length >= WideLine && (char.IsAsciiDigit(next[0]) || next[0] == '('))) ? Join.Space : Join.None;
    }

    /// <summary>A row of a table whose cells are parted by semicolons or bars.</summary>
    private static bool IsRow(ReadOnlySpan<char> line) => line.Count(';') >= FewestMarks || line.Count('|') >= FewestMarks;

    /// <summary>Madame Jeanne / DURTELLE: a title and one more word, with a capital, at the end of the line.</summary>
    private static bool EndsInName(ReadOnlySpan<char> line)
    {
        var word = LastWord(line);
        return word.Length > 1 && word.Length < line.Length && char.IsUpper(word[0]) && char.IsLetter(word[^1])
            && Contains(Titles.Value, LastWord(line[..^word.Length].TrimEnd()));
    }

    /// <summary>The number of characters that a line shows: accents that are characters of their own do not count.</summary>
    internal static int Width(ReadOnlySpan<char> line)
    {
        if (!line.ContainsAnyInRange('\u0300', '\u036F')) return line.Length;
        var width = 0;
        foreach (var c in line)
        {
            if (!LatinLetters.IsCombining(c)) width++;
        }

        return width;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> line)
    {
        var start = line.Length;
        while (start > 0 && line.Length - start < LongestWord && !char.IsWhiteSpace(line[start - 1])) start--;
        return line[start..];
    }

    /// <summary>Whether a word is the title that stands before a name: Mme, Dr; not PR, which is a disease.</summary>
    internal static bool IsTitle(ReadOnlySpan<char> word) => Contains(Titles.Value, word) && (word.Length != 2 || !char.IsUpper(word[1]));

    /// <summary>Whether a word is a civility or a title, with or without its period, whatever its case: M, Mr., DR.</summary>
    internal static bool IsCivility(ReadOnlySpan<char> word)
    {
        var bare = word.TrimEnd('.');
        return Contains(Titles.Value, bare) || Contains(Titles.Value, string.Concat(bare, "."));
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line)
    {
        var end = 0;
        while (end < line.Length && end < LongestWord && !char.IsWhiteSpace(line[end]) && (end == 0 || line[end - 1] is not ('\'' or '’'))) end++;
        return line[..end];
    }

    private static bool Contains(HashSet<string> words, ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord) return false;
        Span<char> folded = stackalloc char[LongestWord];
        var length = 0;
        foreach (var c in word)
        {
            if (!LatinLetters.IsCombining(c)) folded[length++] = c == '’' ? '\'' : LatinLetters.Fold(c);
        }

        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded[..length]);
    }

    private static HashSet<string> Words(string kind) =>
        Source.Value.Rows.Where(row => row[0] == kind).Select(row => LatinLetters.Fold(row[1])).ToHashSet(StringComparer.Ordinal);
}
