namespace HealthNlp.Tests.Qualifiers;

/// <summary>Contract 6 with the qualifiers: one endless sentence full of cues, or of none, costs what its length costs.</summary>
[Collection(LinearGrowth.Collection)]
public sealed class QualifierGrowthTests
{
    [Theory]
    [InlineData("toux grasse ")]
    [InlineData("pas de ")]
    [InlineData("pas de fièvre, toux ni frissons et ")]
    [InlineData("sans a, b, c, d ")]
    [InlineData("négatives, ")]
    [InlineData("hémocultures, ECBU prélevés ")]
    [InlineData("( ")]
    [InlineData("mère, père et ")]
    [InlineData("rapporte que ")]
    [InlineData("en 2012, ")]
    [InlineData("n' a ")]
    [InlineData("suspicion de probable ")]
    public Task ContextOf_fourTimesTheText_takesNoMoreThanItsShare(string piece) => LinearGrowth.AssertAsync(Read, piece);

    private static void Read(string text, CancellationToken cancellationToken)
    {
        var analyzed = TextAnalysis.Pipeline.Process(text, cancellationToken);
        foreach (var token in analyzed.Tokens) analyzed.ContextOf(token.Span);
    }
}
