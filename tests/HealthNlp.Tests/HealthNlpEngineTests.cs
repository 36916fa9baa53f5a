namespace HealthNlp.Tests;

public class HealthNlpEngineTests
{
    [Fact]
    public void CreateDefault_analyses_and_pseudonymizes_with_one_pipeline()
    {
        var engine = HealthNlpEngine.CreateDefault();
        var document = new Document("d", "Mme DUPONT vue le 12/03/2024.");
        var analyzed = engine.Analyze(document, TestContext.Current.CancellationToken);
        var result = engine.Pseudonymizer.Pseudonymize(analyzed, TestContext.Current.CancellationToken);

        Assert.Same(analyzed, result.Analyzed);
        Assert.Contains(result.Entities, entity => document[entity.Span] == "12/03/2024");
        Assert.DoesNotContain("12/03/2024", result.Text, StringComparison.Ordinal);
        Assert.Equal(result.Text, engine.Pseudonymizer.Pseudonymize(document.Text, TestContext.Current.CancellationToken).Text);
    }
}
