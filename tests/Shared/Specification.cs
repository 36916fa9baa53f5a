using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HealthNlp.Tests.Specs;

/// <summary>Reads the Markdown specifications: rows of tables, list items and fenced blocks, each with the line that it stands on.</summary>
internal static partial class Specification
{
    private static readonly Dictionary<string, string> Marks = new(StringComparer.Ordinal)
    {
        ["NBSP"] = "\u00A0",
        ["NNBSP"] = "\u202F",
        ["SHY"] = "\u00AD",
        ["ZWSP"] = "\u200B",
        ["ZWNJ"] = "\u200C",
        ["ZWJ"] = "\u200D",
        ["BOM"] = "\uFEFF",
        ["LF"] = "\n",
        ["CR"] = "\r",
        ["CRLF"] = "\r\n",
        ["FF"] = "\f",
        ["LS"] = "\u2028",
        ["PS"] = "\u2029",
        ["TAB"] = "\t",
        ["GRAVE"] = "\u0300",
        ["ACUTE"] = "\u0301",
        ["CIRC"] = "\u0302",
        ["CEDILLA"] = "\u0327",
        ["NUL"] = "\0",
        ["SP"] = " ",
    };

    /// <summary>The rows of all tables of a specification, without their heads.</summary>
    internal static IEnumerable<(int Line, string[] Cells)> Rows(string file)
    {
        var lines = Lines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith('|') || lines[i].StartsWith("|-", StringComparison.Ordinal)) continue;
            if (i + 1 < lines.Length && lines[i + 1].StartsWith("|-", StringComparison.Ordinal)) continue;
            var cells = CellEnd().Split(lines[i]);
            yield return (i + 1, [.. cells[1..^1].Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))]);
        }
    }

    /// <summary>The fenced blocks of a specification with the list that follows each.</summary>
    internal static IEnumerable<(int Line, string Text, string[] Items)> Blocks(string file)
    {
        var lines = Lines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "```text") continue;
            var close = Array.IndexOf(lines, "```", i + 1);
            var next = close + 1;
            var items = new List<string>();
            for (; next < lines.Length && (lines[next].Length == 0 || lines[next].StartsWith("- ", StringComparison.Ordinal)); next++)
            {
                if (lines[next].Length > 0) items.Add(lines[next][2..].Trim());
                else if (items.Count > 0) break;
            }

            yield return (i + 1, string.Join('\n', lines[(i + 1)..close]), [.. items]);
            i = close;
        }
    }

    /// <summary>The items of the lists written with an asterisk.</summary>
    internal static IEnumerable<(int Line, string Text)> Items(string file) =>
        Lines(file).Select((line, index) => (Line: index + 1, Text: line))
            .Where(item => item.Text.StartsWith("* ", StringComparison.Ordinal))
            .Select(item => (item.Line, item.Text[2..].Trim()));

    /// <summary>Replaces visible marks (⟨NBSP⟩, ⟨U+1F642⟩, ⏎) by the characters that they stand for.</summary>
    internal static string Decode(string text) => Mark().Replace(text, match => match.Value == "⏎" ? "\n" : Character(match.Groups[1].Value));

    /// <summary>Shows line ends, so that a difference can be read.</summary>
    internal static string Show(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text)
        {
            if (c == '\n') shown.Append('⏎');
            else if (c is < ' ' or '\u00A0' or '\u00AD' or (>= '\u0300' and <= '\u036F') or (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202F') or '\uFEFF' || char.IsSurrogate(c))
                shown.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)c:X4}⟩");
            else shown.Append(c);
        }

        return shown.ToString();
    }

    /// <summary>A short name of a case for the test report.</summary>
    internal static string Name(string file, int line, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}({line}): {(text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "..."))}");

    private static string Character(string name) =>
        Marks.TryGetValue(name, out var mark) ? mark : CodePoint(int.Parse(name.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static string CodePoint(int value) => value is >= 0xD800 and <= 0xDFFF ? ((char)value).ToString() : char.ConvertFromUtf32(value);

    private static string[] Lines(string file)
    {
        using var stream = typeof(Specification).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The specification {file} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEnd();

    [GeneratedRegex("⏎|⟨([A-Z]+|U\\+[0-9A-F]{4,6})⟩")]
    private static partial Regex Mark();
}
