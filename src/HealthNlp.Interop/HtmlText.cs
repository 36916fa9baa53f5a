using System.Buffers;

namespace HealthNlp.Interop;

/// <summary>Writes HTML; what comes from a document goes through <see cref="Text(ReadOnlySpan{char})"/>.</summary>
internal readonly struct HtmlText(TextWriter writer)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
    [
        '&', '<', '>', '"', '\'', '\uFFFE', '\uFFFF',
        .. Enumerable.Range(0, 32).Concat(Enumerable.Range(127, 33)).Select(code => (char)code).Except(['\t', '\n', '\r']),
    ]);

    internal HtmlText Raw(string html)
    {
        writer.Write(html);
        return this;
    }

    internal HtmlText Text(string text) => Text(text.AsSpan());

    internal HtmlText Text(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(Special)) >= 0; text = text[(at + 1)..])
        {
            writer.Write(text[..at]);
            WriteSpecial(text[at]);
        }

        writer.Write(text);
        return this;
    }

    private void WriteSpecial(char c)
    {
        switch (c)
        {
            case '&': writer.Write("&amp;"); break;
            case '<': writer.Write("&lt;"); break;
            case '>': writer.Write("&gt;"); break;
            case '"': writer.Write("&quot;"); break;
            case '\'': writer.Write("&#39;"); break;
            // HTML forbids controls, even as references: their pictures of the block U+2400 stand for them, as everywhere one character for one.
            case < ' ': writer.Write((char)(0x2400 + c)); break;
            case '\u007F': writer.Write('\u2421'); break;
            default: writer.Write('\uFFFD'); break;
        }
    }
}
