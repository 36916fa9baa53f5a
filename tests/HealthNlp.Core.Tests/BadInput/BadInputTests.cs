using HealthNlp.Pipelines;
using HealthNlp.Tests.Properties;
using HealthNlp.Text;

namespace HealthNlp.Tests.BadInput;

/// <summary>Contract 6: bad input gives a clear error or a clean result.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void Process_emptyText_givesEmptyLayers()
    {
        var analyzed = TextAnalysis.Process("");
        Assert.Empty(analyzed.Tokens);
        Assert.Empty(analyzed.Sentences);
        Assert.Empty(analyzed.Noise);
        Assert.Equal("", analyzed.Normalized.Text);
        Assert.True(analyzed.Normalized.Map.IsIdentity);
        Assert.Equal(DocumentKind.Unknown, analyzed.Kind);
        Assert.Null(analyzed.SectionAt(0));
        Assert.Null(analyzed.SentenceAt(0));
        Assert.Null(analyzed.Signature);
        Invariants.Layers(analyzed);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\r\n\r\n")]
    [InlineData(" \t\u00A0\u202F\u2028\f\v ")]
    [InlineData("\0\0\0")]
    [InlineData("\u200B\u00AD\uFEFF")]
    public void Process_nothingToRead_givesNoTokenAndNoSentence(string text)
    {
        var analyzed = TextAnalysis.Process(text);
        Assert.Empty(analyzed.Tokens);
        Assert.Empty(analyzed.Sentences);
        Invariants.Layers(analyzed);
    }

    [Fact]
    public void Process_null_isRefused()
    {
        Assert.Throws<ArgumentNullException>(() => TextAnalysis.Process((string)null!));
        Assert.Throws<ArgumentNullException>(() => TextAnalysis.Process((Document)null!));
        Assert.Throws<ArgumentNullException>(() => TextNormalizer.Default.Normalize(null!));
        Assert.Throws<ArgumentNullException>(() => FrenchTokenizer.Tokenize((string)null!));
        Assert.Throws<ArgumentNullException>(() => FrenchTokenizer.Tokenize((NormalizedText)null!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Process_everyCharacterOfTheBasicPlane_keepsEveryPromise()
    {
        var text = new string([.. Enumerable.Range(0, 0x10000).Select(c => (char)c)]);
        var analyzed = TextAnalysis.Process(text);
        Invariants.Offsets(analyzed.Normalized);
        Invariants.Layers(analyzed);
        foreach (var c in text) Invariants.Layers(TextAnalysis.Process($"a{c}b"));
    }

    [Fact]
    public void Process_bytesReadAsText_keepEveryPromise()
    {
        var random = new Random(20260401);
        for (var run = 0; run < 40; run++)
        {
            var bytes = new byte[2_000];
            random.NextBytes(bytes);
            var analyzed = TextAnalysis.Process(System.Text.Encoding.Latin1.GetString(bytes));
            Invariants.Offsets(analyzed.Normalized);
            Invariants.Layers(analyzed);
            Invariants.Layers(TextAnalysis.Process(System.Text.Encoding.Unicode.GetString(bytes)));
        }
    }

    [Fact]
    public void Process_textLongerThanAllowed_isRefusedWithItsCode()
    {
        var error = Assert.Throws<HealthNlpException>(() => TextAnalysis.Process(new string('z', Pipeline.MaxTextLength + 1)));
        Assert.Equal(ErrorCodes.TextTooLong, error.Code);
        Assert.DoesNotContain("zz", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("שלום. Le patient tousse.")]
    [InlineData("Il sort. مرحبا بك. Le patient tousse.")]
    public void Process_rightToLeftText_leavesTheFrenchSentenceAlone(string text)
    {
        var analyzed = TextAnalysis.Process(text);
        Assert.Equal("Le patient tousse.", analyzed.Document[analyzed.Sentences[^1].Span]);
        Invariants.Layers(analyzed);
    }

    [Theory]
    [MemberData(nameof(ShortHostile))]
    public void Process_repeatedPiece_keepsEveryPromise(string name)
    {
        foreach (var length in new[] { 1, 2, 3, 7, 64, 997 })
        {
            var analyzed = TextAnalysis.Process(HostileTexts.Make(name, length));
            Invariants.Offsets(analyzed.Normalized);
            Invariants.Layers(analyzed);
        }
    }

    public static IEnumerable<TheoryDataRow<string>> ShortHostile() => HostileTexts.Names.Select(name => new TheoryDataRow<string>(name));
}
