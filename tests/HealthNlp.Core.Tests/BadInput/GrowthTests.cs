using HealthNlp.Text;

namespace HealthNlp.Tests.BadInput;

/// <summary>Contract 6: time grows linearly with the length, whatever the text.</summary>
[Collection(LinearGrowth.Collection)]
public sealed class GrowthTests
{
    public static IEnumerable<TheoryDataRow<string>> Hostile() => HostileTexts.Names.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task Process_fourTimesTheText_takesNoMoreThanItsShare(string name) => AssertLinear(name, (text, token) => TextAnalysis.Pipeline.Process(text, token));

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task Normalize_allOptionsOnFourTimesTheText_takesNoMoreThanItsShare(string name)
    {
        var all = new TextNormalizer(new TextNormalizerOptions { RemoveNoise = true, SpacedCharacters = true, FoldCase = true, FoldAccents = true });
        return AssertLinear(name, (text, _) => all.Normalize(text));
    }

    [Fact]
    public async Task Process_singleLineOfFiveMillion_isDoneInTime()
    {
        var line = string.Concat(Enumerable.Repeat("Le patient tousse, sans fièvre, depuis le 12/03/2024 à raison de 3 mg/L ; ", 5_000_000 / 74));
        AnalyzedDocument? analyzed = null;
        await LinearGrowth.RunAsync((text, token) => analyzed = TextAnalysis.Pipeline.Process(text, token), line);
        Assert.True(analyzed!.Tokens.Count > 1_000_000);
    }

    [Theory]
    [InlineData("dots")]
    [InlineData("dashes")]
    [InlineData("digits")]
    [InlineData("spaces")]
    [InlineData("thousands")]
    [InlineData("elisions")]
    [InlineData("open parentheses")]
    [InlineData("line feeds")]
    [InlineData("combining accents")]
    [InlineData("NUL")]
    [InlineData("titles")]
    [InlineData("hyphenated line ends")]
    public async Task Process_tenMillionHostileCharacters_isDoneInTime(string name)
    {
        var text = HostileTexts.Make(name, 10_000_000);
        AnalyzedDocument? analyzed = null;
        await LinearGrowth.RunAsync((hostile, token) => analyzed = TextAnalysis.Pipeline.Process(hostile, token), text);
        Assert.Equal(text.Length, analyzed!.Sections.Where(section => section.Depth == 0).Sum(section => section.Span.Length));
    }

    private static Task AssertLinear(string name, Action<string, CancellationToken> work) => LinearGrowth.AssertAsync(work, size => HostileTexts.Make(name, size));
}
