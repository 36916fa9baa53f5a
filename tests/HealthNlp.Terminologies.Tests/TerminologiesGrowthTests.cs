using HealthNlp.Pipelines;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

/// <summary>Contract 6 for the components of the shared lexicons: time grows linearly with the length, whatever the text.</summary>
[Collection(LinearGrowth.Collection)]
public sealed class TerminologiesGrowthTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().AddText().AddClinicalLanguage().Add(new LexiconComponent()).Add(new AbbreviationComponent()).Build();

    [Theory]
    [InlineData("RP ")]
    [InlineData("foyer RP (")]
    [InlineData("IVG = ")]
    [InlineData("récepteurs (RP) ")]
    [InlineData("fracture de la de la ")]
    [InlineData("pas de fièvre, ")]
    public Task Process_hostileText_growsLinearly(string piece) =>
        LinearGrowth.AssertAsync((text, cancellationToken) => Pipeline.Process(text, cancellationToken), piece);

    // Half of the text decides what the other half leaves open.
    [Fact]
    public Task Process_abbreviationDecidedElsewhere_growsLinearly() => LinearGrowth.AssertAsync(
        (text, cancellationToken) => Pipeline.Process(text, cancellationToken),
        size => string.Concat(Enumerable.Repeat("RP : foyer.\n", size / 24)) + new string('\n', 500) + string.Concat(Enumerable.Repeat("RP.\n", size / 8)));
}
