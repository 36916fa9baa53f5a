namespace HealthNlp.Text;

/// <summary>A piece of raw text that is replaced as a whole.</summary>
internal readonly record struct TextEdit(int Start, int End, string Replacement);

/// <summary>The changes of a normalisation that concern lines and words rather than characters, in text order and apart from each other.</summary>
internal static class TextEdits
{
    internal static List<TextEdit> Find(string raw, TextNormalizerOptions options)
    {
        var edits = new List<TextEdit>();
        if (options.WrappedLines || options.RemoveNoise) AddLineEdits(raw, options, edits);
        if (options.SpacedCharacters) edits = Merge(edits, SpacedCharacters.Find(raw));
        return edits;
    }

    private static void AddLineEdits(string raw, TextNormalizerOptions options, List<TextEdit> edits)
    {
        var lines = TextLine.Split(raw);
        var noise = options.RemoveNoise ? NoiseDetector.Detect(raw, lines) : [];
        var widths = options.WrappedLines ? ParagraphWidths(raw, lines) : [];
        var previous = -1;
        var (blank, cut) = (false, false);
        for (var i = 0; i < lines.Count; i++)
        {
            if (noise.ContainsKey(i))
            {
                edits.Add(new TextEdit(lines[i].Start, lines[i].Next, ""));
                cut = true;
                continue;
            }

            var content = lines[i].Content(raw);
            if (content.IsEmpty)
            {
                blank = true;
                continue;
            }

            if (options.WrappedLines && previous >= 0 && (!blank || cut)) Join(raw, lines[previous].Content(raw), content, widths[previous], edits);
            previous = i;
            (blank, cut) = (false, false);
        }
    }

    private static void Join(string raw, TextSpan line, TextSpan next, int width, List<TextEdit> edits)
    {
        var join = LineWrap.Between(raw.AsSpan(line.Start, line.Length), raw.AsSpan(next.Start, next.Length), width);
        if (join == LineWrap.Join.None) return;
        var start = join == LineWrap.Join.DropHyphen ? line.End - 1 : line.End;
        while (edits.Count > 0 && edits[^1].Start >= start) edits.RemoveAt(edits.Count - 1);
        edits.Add(new TextEdit(start, next.Start, join == LineWrap.Join.Space ? " " : ""));
    }

    /// <summary>For each line, the length of the longest line of its paragraph (lines without a blank one between).</summary>
    private static int[] ParagraphWidths(string raw, List<TextLine> lines)
    {
        var widths = new int[lines.Count];
        for (var first = 0; first < lines.Count;)
        {
            var (width, end) = (0, first);
            while (end < lines.Count && lines[end].Content(raw) is { IsEmpty: false } content)
            {
                width = Math.Max(width, content.Length);
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
