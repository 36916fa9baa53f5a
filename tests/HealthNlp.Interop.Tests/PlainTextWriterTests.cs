using HealthNlp.Pipelines;

namespace HealthNlp.Interop.Tests;

public class PlainTextWriterTests
{
    [Fact]
    public void WriteDocument_with_a_rewritten_text_writes_it_alone()
    {
        Assert.Equal("XXX vu\n", FakeSource.Of("DUPONT vu").Write(new PlainTextWriter(), "XXX vu"));
        Assert.Equal("XXX vu\n", FakeSource.Of("DUPONT vu").Write(new PlainTextWriter(), "XXX vu\n"));
    }

    [Fact]
    public void WriteDocument_of_an_analysis_counts_characters_as_people_do()
    {
        var analyzed = new PipelineBuilder().AddText().Build().Process(new Document("crh", "😀 vu"), TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        new PlainTextWriter().WriteDocument(stream, new WritableResult(analyzed));
        var text = System.Text.Encoding.UTF8.GetString(stream.ToArray());

        Assert.StartsWith("Document   crh\n", text, StringComparison.Ordinal);
        Assert.Contains("Length     4 characters", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteDocument_of_another_result_lists_its_annotations_on_a_line_each() =>
        Assert.Equal("Entities   1\n  A  x y\n", FakeSource.Of("x\ny", (0, 3, "A")).Write(new PlainTextWriter()));
}
