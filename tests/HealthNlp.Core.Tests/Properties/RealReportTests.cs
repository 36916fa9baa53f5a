using HealthNlp.Text;

namespace HealthNlp.Tests.Properties;

/// <summary>The same promises over the real reports of the shared material.</summary>
public sealed class RealReportTests
{
    private static readonly TextNormalizerOptions All = new() { RemoveNoise = true, SpacedCharacters = true, FoldCase = true, FoldAccents = true };

    [Fact]
    public void Process_everyReport_keepsThePromisesOfItsLayers() => ForEach(report => Invariants.Layers(TextAnalysis.Process(report)));

    [Fact]
    public void Normalize_everyReport_keepsTheOffsetContract() => ForEach(report =>
    {
        Invariants.Offsets(TextNormalizer.Default.Normalize(report.Text));
        Invariants.Offsets(new TextNormalizer(All).Normalize(report.Text));
    });

    [Fact]
    public void Normalize_everyWordOfEveryReport_survivesTheWayThereAndBack() => ForEach(report =>
    {
        var everything = new TextNormalizer(All).Normalize(report.Text);
        foreach (var token in FrenchTokenizer.Tokenize(report.Text)) Invariants.RoundTrip(everything, token.Span);
    });

    [Fact]
    public void Tokenize_everyReport_coversAllButWhiteSpaceOnce() => ForEach(report =>
    {
        var everything = new TextNormalizer(All).Normalize(report.Text);
        Invariants.Tokens(everything, FrenchTokenizer.Tokenize(everything));
    });

    [Fact]
    public void Process_everyReportTwice_givesTheSame() =>
        ForEach(report => Assert.Equal(Fingerprint.Of(TextAnalysis.Process(report)), Fingerprint.Of(TextAnalysis.Process(new Document(report.Text)))));

    [Fact]
    public void Process_everyReportWithWindowsLineEnds_givesTheSameWords() => ForEach(report =>
    {
        if (report.Text.Contains('\r', StringComparison.Ordinal)) return;
        var unix = TextAnalysis.Process(report);
        var windows = TextAnalysis.Process(report.Text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(unix.Normalized.Text, windows.Normalized.Text);
        Assert.Equal(unix.Tokens.Select(token => token.Normalized), windows.Tokens.Select(token => token.Normalized));
        Assert.Equal(unix.Sections.Select(section => (section.Kind, section.Depth)), windows.Sections.Select(section => (section.Kind, section.Depth)));
        Assert.Equal(unix.Sentences.Count, windows.Sentences.Count);
    });

    private static void ForEach(Action<Document> check)
    {
        foreach (var report in SharedReports.All)
        {
            try
            {
                check(report);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"{report.Id}: {error.Message}", error);
            }
        }
    }
}
