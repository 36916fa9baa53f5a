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
        Assert.Equal("Document   doc\nEntities   1\n  A  x y\n", FakeSource.Of("x\ny", (0, 3, "A")).Write(new PlainTextWriter()));

    [Fact]
    public void WriteDocument_of_facts_writes_their_values_and_the_words_they_rest_on()
    {
        var source = FakeSource.Of("Mme vue") with { Facts = [new DocumentFact("sex", "F") { Evidence = [new TextSpan(0, 3)], Group = "scenario" }] };

        Assert.Equal("Document   doc\nFacts      1\n  sex  F \"Mme\"\nEntities   0\n", source.Write(new PlainTextWriter()));
    }

    [Fact]
    public void WriteDocument_of_a_denied_disease_says_that_it_is_denied()
    {
        var pipeline = new PipelineBuilder().AddText().AddClinicalLanguage().Add(new OneDisease()).Build();
        var analyzed = pipeline.Process("Pas de pneumopathie le 12/03/2025.", TestContext.Current.CancellationToken);

        var text = Written(new PlainTextWriter(), analyzed);
        Assert.Contains("  Disease  pneumopathie  [assertion=Absent, cues=Pas de, ", text, StringComparison.Ordinal);
        Assert.Contains("  Date  12/03/2025  [", text, StringComparison.Ordinal);

        var page = Written(new HtmlWriter(), analyzed);
        Assert.Contains("title=\"Disease assertion=Absent, cues=Pas de, ", page, StringComparison.Ordinal);
        Assert.Contains("title=\"Date ", page, StringComparison.Ordinal);
    }

    public static TheoryData<ResultWriter> Writers => [new PlainTextWriter(), new HtmlWriter(), new JsonLinesWriter(), new JsonResultWriter()];

    [Theory]
    [MemberData(nameof(Writers))]
    public void WriteDocument_of_a_pipeline_without_text_layers_writes_what_there_is(ResultWriter writer)
    {
        var analyzed = new PipelineBuilder().Add(new OneDisease()).Build().Process("Pas de pneumopathie.", TestContext.Current.CancellationToken);

        Assert.NotEmpty(Written(writer, analyzed));
    }

    private static string Written(ResultWriter writer, IAnnotationSource source)
    {
        using var stream = new MemoryStream();
        writer.WriteDocument(stream, new WritableResult(source));
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class OneDisease : PipelineComponent
    {
        public override string Name => "disease";

        public override void Process(AnalysisContext context, CancellationToken cancellationToken) => context.Add([new Entity(new TextSpan(7, 19), "Disease")]);
    }
}
