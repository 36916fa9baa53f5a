using System.Buffers;

namespace HealthNlp.Text;

/// <summary>A line of a text: <c>[Start, End)</c> without its line end, which stops at <see cref="Next"/>.</summary>
internal readonly record struct TextLine(int Start, int End, int Next, bool EndsPage)
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u000B\u000C\u0085\u2028\u2029");

    /// <summary>Cuts a text into lines, whatever its line ends. The last line has none.</summary>
    internal static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        var start = 0;
        while (true)
        {
            var length = text.AsSpan(start).IndexOfAny(Breaks);
            if (length < 0)
            {
                lines.Add(new TextLine(start, text.Length, text.Length, false));
                return lines;
            }

            var end = start + length;
            var next = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
            lines.Add(new TextLine(start, end, next, text[end] == '\u000C'));
            start = next;
        }
    }

    /// <summary>The content of the line without surrounding white space.</summary>
    internal TextSpan Content(string text)
    {
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
