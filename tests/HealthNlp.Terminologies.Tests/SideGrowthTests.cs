using HealthNlp.Pipelines;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

/// <summary>Reading sides is linear on texts made to be slow.</summary>
[Collection(LinearGrowth.Collection)]
public sealed class SideGrowthTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().AddText().Add(new LexiconComponent()).Build();

    public static TheoryData<string> Hostile { get; } = ["genou ", "genou et ", "douleur du genou et de la ", "genou gauche et de la ", "à la ", "la ", "les deux ", "droit ", "droit et gauche ", "douleur de "];

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task Process_hostilePiece_isLinear(string piece) => LinearGrowth.AssertAsync((text, token) => Pipeline.Process(text, token), piece);
}
