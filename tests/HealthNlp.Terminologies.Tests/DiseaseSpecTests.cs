using HealthNlp.Pipelines;
using HealthNlp.Terminologies;
using HealthNlp.Tests.Specs;

namespace HealthNlp.Tests;

/// <summary>Runs the specification of diseases, procedures and devices: a sentence and its terms.</summary>
public sealed class DiseaseSpecTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().AddText().Add(new LexiconComponent()).Build();

    public static IEnumerable<TheoryDataRow<string, string, string>> Rows() => Specification.Rows("diseases.md").Select(row =>
        new TheoryDataRow<string, string, string>(row.Cells[0], row.Cells[1], row.Cells[2]) { TestDisplayName = Specification.Name("diseases.md", row.Line, row.Cells[0]) });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Process_sentenceOfSpecification_findsItsTerms(string text, string label, string terms)
    {
        var analyzed = Pipeline.Process(text, TestContext.Current.CancellationToken);
        var found = analyzed.Entities.Where(entity => entity.Label == label).Select(entity => $"{analyzed.Document[entity.Span]} = {entity.Concept!.Display}");
        Assert.Equal(terms, string.Join("; ", found) is { Length: > 0 } shown ? shown : "-");
    }
}
