using HealthNlp.Pipelines;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

/// <summary>The time of the allergies grows with the text, not with its square.</summary>
[Collection(LinearGrowth.Collection)]
public sealed class AllergyGrowthTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().AddText().Add(new LexiconComponent()).Add(new AllergyComponent()).Build();

    [Theory]
    [InlineData("Allergies : pénicilline, iode, latex (rash).\n")]
    [InlineData("allergie à la ")]
    [InlineData("Allergies\n- kiwi\n")]
    public Task Process_repeatedText_takesLinearTime(string piece) => LinearGrowth.AssertAsync((text, token) => Pipeline.Process(text, token), piece);
}
