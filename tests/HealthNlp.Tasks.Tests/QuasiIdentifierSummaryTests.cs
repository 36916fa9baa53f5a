using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

public class QuasiIdentifierSummaryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Unique_counts_the_documents_that_no_other_is_like()
    {
        var summary = Sum(new PseudonymizationOptions { Strategies = { [IdentifierLabels.Nationality] = ReplacementStrategy.Keep } }, "Patient de nationalité portugaise.", "Patiente de nationalité portugaise.", "De nationalité italienne.");
        Assert.Equal((3, 1, 3), (summary.Documents, summary.Unique, summary.InSmallGroups));
        Assert.Equal(2, summary.DistinctValues[IdentifierLabels.Nationality]);
    }

    [Fact]
    public void What_was_replaced_tells_nothing_apart()
    {
        var summary = Sum(new PseudonymizationOptions(), "De nationalité portugaise.", "De nationalité italienne.");
        Assert.Equal(0, summary.Unique);
        Assert.Empty(summary.DistinctValues);
    }

    [Fact]
    public void A_less_precise_birth_date_tells_its_year()
    {
        var summary = Sum(new PseudonymizationOptions { Strategy = ReplacementStrategy.Generalize }, "M. Xertigny, né le 14/03/1958.", "M. Xertigny, né le 01/01/1958.", "M. Xertigny, né le 01/01/1961.");
        Assert.Equal(1, summary.Unique);
    }

    private static QuasiIdentifierSummary Sum(PseudonymizationOptions options, params string[] texts)
    {
        var summary = new QuasiIdentifierSummary();
        foreach (var text in texts) summary.Add(Samples.Make(options).Pseudonymize(text, Cancellation));
        return summary;
    }
}
