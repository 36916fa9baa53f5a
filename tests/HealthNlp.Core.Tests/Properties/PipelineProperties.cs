using FsCheck.Xunit;
using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Tests.Properties;

/// <summary>What the layers promise, over generated texts.</summary>
[Properties(Arbitrary = [typeof(ClinicalArbitraries)], MaxTest = 1000, Replay = "20260402,9")]
public sealed class PipelineProperties
{

    [Property]
    public void Tokenize_anyText_coversAllButWhiteSpaceOnce(ClinicalText text)
    {
        var normalized = TextNormalizer.Default.Normalize(text.Value);
        Invariants.Tokens(normalized, FrenchTokenizer.Tokenize(normalized));
    }

    [Property]
    public void Tokenize_anyOptions_coversAllButWhiteSpaceOnce(ClinicalText text, TextNormalizerOptions options)
    {
        var normalized = new TextNormalizer(options).Normalize(text.Value);
        Invariants.Tokens(normalized, FrenchTokenizer.Tokenize(normalized));
    }

    [Property]
    public void Process_anyText_keepsThePromisesOfItsLayers(ClinicalText text) => Invariants.Layers(TextAnalysis.Process(text.Value));

    [Property]
    public void Process_anyPosition_liesInOneInnermostSection(ClinicalText text)
    {
        var analyzed = TextAnalysis.Process(text.Value);
        for (var i = 0; i < text.Value.Length; i++)
        {
            var section = analyzed.SectionAt(i);
            Assert.NotNull(section);
            Assert.True(section.Span.Contains(i));
            Assert.Equal(analyzed.Sections.Where(other => other.Span.Contains(i)).Max(other => other.Depth), section.Depth);
        }

        Assert.Null(analyzed.SectionAt(text.Value.Length));
    }

    [Property]
    public void Process_sameText_givesTheSameLayers(ClinicalText text)
    {
        var expected = Fingerprint.Of(TextAnalysis.Process(text.Value));
        Assert.Equal(expected, Fingerprint.Of(TextAnalysis.Process(text.Value)));
        Assert.Equal(expected, Fingerprint.Of(new PipelineBuilder().AddText().Build().Process(text.Value)));
    }

    [Property(MaxTest = 30)]
    public void Process_manyThreads_giveTheSameLayers(ClinicalText text)
    {
        var expected = Fingerprint.Of(TextAnalysis.Process(text.Value));
        var found = new string[16];
        Parallel.For(0, found.Length, i => found[i] = Fingerprint.Of(TextAnalysis.Process(text.Value)));
        Assert.All(found, fingerprint => Assert.Equal(expected, fingerprint));
    }
}
