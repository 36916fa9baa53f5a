using HealthNlp.Pipelines;
using HealthNlp.Terminologies;
using HealthNlp.Tests.Specs;

namespace HealthNlp.Tests;

/// <summary>Runs the specification of allergies: a text, its allergies with substance, kind, nature and assertion.</summary>
public sealed class AllergySpecTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().AddText().AddClinicalLanguage().Add(new LexiconComponent()).Add(new AllergyComponent()).Build();

    public static IEnumerable<TheoryDataRow<string, string>> Rows() => Specification.Rows("allergies.md").Select(row =>
        new TheoryDataRow<string, string>(row.Cells[0], row.Cells[1]) { TestDisplayName = Specification.Name("allergies.md", row.Line, row.Cells[0]) });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Process_textOfSpecification_findsItsAllergies(string text, string allergies)
    {
        var analyzed = Pipeline.Process(Specification.Decode(text), TestContext.Current.CancellationToken);
        var found = analyzed.Entities.Where(entity => entity.Label == LexiconLabels.Allergy).Select(entity => Show(analyzed, entity));
        Assert.Equal(allergies, string.Join("; ", found) is { Length: > 0 } shown ? shown : "-");
    }

    private static string Show(AnalyzedDocument analyzed, Entity entity)
    {
        var (words, given) = (analyzed.Document[entity.Span], entity.Attributes);
        var substance = given.TryGetValue("substance", out var name) ? $" = {name} ({given["kind"]}, {given["nature"]})" : $" ({given["nature"]})";
        return $"{words}{substance} {entity.Context!.Assertion}";
    }
}
