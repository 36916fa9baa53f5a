namespace HealthNlp.Text;

/// <summary>A title found on a line: its entries in the lexicon, its place on the line, and how strongly it is written.</summary>
internal readonly record struct TitleMatch(TitleEntry[] Entries, int TitleStart, int TitleEnd, int BodyStart, int Strength);

/// <summary>Decides whether a line is, or begins with, the title of a section.</summary>
internal static class TitleMatcher
{
    // The programme's guide on conclusions: an extended title has at most 60 characters and ends with a colon.
    private const int LongestExtendedTitle = 60;
    private const int LongestTitle = 100;
    private const int LongestAcronym = 5;

    /// <summary>The entry of a title that the lexicon does not know.</summary>
    internal static readonly TitleEntry UnknownTitle = new(SectionKind.Other, TitleInline.Capital, []);

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its content, without white space around.</param>
    internal static TitleMatch? Match(ReadOnlySpan<char> line)
    {
        var start = TextMarks.BulletLength(line);
        var end = start < line.Length ? SectionLexicon.Titles.Match(line, start, out var entries) : Empty(out entries);
        if (end == 0) return null;
        var known = end;
        end = Extend(line, end);
        var after = AfterTitle(line, end);
        var alone = after == line.Length;
        var colon = HasColon(line, end);
        if (!alone && !colon)
        {
            if (IsExtended(line, entries, start)) (end, after, alone) = (line.TrimEnd(" :").Length, line.Length, true);
            else if (!MayGoOnWithText(line, entries, start, known)) return null;
            else (end, after) = (known, AfterTitle(line, known));
        }
        else if (!colon && (entries[0].Inline == TitleInline.Mark || (known == end && line[^1] == '.' && entries[0].Inline == TitleInline.Colon))) return null;

        return new TitleMatch(entries, start, end, after, Strength(line, start, end, alone));
    }

    /// <summary>A title in capitals that the lexicon does not know: two words or more, no digit, no sentence.</summary>
    /// <param name="line">The content of a line.</param>
    /// <param name="inCapitals">Whether the report writes its titles in capitals; else a colon is needed.</param>
    internal static TitleMatch? MatchUnknown(ReadOnlySpan<char> line, bool inCapitals)
    {
        if (line.Length is < 10 or > LongestExtendedTitle || line[^1] is '.' or ',' or ';' || (line[^1] != ':' && !inCapitals) || line.ContainsAnyInRange('0', '9') || !line.Contains(' ') || !IsUpper(line)) return null;
        var end = line.TrimEnd(" :").Length;
        return line[..end].Contains(':') ? null : new TitleMatch([UnknownTitle], TextMarks.BulletLength(line), end, line.Length, Strength(line, TextMarks.BulletLength(line), end, alone: true));
    }

    private static int Empty(out TitleEntry[] entries)
    {
        entries = [];
        return 0;
    }

    /// <summary>Goes on over words that may go on a title, as far as a colon or the end of the line; else stays.</summary>
    private static int Extend(ReadOnlySpan<char> line, int end)
    {
        var last = end;
        for (var at = PhraseLexicon<string>.NextWord(line, end); at < line.Length && at < LongestTitle; at = PhraseLexicon<string>.NextWord(line, last))
        {
            if (line[at] == ':') break;
            var wordEnd = PhraseLexicon<string>.WordEnd(line, at);
            if (wordEnd == at || !SectionLexicon.IsTitleWord(line, at, wordEnd)) return end;
            last = wordEnd;
        }

        return last < line.Length && line[last] == ')' && line[..last].Contains('(') ? last + 1 : last;
    }

    private static int AfterTitle(ReadOnlySpan<char> line, int end)
    {
        while (end < line.Length && (char.IsWhiteSpace(line[end]) || line[end] is ':' or '.' or '-' or ')' or '=' or '>' or ',' or '/' or ';')) end++;
        return end;
    }

    private static bool HasColon(ReadOnlySpan<char> line, int end)
    {
        while (end < line.Length && line[end] is ' ' or ')' or '.' or '\t') end++;
        return end < line.Length && (line[end] == ':' || (line[end] is '-' or '=' && end + 1 < line.Length && line[end + 1] is ' ' or '>'));
    }

    /// <summary>Whether the whole line is a title: a conclusion's with its colon, or a strong one in capitals to the end.</summary>
    private static bool IsExtended(ReadOnlySpan<char> line, TitleEntry[] entries, int start) => line.Length - start <= LongestExtendedTitle
        && ((entries[0].Kind == SectionKind.Conclusion && line[^1] == ':')
            || (entries[0].Inline is TitleInline.Capital or TitleInline.Any && IsUpper(line) && line[^1] != '.' && !line.ContainsAnyInRange('0', '9')));

    private static bool MayGoOnWithText(ReadOnlySpan<char> line, TitleEntry[] entries, int start, int end)
    {
        var inline = entries[0].Inline;
        var next = AfterTitle(line, end);
        if (inline == TitleInline.Any) return end < line.Length && line[end] is ' ' or ',' or '.' or '\t';
        var capitals = IsUpper(line[start..end]);
        if (capitals && IsUpper(line[next..])) return false;
        var goesOn = capitals || char.IsUpper(line[next]) || char.IsAsciiDigit(line[next]);
        return goesOn && (inline == TitleInline.Capital || capitals) && line[end] is ' ' or '\t';
    }

    private static bool IsUpper(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) letters++;
        }

        return letters > 2;
    }

    private static int Strength(ReadOnlySpan<char> line, int start, int end, bool alone) =>
        (alone ? 1 : 0) + (IsUpper(line[start..end]) && end - start > LongestAcronym ? 1 : 0) - (start > 0 && IsWeakMark(line[..start]) ? 1 : 0);

    /// <summary>A bullet, or a number of the second level (2.1).</summary>
    private static bool IsWeakMark(ReadOnlySpan<char> mark) =>
        !char.IsLetterOrDigit(mark[0]) || (mark.IndexOf('.') is > 0 and var dot && dot + 1 < mark.Length && char.IsAsciiDigit(mark[dot + 1]));
}
