using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HealthNlp.Interop;

/// <summary>
/// A text before and after, side by side, for a human reviewer. What was replaced is a link to what stands for it and back: the tab key goes from one to the next, enter to the other side.
/// </summary>
internal static class HtmlSides
{
    private const string Attribute = "replacement";

    internal static void Write(HtmlText html, IAnnotationSource source, string rewritten, Dictionary<string, int> colors)
    {
        var page = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes($"{source.Document.Id}\n{source.Document.Text}"))[..6]);
        var linked = Rewritten(source) == rewritten;
        html.Raw("<div class=\"sides\">\n<section><h3>Avant</h3>\n<pre>\n");
        if (linked) WriteSide(html, source, colors, page, after: false);
        else HtmlMarks.Write(html, source, colors);
        html.Raw("</pre></section>\n<section><h3>Après</h3>\n<pre>\n");
        if (linked) WriteSide(html, source, colors, page, after: true);
        else html.Text(rewritten);
        html.Raw("</pre></section>\n</div>\n");
    }

    // The links stand on what the attributes say; where that is not how the text was rewritten, there are none.
    private static string? Rewritten(IAnnotationSource source)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (var entity in source.Entities)
        {
            if (entity.Span.Start < from) return null;
            text.Append(source.Document.Text, from, entity.Span.Start - from).Append(entity.Attributes.TryGetValue(Attribute, out var replacement) ? replacement : entity.Span.Of(source.Document.Text));
            from = entity.Span.End;
        }

        return text.Append(source.Document.Text, from, source.Document.Text.Length - from).ToString();
    }

    private static void WriteSide(HtmlText html, IAnnotationSource source, Dictionary<string, int> colors, string page, bool after)
    {
        var text = source.Document.Text;
        var (from, number) = (0, 0);
        foreach (var entity in source.Entities)
        {
            html.Text(text.AsSpan(from, entity.Span.Start - from));
            from = entity.Span.End;
            var color = colors[entity.Label].ToString(CultureInfo.InvariantCulture);
            var title = $"{entity.Label} {OneLine.Attributes(entity)}".TrimEnd();
            if (!entity.Attributes.TryGetValue(Attribute, out var replacement))
            {
                html.Raw("<mark class=\"kept c").Raw(color).Raw("\" title=\"").Text(title).Raw("\">").Text(entity.Span.Of(text)).Raw("</mark>");
                continue;
            }

            var place = string.Create(CultureInfo.InvariantCulture, $"{page}-{number++}");
            var (own, other) = after ? ("a", "b") : ("b", "a");
            html.Raw("<a class=\"c").Raw(color).Raw($"\" id=\"{own}{place}\" href=\"#{other}{place}\" title=\"").Text(title).Raw("\">").Text(after ? replacement : entity.Span.Of(text)).Raw("</a>");
        }

        html.Text(text.AsSpan(from));
    }
}
