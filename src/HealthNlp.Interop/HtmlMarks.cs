using System.Globalization;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>The raw text with its annotations as marks. Marks that overlap are cut where another begins or ends, so that the elements always nest.</summary>
internal static class HtmlMarks
{
    /// <summary>A color number for each label, in ordinal order of the labels.</summary>
    internal static Dictionary<string, int> Colors(IAnnotationSource source) =>
        source.Entities.Select(entity => entity.Label).Distinct().Order(StringComparer.Ordinal)
            .Select((label, index) => (label, index % HtmlPage.ColorCount)).ToDictionary();

    internal static void Write(HtmlText html, IAnnotationSource source, Dictionary<string, int> colors)
    {
        var text = source.Document.Text;
        var marks = new SpanIndex<Entity>(Shown(source));
        // Open marks by end, and those that start last on top of the stack: the innermost gives the color.
        var ends = new PriorityQueue<Entity, int>();
        var open = new Stack<Entity>();
        var position = 0;
        for (var next = 0; next < marks.Count || ends.Count > 0;)
        {
            var boundary = Math.Min(next < marks.Count ? marks[next].Span.Start : int.MaxValue, ends.TryPeek(out _, out var end) ? end : int.MaxValue);
            WriteSegment(html, text.AsSpan(position, boundary - position), open, ends.Count, colors);
            position = boundary;
            while (ends.TryPeek(out _, out end) && end == boundary)
            {
                html.Raw("<small>").Text(ends.Dequeue().Label).Raw("</small>");
            }

            while (next < marks.Count && marks[next].Span.Start == boundary)
            {
                open.Push(marks[next]);
                ends.Enqueue(marks[next], marks[next].Span.End);
                next++;
            }

            while (open.TryPeek(out var top) && top.Span.End <= boundary) open.Pop();
        }

        html.Text(text.AsSpan(position));
    }

    /// <summary>A section covers its whole text: its title alone is marked.</summary>
    private static IEnumerable<Entity> Shown(IAnnotationSource source)
    {
        var shown = source.Entities.Where(entity => !entity.Span.IsEmpty);
        if (source is not AnalyzedDocument analyzed || !analyzed.Has(Layers.Sections)) return shown;
        var titles = analyzed.Sections.Where(section => !section.Title.IsEmpty).Select(section => new Entity(section.Title, "Section")
        {
            Attributes = new Dictionary<string, string> { ["kind"] = section.Kind.ToString() },
        });
        return titles.Concat(shown.Where(entity => entity.Label != "Section"));
    }

    private static void WriteSegment(HtmlText html, ReadOnlySpan<char> text, Stack<Entity> open, int depth, Dictionary<string, int> colors)
    {
        if (text.IsEmpty) return;
        if (!open.TryPeek(out var innermost))
        {
            html.Text(text);
            return;
        }

        html.Raw("<mark class=\"c").Raw(colors[innermost.Label].ToString(CultureInfo.InvariantCulture)).Raw(depth > 1 ? " nested\" title=\"" : "\" title=\"")
            .Text($"{innermost.Label} {OneLine.Attributes(innermost)}".TrimEnd()).Raw("\">").Text(text).Raw("</mark>");
    }
}
