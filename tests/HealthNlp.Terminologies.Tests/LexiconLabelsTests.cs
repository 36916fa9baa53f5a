using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

public sealed class LexiconLabelsTests
{
    [Fact]
    public void Labels_ofAllLexicons_differ()
    {
        var labels = typeof(LexiconLabels).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.NotEmpty(labels);
        Assert.Distinct(labels);
    }
}
