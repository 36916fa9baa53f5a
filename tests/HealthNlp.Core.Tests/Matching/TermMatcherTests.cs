using HealthNlp.Matching;

namespace HealthNlp.Tests.Matching;

public sealed class TermMatcherTests
{
    [Theory]
    [InlineData("fracture", "Deux fractures.", "fractures")]
    [InlineData("insuffisance rénale", "INSUFFISANCES RENALES", "INSUFFISANCES RENALES")]
    [InlineData("anomalie rénale", "anomalies rénaux", "anomalies rénaux")]
    [InlineData("infection active", "infection actif", "infection actif")]
    [InlineData("infection bactérienne", "syndrome, infection bacterien", "infection bacterien")]
    [InlineData("douleur osseuse", "douleurs osseux", "douleurs osseux")]
    [InlineData("cancer du sein", "cancer sein", "cancer sein")]
    [InlineData("cancer sein", "cancers des seins droits", "cancers des seins")]
    [InlineData("œdème", "oedème et OEDEME", "oedème|OEDEME")]
    [InlineData("maladie de l'œil", "maladie de l’œil", "maladie de l’œil")]
    [InlineData("E. coli", "à E. coli sauvage", "E. coli")]
    [InlineData("E. coli", "à E.coli sauvage", "E.coli")]
    [InlineData("post opératoire", "suites post-opératoires", "post-opératoires")]
    [InlineData("AC/FA", "AC/FA connue, AC FA", "AC/FA|AC FA")]
    [InlineData("hépatite A", "une hépatite A et une hépatite B", "hépatite A")]
    [InlineData("opératoire", "suites post-opératoires", "")]
    [InlineData("fracture fémur", "fracture. Fémur", "")]
    [InlineData("fracture fémur", "Fracture\nFémur", "")]
    [InlineData("os", "os, dos, Os", "os|Os")]
    [InlineData("transféré en", "transféré, puis transféré en salle", "transféré en")]
    public void Match_formOfATerm_isFound(string term, string text, string expected) => Assert.Equal(expected, Find(text, new Term<string>(term, term)));

    [Fact]
    public void Match_linkWordThatEndsATermAndStandsInAnother_findsBoth() => Assert.Equal("transfert en|transfert en salle", Find(
        "transfert en salle", new TermMatcherOptions { Overlap = OverlapPolicy.All }, new Term<string>("transfert en", ""), new Term<string>("transfert salle", "")).Split('|').Order(StringComparer.Ordinal).Aggregate((a, b) => $"{a}|{b}"));

    [Fact]
    public void Match_caseSensitiveTerm_asksForTheCase() =>
        Assert.Equal("RAS|RAS", Find("RAS, ras, Ras et RAS", new Term<string>("RAS", "") { CaseSensitive = true }));

    [Fact]
    public void Match_longestTermFailsOnCase_givesTheShorter() => Assert.Equal("score", Find(
        "score ras", new Term<string>("score RAS", "") { CaseSensitive = true }, new Term<string>("score", "")));

    [Fact]
    public void Match_longestPolicy_givesAllMeaningsOfTheSameWords()
    {
        var analyzed = TextAnalysis.Process("RP ce jour");
        var matcher = new TermMatcher<string>([new("RP", "radiographie"), new("RP", "récepteur"), new("R", "autre")]);
        var matches = matcher.Match(analyzed.Normalized, analyzed.Tokens, TestContext.Current.CancellationToken);
        Assert.Equal(["radiographie", "récepteur"], matches.Select(match => match.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Match_allPolicy_givesTermsInsideOthers() => Assert.Equal("fracture du col|col", Find(
        "fracture du col", new TermMatcherOptions { Overlap = OverlapPolicy.All }, new Term<string>("fracture col", ""), new Term<string>("col", "")));

    [Theory]
    [InlineData("anticoagulation")]
    [InlineData("anticogulation")]
    [InlineData("anticoaggulation")]
    [InlineData("anticaogulation")]
    [InlineData("entericoagulation", "")]
    public void Match_misspeltWord_isFoundAtOneError(string written, string? expected = null) => Assert.Equal(expected ?? written, Find(
        $"sous {written} ce jour", new TermMatcherOptions { Misspellings = true }, new Term<string>("anticoagulation", "")));

    [Fact]
    public void Match_misspeltWordAtOneErrorFromTwo_isNotGuessed() => Assert.Equal("", Find(
        "abbduction", new TermMatcherOptions { Misspellings = true }, new Term<string>("abduction", ""), new Term<string>("abbductiom", ""), new Term<string>("abbductien", "")));

    [Fact]
    public void Match_misspeltWord_saysSo()
    {
        var analyzed = TextAnalysis.Process("pneumopathie, pneumopatie");
        var matcher = new TermMatcher<string>([new("pneumopathie", "")], new TermMatcherOptions { Misspellings = true });
        Assert.Equal([0, 1], matcher.Match(analyzed.Normalized, analyzed.Tokens, TestContext.Current.CancellationToken).Select(match => match.Edits));
    }

    [Theory]
    [InlineData(WordOrder.WithGaps, "fracture déplacée de l'humérus", "fracture déplacée de l'humérus")]
    [InlineData(WordOrder.WithGaps, "humérus : fracture", "")]
    [InlineData(WordOrder.WithGaps, "fracture du radius et de son voisin humérus", "")]
    [InlineData(WordOrder.Any, "humérus droit fracturé avec fracture", "humérus droit fracturé")]
    [InlineData(WordOrder.Any, "humérus. fracture", "")]
    public void Match_looseTerm_isFoundWithinItsGaps(WordOrder order, string text, string expected) => Assert.Equal(expected, Find(
        text, new TermMatcherOptions { LargestGap = 2 }, new Term<string>("fracture humérus", "") { Order = order }));

    [Theory]
    [InlineData("")]
    [InlineData("+ -")]
    public void New_termWithoutWords_isRefused(string term) => Assert.Throws<ArgumentException>(() => new TermMatcher<string>([new(term, "")]));

    [Fact]
    public void Match_cancelled_ends()
    {
        var analyzed = TextAnalysis.Process("fracture");
        Assert.Throws<OperationCanceledException>(() => new TermMatcher<string>([new("a", "")]).Match(analyzed.Normalized, analyzed.Tokens, new CancellationToken(canceled: true)));
    }

    private static string Find(string text, params Term<string>[] terms) => Find(text, null!, terms);

    private static string Find(string text, TermMatcherOptions options, params Term<string>[] terms)
    {
        var analyzed = TextAnalysis.Process(text);
        var matches = new TermMatcher<string>(terms, options).Match(analyzed.Normalized, analyzed.Tokens, TestContext.Current.CancellationToken);
        return string.Join('|', matches.Select(match => analyzed.Document[match.Span]));
    }
}
