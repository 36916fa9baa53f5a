using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

public class LeakReportTests
{
    [Fact]
    public void Of_sees_a_known_name_with_a_hyphen_or_over_two_lines()
    {
        var options = new PseudonymizationOptions { Strategy = ReplacementStrategy.Keep };
        var result = Samples.Make(options).Pseudonymize(
            new Document("d", "Suivi de LE-GUENNAC, puis de Le\nGuennac.") { Patient = new KnownPatient { Names = ["Le Guennac"] } }, TestContext.Current.CancellationToken);
        Assert.Equal(2, LeakReport.Of(result, null, TestContext.Current.CancellationToken).Leaks.Count);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_a_clean_text_sees_nothing()
    {
        var report = LeakReport.Of(Samples.Pseudonymizer.Pseudonymize("Mme Odalys Brévanne, IPP : 8004512377.", Cancellation), Samples.Pseudonymizer, Cancellation);
        Assert.Empty(report.Leaks);
        Assert.Equal("none seen", report.Level);
    }

    [Fact]
    public void Of_a_text_that_keeps_a_value_elsewhere_tells_where()
    {
        // A number inside a file name is no number of its own for the rules.
        const string text = "Mme Odalys Brévanne, IPP : 8004512377.\nFichier joint : scan_8004512377.pdf";
        var result = Samples.Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.Keep, Strategies = { [IdentifierLabels.FirstName] = ReplacementStrategy.Tag } }).Pseudonymize(text + " odalys", Cancellation);
        var report = LeakReport.Of(result, cancellationToken: Cancellation);
        Assert.All(report.Leaks, leak => Assert.Equal(LeakKind.FoundValue, leak.Kind));
        Assert.All(report.Leaks, leak => Assert.Equal("odalys", leak.Span.Of(result.Text), ignoreCase: true));
    }

    [Fact]
    public void Of_a_known_patient_who_is_kept_says_leak()
    {
        var document = new Document("Vu Xertigny ce jour.") { Patient = new KnownPatient { Names = ["XERTIGNY"] } };
        var kept = Samples.Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.Keep }).Pseudonymize(document, Cancellation);
        var leak = Assert.Single(LeakReport.Of(kept, cancellationToken: Cancellation).Leaks);
        Assert.Equal((LeakKind.KnownIdentity, "Xertigny"), (leak.Kind, leak.Span.Of(kept.Text)));
        Assert.Empty(LeakReport.Of(Samples.Pseudonymizer.Pseudonymize(document, Cancellation), cancellationToken: Cancellation).Leaks);
    }

    [Fact]
    public void Of_surrogates_takes_none_of_them_for_a_leak()
    {
        var key = new PseudonymizationKey([.. Enumerable.Range(0, PseudonymizationKey.Length).Select(i => (byte)i)]);
        var pseudonymizer = Samples.Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.Surrogate, Key = key });
        foreach (var text in Samples.Plain) Assert.DoesNotContain(LeakReport.Of(pseudonymizer.Pseudonymize(text, Cancellation), cancellationToken: Cancellation).Leaks, leak => leak.Kind == LeakKind.KnownIdentity);
    }

    [Fact]
    public void Pseudonymize_of_a_stay_finds_in_one_document_the_name_that_another_tells()
    {
        var stay = new ClinicalStay("s1", [new Document("a", "Mme Odalys Brévanne est hospitalisée."), new Document("b", "vu brevanne ce jour, va bien")]);
        var results = Samples.Pseudonymizer.Pseudonymize(stay, Cancellation);
        Assert.Equal(["Mme <PRENOM> <NOM> est hospitalisée.", "vu <NOM> ce jour, va bien"], results.Select(result => result.Text));
        Assert.All(results, result => Assert.Equal("s1", result.Document.StayId));
    }
}
