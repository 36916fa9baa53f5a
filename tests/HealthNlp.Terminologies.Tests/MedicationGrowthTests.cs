namespace HealthNlp.Tests;

/// <summary>Contract 6 with the medications: one endless sentence full of drugs, doses or half-read rhythms costs what its length costs.</summary>
[Collection(LinearGrowth.Collection)]
public sealed class MedicationGrowthTests
{
    [Theory]
    [InlineData("Doliprane 1 g x3/j, ")]
    [InlineData("Doliprane ")]
    [InlineData("1 cp de ")]
    [InlineData("arrêt de ")]
    [InlineData("J1, J8 et ")]
    [InlineData("1-0-")]
    [InlineData("Lasilix et ")]
    [InlineData("toutes les ")]
    [InlineData("jusqu'au ")]
    [InlineData("amoxicilline (Clamoxyl) ")]
    public Task Process_fourTimesTheText_takesNoMoreThanItsShare(string piece) =>
        LinearGrowth.AssertAsync((text, cancel) => MedicationSpecTests.Pipeline.Process(text, cancel), piece);
}
