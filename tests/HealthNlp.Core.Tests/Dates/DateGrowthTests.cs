namespace HealthNlp.Tests.Dates;

/// <summary>Contract 6 with the layer of dates: lists, ranges and halves of dates without end cost what their length costs.</summary>
[Collection(LinearGrowth.Collection)]
public sealed class DateGrowthTests
{
    [Theory]
    [InlineData("fièvre ")]
    [InlineData("12 ")]
    [InlineData("1, 2, 3, ")]
    [InlineData("le 5, 6 et 7 ")]
    [InlineData("le 5, 6 et 7 mars ")]
    [InlineData("24/11 au ")]
    [InlineData("24/11, ")]
    [InlineData("12/03/2024 et 15/03, ")]
    [InlineData("2019-")]
    [InlineData("2019-2021 ")]
    [InlineData("12/")]
    [InlineData("12-")]
    [InlineData("il y a environ ")]
    [InlineData("près de ")]
    [InlineData("J1-")]
    [InlineData("J1-J2")]
    [InlineData("3 mois et ")]
    [InlineData("8 et 10 et 12 ans ")]
    [InlineData("deux mille ")]
    [InlineData("quatre-vingt-dix-")]
    [InlineData("de 3 à ")]
    [InlineData("prévu le 24/11 ")]
    [InlineData("lundi ")]
    [InlineData("mars ")]
    [InlineData("l2/")]
    [InlineData("\nle 12\nmars\n")]
    public Task Process_fourTimesTheText_takesNoMoreThanItsShare(string piece) =>
        LinearGrowth.AssertAsync((text, cancellationToken) => DateAnalysis.Pipeline.Process(new Document(text) { Written = DateAnalysis.Written }, cancellationToken), piece);
}
