using System.Globalization;
using System.Text;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>
/// For people: the rewritten text when the task made one, else the sections of an analysis, the facts with the words they rest on and a line an
/// annotation with its attributes. A failed document takes no place.
/// </summary>
/// <inheritdoc/>
public sealed class PlainTextWriter : ResultWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private const int ShownLength = 80;

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
        else
        {
            writer.WriteLine(Line($"Document   {OneLine.Of(result.Source.Document.Id)}"));
            if (result.Source is AnalyzedDocument analyzed) WriteText(writer, analyzed);
            WriteFacts(writer, result.Source);
            WriteEntities(writer, result.Source);
        }
    }

    /// <inheritdoc/>
    public override void WriteFailure(Stream output, string task, string documentId, DocumentError error)
    {
    }

    private static void WriteText(StreamWriter writer, AnalyzedDocument analyzed)
    {
        var map = new CodePointMap(analyzed.Document.Text);
        var sentences = analyzed.Has(Layers.Sentences) ? Line($", {analyzed.Sentences.Count} sentences") : "";
        var tokens = analyzed.Has(Layers.Tokens) ? Line($", {analyzed.Tokens.Count} tokens") : "";
        writer.WriteLine(Line($"Length     {map.Length} characters{sentences}{tokens}"));
        if (!analyzed.Has(Layers.Sections)) return;
        writer.WriteLine(Line($"Sections   {analyzed.Sections.Count}"));
        foreach (var section in analyzed.Sections)
        {
            var title = section.Title.IsEmpty ? "(no title)" : OneLine.Of(analyzed.Document[section.Title]);
            var length = map.ToCodePoint(section.Body.End) - map.ToCodePoint(section.Body.Start);
            writer.WriteLine(Line($"{new string(' ', 2 + 2 * section.Depth)}{title} [{section.Kind}] {length} characters"));
        }
    }

    private static void WriteFacts(StreamWriter writer, IAnnotationSource source)
    {
        if (source.Facts.Count == 0) return;
        writer.WriteLine(Line($"Facts      {source.Facts.Count}"));
        foreach (var fact in source.Facts)
        {
            var evidence = string.Concat(fact.Evidence.Select(span => $" \"{OneLine.Of(source.Document.Text, span, ShownLength)}\""));
            writer.WriteLine(Line($"  {fact.Name}  {OneLine.Of(fact.Value)}{evidence}"));
        }
    }

    // With their attributes: a disease that the text denies must not read as one that it states.
    private static void WriteEntities(StreamWriter writer, IAnnotationSource source)
    {
        // The sections of an analysis are written above, as an outline.
        var entities = source.Entities.Where(entity => source is not AnalyzedDocument || entity.Label != "Section").ToList();
        writer.WriteLine(Line($"Entities   {entities.Count}"));
        foreach (var entity in entities)
        {
            var attributes = entity.Attributes.Count == 0 ? "" : $"  [{OneLine.Of(OneLine.Attributes(entity))}]";
            writer.WriteLine(Line($"  {entity.Label}  {OneLine.Of(source.Document.Text, entity.Span, ShownLength)}{attributes}"));
        }
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
