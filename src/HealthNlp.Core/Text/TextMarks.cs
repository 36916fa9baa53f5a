namespace HealthNlp.Text;

/// <summary>The marks that open a list item or number a title.</summary>
internal static class TextMarks
{
    /// <summary>The length of the bullet or number that a line begins with, white space after it included; 0 when it has none.</summary>
    /// <param name="line">The content of a line, without white space before it.</param>
    internal static int BulletLength(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty) return 0;
        var mark = line[0];
        if ("•·▪▫■□●○◦‣►▶➢➤→⇒✓*>–—Ø".Contains(mark)) return mark == 'Ø' && !FollowedBySpace(line, 1) ? 0 : SkipSpace(line, 1);
        if (mark == '-') return line.Length > 1 && !char.IsAsciiDigit(line[1]) ? SkipSpace(line, line[1] is '-' or '>' ? 2 : 1) : 0;
        if (mark == 'o' && FollowedBySpace(line, 1)) return SkipSpace(line, 1);
        return NumberLength(line);
    }

    /// <summary>1. 2) 3/ I. II - A) a. and 1.2. before a word; never a decimal, a date or an initial.</summary>
    private static int NumberLength(ReadOnlySpan<char> line)
    {
        var i = 0;
        while (i < line.Length && i < 2 && char.IsAsciiDigit(line[i])) i++;
        if (i == 0)
        {
            while (i < line.Length && i < 4 && line[i] is 'I' or 'V' or 'X') i++;
            if (i == 0 && line.Length > 1 && char.IsAsciiLetter(line[0]) && line[1] == ')') i = 1;
            if (i == 0 && line.Length > 2 && line[0] is >= 'A' and <= 'H' && line[1] is '/' or '.' && line[2] == ' ') i = 1;
        }
        else
        {
            // 1.2 or 1.2.
            while (i + 1 < line.Length && line[i] == '.' && char.IsAsciiDigit(line[i + 1])) i += 2;
        }

        if (i == 0 || i >= line.Length) return 0;
        if (i >= 3 && line[i] == ' ' && char.IsAsciiDigit(line[i - 1]) && i + 1 < line.Length && char.IsUpper(line[i + 1])) return i + 1;
        var spaced = line[i] == ' ' && i + 1 < line.Length && line[i + 1] is '-' or '–' or '.' or ')' or ':';
        if (spaced) i++;
        if (line[i] is not ('.' or ')' or '/' or '-' or '–' or '°' or ':')) return 0;
        var end = SkipSpace(line, line[i] == '.' && i + 1 < line.Length && line[i + 1] is ')' or '-' ? i + 2 : i + 1);
        return end < line.Length && (char.IsLetter(line[end]) || line[end] == '(') && (end > i + 1 || line[i] is ')' or '/') ? end : 0;
    }

    private static bool FollowedBySpace(ReadOnlySpan<char> line, int at) => at < line.Length && char.IsWhiteSpace(line[at]);

    private static int SkipSpace(ReadOnlySpan<char> line, int from)
    {
        while (from < line.Length && char.IsWhiteSpace(line[from])) from++;
        return from;
    }
}
