namespace HealthNlp.Text;

/// <summary>A piece of raw text that is replaced as a whole.</summary>
internal readonly record struct TextEdit(int Start, int End, string Replacement);

/// <summary>The changes of a normalisation that concern lines and words rather than characters, in text order and apart from each other.</summary>
internal static class TextEdits
{
    private const int WidestPage = 140;

    /// <summary>Finds the changes.</summary>
    /// <param name="raw">The raw text.</param>
    /// <param name="options">Which changes are wanted.</param>
    /// <param name="noise">The lines that are no content; they are never joined to others.</param>
    internal static List<TextEdit> Find(string raw, TextNormalizerOptions options, out List<Noise> noise)
    {
        var edits = new List<TextEdit>();
        var lines = TextLine.Split(raw);
        var noiseLines = NoiseDetector.Detect(raw, lines);
        noise = [.. noiseLines.Select(line => new Noise(lines[line.Key].Content(raw), line.Value))];
        if (options.WrappedLines || options.RemoveNoise) AddLineEdits(raw, lines, noiseLines, options, edits);
        if (options.SpacedCharacters) edits = Merge(edits, SpacedCharacters.Find(raw));
        return edits;
    }

    private static void AddLineEdits(
        string raw, List<TextLine> lines, Dictionary<int, NoiseKind> noise, TextNormalizerOptions options, List<TextEdit> edits)
    {
        var widths = options.WrappedLines ? ParagraphWidths(raw, lines) : [];
        var previous = -1;
        var (blank, cut) = (false, false);
        for (var i = 0; i < lines.Count; i++)
        {
            if (noise.ContainsKey(i))
            {
                if (options.RemoveNoise) edits.Add(Removal(lines, i, edits));
                else previous = -1;
                cut = true;
                continue;
            }

            var content = lines[i].Content(raw);
            if (content.IsEmpty)
            {
                // The page break that follows a footer goes with it.
                if (cut && options.RemoveNoise && lines[i].EndsPage) edits.Add(new TextEdit(lines[i].Start, lines[i].Next, ""));
                blank = true;
                continue;
            }

            if (options.WrappedLines && previous >= 0 && (!blank || cut)) Join(raw, lines[previous].Content(raw), content, widths[previous], edits);
            previous = i;
            (blank, cut) = (false, false);
        }
    }

    /// <summary>The removal of a line with its line end; of the last line with the one before it.</summary>
    private static TextEdit Removal(List<TextLine> lines, int i, List<TextEdit> edits)
    {
        var start = i > 0 && i == lines.Count - 1 ? lines[i - 1].End : lines[i].Start;
        return new TextEdit(edits.Count > 0 ? Math.Max(start, edits[^1].End) : start, lines[i].Next, "");
    }

    private static void Join(string raw, TextSpan line, TextSpan next, int width, List<TextEdit> edits)
    {
        var join = LineWrap.Between(raw.AsSpan(line.Start, line.Length), raw.AsSpan(next.Start, next.Length), width);
        if (join == LineWrap.Join.None) return;
        var start = join == LineWrap.Join.DropHyphen ? line.End - 1 : line.End;
        while (edits.Count > 0 && edits[^1].Start >= start) edits.RemoveAt(edits.Count - 1);
        edits.Add(new TextEdit(start, next.Start, join == LineWrap.Join.Space ? " " : ""));
    }

    /// <summary>
    /// For each line, the width that its paragraph (lines without a blank one between) was broken to: the length of its longest line, lines that
    /// no page would hold left out.
    /// </summary>
    private static int[] ParagraphWidths(string raw, List<TextLine> lines)
    {
        var widths = new int[lines.Count];
        for (var first = 0; first < lines.Count;)
        {
            var (width, end) = (0, first);
            while (end < lines.Count && lines[end].Content(raw) is { IsEmpty: false } content)
            {
                var length = LineWrap.Width(raw.AsSpan(content.Start, content.Length));
                if (length <= WidestPage) width = Math.Max(width, length);
                end++;
            }

            if (end == first) end++;
            Array.Fill(widths, width, first, end - first);
            first = end;
        }

        return widths;
    }

    private static List<TextEdit> Merge(List<TextEdit> edits, List<TextEdit> others)
    {
        var merged = new List<TextEdit>(edits.Count + others.Count);
        var end = 0;
        foreach (var edit in edits.Concat(others).OrderBy(edit => edit.Start))
        {
            if (edit.Start < end) continue;
            merged.Add(edit);
            end = edit.End;
        }

        return merged;
    }
}
