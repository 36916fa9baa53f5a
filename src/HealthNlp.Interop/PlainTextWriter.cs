using System.Globalization;
using System.Text;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>
/// For people: the rewritten text when the task made one, else the kind, counts and sections of an analysis, else a line an annotation. A failed
/// document takes no place.
/// </summary>
/// <inheritdoc/>
public sealed class PlainTextWriter : ResultWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public override string Extension => ".txt";

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Separator => "\n----------------------------------------\n\n"u8;

    /// <inheritdoc/>
    public override void WriteDocument(Stream output, WritableResult result)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(result);
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        if (result.RewrittenText is { } rewritten)
        {
            writer.Write(rewritten);
            if (!rewritten.EndsWith('\n')) writer.WriteLine();
        }
        else if (result.Source is AnalyzedDocument analyzed)
        {
            WriteAnalysis(writer, analyzed);
        }
        else
        {
            WriteEntities(writer, result.Source.Document, result.Source.Entities);
        }
    }

    /// <inheritdoc/>
    public override void WriteFailure(Stream output, string task, string documentId, DocumentError error)
    {
    }

    private static void WriteAnalysis(StreamWriter writer, AnalyzedDocument analyzed)
    {
        var document = analyzed.Document;
        var map = new CodePointMap(document.Text);
        writer.WriteLine(Line($"Document   {OneLine.Of(document.Id)}"));
        writer.WriteLine(Line($"Kind       {analyzed.Kind}"));
        writer.WriteLine(Line($"Length     {map.Length} characters, {analyzed.Sentences.Count} sentences, {analyzed.Tokens.Count} tokens"));
        writer.WriteLine(Line($"Sections   {analyzed.Sections.Count}"));
        foreach (var section in analyzed.Sections)
        {
            var title = section.Title.IsEmpty ? "(no title)" : OneLine.Of(document[section.Title]);
            var length = map.ToCodePoint(section.Body.End) - map.ToCodePoint(section.Body.Start);
            writer.WriteLine(Line($"{new string(' ', 2 + 2 * section.Depth)}{title} [{section.Kind}] {length} characters"));
        }

        if (analyzed.Entities.Count > 0) WriteEntities(writer, document, analyzed.Entities);
    }

    private static void WriteEntities(StreamWriter writer, Document document, IReadOnlyList<Entity> entities)
    {
        writer.WriteLine(Line($"Entities   {entities.Count}"));
        foreach (var entity in entities)
        {
            writer.WriteLine(Line($"  {entity.Label}  {OneLine.Of(document.Text, entity.Span, 80)}"));
        }
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
