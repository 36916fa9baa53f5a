using System.Text.RegularExpressions;

namespace HealthNlp.Text;

/// <summary>
/// Finds lines that are no content: page numbers, headers and footers that come again at page breaks, rules, print marks. They are marked, not
/// dropped: a header may hold the patient's name.
/// </summary>
internal static partial class NoiseDetector
{
    private const int LongestNoiseLine = 200;
    private const int NeighboursOfPageBreak = 4;
    private const string DrawingCharacters = "-_=*.~·•#+|<>—–─━═…";

    private static readonly Lazy<EmbeddedKnowledge> Source = EmbeddedKnowledge.Core("print_marks.tsv");
    private static readonly Lazy<string[]> PrintMarks = new(() => [.. Source.Value.Rows.Select(row => LatinLetters.Fold(row[0]))]);

    internal static EmbeddedKnowledge Knowledge => Source.Value;

    /// <summary>The noise lines by number of line.</summary>
    internal static Dictionary<int, NoiseKind> Detect(string text, List<TextLine> lines)
    {
        var noise = new Dictionary<int, NoiseKind>();
        var pageBreaks = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            var content = lines[i].Content(text);
            if (lines[i].EndsPage) pageBreaks.Add(i);
            if (content.IsEmpty || content.Length > LongestNoiseLine || KindOf(text.AsSpan(content.Start, content.Length)) is not { } kind) continue;
            noise.Add(i, kind);
            if (kind == NoiseKind.PageNumber) pageBreaks.Add(i);
        }

        AddRunningLines(text, lines, pageBreaks, noise);
        return noise;
    }

    [GeneratedRegex(@"^(?:page|p\.|pg\.?) ?\d{1,4}(?: ?(?:/|sur|de) ?\d{1,4})?$|^[-–—] ?\d{1,4} ?[-–—]$|^page \d{1,4} ?(?:/|sur) ?\d{1,4}\b|\bpage ?:? ?\d{1,4} ?(?:/|sur|de) ?\d{1,4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    private static NoiseKind? KindOf(ReadOnlySpan<char> content)
    {
        if (IsDrawing(content)) return NoiseKind.Rule;
        if (content.ContainsAnyInRange('0', '9') && PageNumber().IsMatch(content)) return NoiseKind.PageNumber;
        return IsPrintMark(content) ? NoiseKind.PrintMark : null;
    }

    private static bool IsDrawing(ReadOnlySpan<char> content)
    {
        var drawn = 0;
        foreach (var c in content)
        {
            if (DrawingCharacters.Contains(c)) drawn++;
            else if (c != ' ') return false;
        }

        return drawn >= 4;
    }

    private static bool IsPrintMark(ReadOnlySpan<char> content)
    {
        foreach (var mark in PrintMarks.Value)
        {
            if (content.Length < mark.Length) continue;
            var i = 0;
            while (i < mark.Length && (LatinLetters.Fold(content[i]) == mark[i] || (mark[i] == '\'' && content[i] == '’'))) i++;
            if (i == mark.Length && (i == content.Length || !char.IsLetter(content[i]))) return true;
        }

        return false;
    }

    /// <summary>A line is a running header or footer when the same words, whatever the digits, stand beside two page breaks.</summary>
    private static void AddRunningLines(string text, List<TextLine> lines, List<int> pageBreaks, Dictionary<int, NoiseKind> noise)
    {
        if (pageBreaks.Count < 2) return;
        var breaksByKey = new Dictionary<string, HashSet<int>>();
        var near = new Dictionary<int, string>();
        foreach (var pageBreak in pageBreaks)
        {
            foreach (var line in Neighbours(text, lines, pageBreak, -1).Concat(Neighbours(text, lines, pageBreak, +1)))
            {
                if (noise.ContainsKey(line)) continue;
                if (!near.TryGetValue(line, out var key)) near[line] = key = Key(text, lines[line]);
                if (!breaksByKey.TryGetValue(key, out var seen)) breaksByKey[key] = seen = [];
                seen.Add(line);
            }
        }

        foreach (var (line, key) in near)
        {
            if (breaksByKey[key].Count > 1) noise[line] = NoiseKind.RunningLine;
        }
    }

    private static IEnumerable<int> Neighbours(string text, List<TextLine> lines, int from, int step)
    {
        var found = 0;
        var looked = 0;
        for (var i = step < 0 ? from : from + 1; i >= 0 && i < lines.Count && found < NeighboursOfPageBreak && looked < 12; i += step, looked++)
        {
            var length = lines[i].Content(text).Length;
            if (length == 0) continue;
            found++;
            if (length is >= 4 and <= LongestNoiseLine) yield return i;
        }
    }

    private static string Key(string text, TextLine line)
    {
        var content = line.Content(text);
        return string.Create(content.Length, (text, content.Start), static (key, source) =>
        {
            for (var i = 0; i < key.Length; i++)
            {
                var c = source.text[source.Start + i];
                key[i] = char.IsAsciiDigit(c) ? '0' : char.ToLowerInvariant(c);
            }
        });
    }
}
