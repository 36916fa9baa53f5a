namespace HealthNlp.Text;

/// <summary>Finds the lines that open a signature or a closing formula.</summary>
internal static class SignatureDetector
{
    private const int LongestLine = 160;
    private const int LongestNameLine = 60;
    private const int MostNameWords = 7;
    private const int MostStrangeLines = 2;

    /// <summary>The numbers of the lines at which a signature begins, in order.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="titleAt">The section that a line is the title of, which a signature does not cross; <see langword="null"/> for no title.</param>
    internal static List<int> Find(string text, List<TextLine> lines, Func<int, SectionKind?> titleAt)
    {
        var starts = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Mark(text, lines[i]) == "any") starts.Add(i);
        }

        var (tail, strange) = (-1, 0);
        for (var i = lines.Count - 1; i >= 0 && strange <= MostStrangeLines; i--)
        {
            var content = lines[i].Content(text);
            if (content.IsEmpty) continue;

            // Copies stand under the signature: what is above them is the end of the letter.
            if (tail < 0 && titleAt(i) is SectionKind.Recipients or SectionKind.Codes)
            {
                strange = 0;
                continue;
            }

            if (titleAt(i) is not null) break;
            var mark = Mark(text, lines[i]);
            if (mark is "any" or "end" || (mark == "name" && IsNameLine(text.AsSpan(content.Start, content.Length)))) (tail, strange) = (i, 0);
            else strange += content.Length > LongestNameLine ? MostStrangeLines + 1 : 1;
        }

        if (tail < 0) return starts;
        starts.RemoveAll(start => start > tail);
        if (starts.Count == 0 || starts[^1] != tail) starts.Add(tail);
        return starts;
    }

    private static string Mark(string text, TextLine line)
    {
        var content = line.Content(text);
        if (content.IsEmpty || content.Length > LongestLine) return "";
        var span = text.AsSpan(content.Start, content.Length);
        var end = SectionLexicon.Signatures.Match(span, 0, out var where);
        return end == 0 ? "" : where[0];
    }

    /// <summary>"Dr Ana Belmont", "Pr J. DE LA TOUR": a few words, the first with a capital, no sentence.</summary>
    private static bool IsNameLine(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestNameLine) return false;
        var (words, capitals) = (0, 0);
        for (var at = 0; at < line.Length;)
        {
            var end = PhraseLexicon<string>.WordEnd(line, at);
            if (end > at)
            {
                words++;
                if (char.IsUpper(line[at])) capitals++;
            }

            at = Math.Max(end, at + 1);
        }

        return words <= MostNameWords && capitals * 2 > words;
    }
}
