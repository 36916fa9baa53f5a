using System.Globalization;
using System.Text;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>
/// One self-contained page for people, an article a document: the raw text with its annotations marked, a legend, a table of the annotations, the
/// rewritten text, facts and provenance. The page loads nothing and runs no script. Control characters are shown as their pictures.
/// </summary>
/// <inheritdoc/>
public sealed class HtmlWriter : ResultWriter
{
    private const int ShownLength = 80;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public override string Extension => ".html";

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Start => HtmlPage.Start;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> End => HtmlPage.End;

    /// <inheritdoc/>
    public override void WriteDocument(Stream output, WritableResult result)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(result);
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        var html = new HtmlText(writer);
        var source = result.Source;
        var colors = HtmlMarks.Colors(source);
        html.Raw("<article>\n<h2>").Text(Title(source.Document.Id)).Raw("</h2>\n");
        WriteLegend(html, source, colors);
        html.Raw("<h3>Texte annoté</h3>\n<pre>\n");
        HtmlMarks.Write(html, source, colors);
        html.Raw("</pre>\n");
        if (result.RewrittenText is { } rewritten) html.Raw("<h3>Texte réécrit</h3>\n<pre>\n").Text(rewritten).Raw("</pre>\n");
        WriteFacts(html, source);
        WriteRecords(html, source);
        WriteProvenance(html, source.Provenance);
        // The rewritten text may be handed on; this page, which shows both, may not.
        if (result.RewrittenText is not null) html.Raw("<p class=\"notice\" lang=\"en\">Contains the identified text.</p>\n");
        html.Raw("</article>\n");
    }

    /// <inheritdoc/>
    public override void WriteFailure(Stream output, string task, string documentId, DocumentError error)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(error);
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        new HtmlText(writer).Raw("<article>\n<h2>").Text(Title(documentId)).Raw("</h2>\n<p class=\"error\" lang=\"en\">")
            .Text($"{error.Code}: {error.Message}").Raw("</p>\n</article>\n");
    }

    private static string Title(string documentId) => documentId.Length == 0 ? "Document" : documentId;

    private static void WriteLegend(HtmlText html, IAnnotationSource source, Dictionary<string, int> colors)
    {
        if (colors.Count == 0) return;
        html.Raw("<ul class=\"legend\" aria-label=\"Légende\">\n");
        var counts = source.Entities.CountBy(entity => entity.Label).ToDictionary();
        foreach (var (label, color) in colors.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            html.Raw($"<li><mark class=\"c{Number(color)}\">").Text(label).Raw($"</mark> {Number(counts[label])}</li>\n");
        }

        html.Raw("</ul>\n");
    }

    private static void WriteFacts(HtmlText html, IAnnotationSource source)
    {
        if (source.Facts.Count == 0) return;
        html.Raw("<h3>Faits</h3>\n<dl>\n");
        foreach (var fact in source.Facts)
        {
            html.Raw("<dt>").Text(fact.Name).Raw("</dt><dd>").Text(fact.Value);
            foreach (var span in fact.Evidence) html.Raw(" <q>").Text(OneLine.Of(source.Document.Text, span, ShownLength)).Raw("</q>");
            html.Raw("</dd>\n");
        }

        html.Raw("</dl>\n");
    }

    private static void WriteRecords(HtmlText html, IAnnotationSource source)
    {
        if (source.Entities.Count == 0) return;
        html.Raw("<details open>\n<summary>Annotations</summary>\n<table>\n<thead><tr><th scope=\"col\">Catégorie</th><th scope=\"col\">Texte</th>")
            .Raw("<th scope=\"col\">Début</th><th scope=\"col\">Fin</th><th scope=\"col\">Attributs</th></tr></thead>\n<tbody>\n");
        var map = new CodePointMap(source.Document.Text);
        foreach (var entity in source.Entities)
        {
            html.Raw("<tr><td>").Text(entity.Label).Raw("</td><td>").Text(OneLine.Of(source.Document.Text, entity.Span, ShownLength))
                .Raw($"</td><td>{Number(map.ToCodePoint(entity.Span.Start))}</td><td>{Number(map.ToCodePoint(entity.Span.End))}</td><td>")
                .Text(OneLine.Attributes(entity)).Raw("</td></tr>\n");
        }

        html.Raw("</tbody>\n</table>\n</details>\n");
    }

    private static void WriteProvenance(HtmlText html, Provenance provenance)
    {
        html.Raw("<details>\n<summary>Provenance</summary>\n<dl>\n<dt>").Text(provenance.Component).Raw("</dt><dd>").Text(provenance.Version).Raw("</dd>\n");
        foreach (var (file, digest) in provenance.Knowledge.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            html.Raw("<dt>").Text(file).Raw("</dt><dd><code>").Text(digest).Raw("</code></dd>\n");
        }

        foreach (var model in provenance.Models) html.Raw("<dt>Modèle</dt><dd>").Text(model).Raw("</dd>\n");
        html.Raw("</dl>\n</details>\n<p class=\"notice\" lang=\"en\">").Text(Provenance.Notice).Raw("</p>\n");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
