using HealthNlp.Matching;

namespace HealthNlp.Tests.Matching;

public sealed class RegexMatcherTests
{
    private static readonly RegexRule Stage = new("Stage", @"\bstade (?<stage>[0-4iv]+)\b")
    {
        Before = @"\b(?:tumeur|carcinome)\b",
        Exclude = @"\bprevention\b",
        Assign = new Dictionary<string, string> { ["system"] = "UICC", ["stage"] = "$stage" },
    };

    [Fact]
    public void Match_patternInItsContext_givesTheValuesAsWritten()
    {
        var (text, entities) = Find("Carcinome du rein, Stade IV ce jour.", Stage);
        var entity = Assert.Single(entities);
        Assert.Equal("Stade IV", text[entity.Span]);
        Assert.Equal(("UICC", "IV", "Stage"), (entity.Attributes["system"], entity.Attributes["stage"], entity.Source));
    }

    [Theory]
    [InlineData("Escarre stade 3.")]
    [InlineData("Stade 3, carcinome du rein.")]
    [InlineData("Carcinome. Stade 3.")]
    [InlineData("Prévention : carcinome stade 3.")]
    public void Match_withoutItsContext_isNotFound(string text) => Assert.Empty(Find(text, Stage).Entities);

    [Theory]
    [InlineData("MMSE 24/30 au lit", 1)]
    [InlineData("au lit, MMSE 24/30", 0)]
    public void Match_contextAfter_isAsked(string text, int count) =>
        Assert.Equal(count, Find(text, new RegexRule("Score", @"mmse \d+/30") { After = "au lit" }).Entities.Count);

    [Theory]
    [InlineData("(a")]
    [InlineData(@"(?=a)b")]
    [InlineData(@"(a)\1")]
    public void New_patternThatCannotRun_isRefused(string pattern) => Assert.Throws<ArgumentException>(() => new RegexMatcher([new RegexRule("x", pattern)]));

    [Fact]
    public void New_groupThatThePatternLacks_isRefused() => Assert.Throws<ArgumentException>(() => new RegexMatcher(
        [new RegexRule("x", "a") { Assign = new Dictionary<string, string> { ["v"] = "$v" } }]));

    private static (Document Text, SpanIndex<Entity> Entities) Find(string text, RegexRule rule)
    {
        var analyzed = TextAnalysis.Process(text);
        return (analyzed.Document, new RegexMatcher([rule]).Match(analyzed.Normalized, analyzed.Sentences, TestContext.Current.CancellationToken));
    }
}
