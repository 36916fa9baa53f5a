using HealthNlp.Pipelines;

namespace HealthNlp.Tests.Qualifiers;

/// <summary>What the context of a mention says, beyond the specifications.</summary>
public sealed class ContextTests
{
    [Fact]
    public void ContextOf_nothingAround_isPlain()
    {
        var analyzed = TextAnalysis.Process("Toux grasse.");
        Assert.Same(FactContext.Plain, analyzed.ContextOf(new TextSpan(0, 4)));
        Assert.Same(FactContext.Plain, analyzed.ContextOf(new TextSpan(3, 3)));
    }

    [Fact]
    public void ContextOf_cueInsideTheMention_doesNotQualifyIt()
    {
        const string Text = "Lymphome non hodgkinien. Test négatif.";
        var analyzed = TextAnalysis.Process(Text);
        Assert.Same(FactContext.Plain, analyzed.ContextOf(new TextSpan(0, 23)));
        Assert.Same(FactContext.Plain, analyzed.ContextOf(new TextSpan(25, 37)));
    }

    [Fact]
    public void ContextOf_deniedMention_namesItsCueAndItsReach()
    {
        var analyzed = TextAnalysis.Process("Pas de fièvre ni de frissons, toux grasse.");
        var scope = Assert.Single(analyzed.ContextOf(new TextSpan(7, 13)).Scopes);
        Assert.Equal(("Pas de", "fièvre"), (analyzed.Document[scope.Cue], analyzed.Document[scope.Span]));
        Assert.StartsWith("Negation: pas de", scope.Rule, StringComparison.Ordinal);
        Assert.DoesNotContain("fièvre", scope.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ContextOf_deniedDoubt_isLessSureThanADenial()
    {
        var doubt = TextAnalysis.Process("Pas de suspicion de phlébite.").ContextOf(new TextSpan(20, 28));
        var denial = TextAnalysis.Process("Pas de phlébite.").ContextOf(new TextSpan(7, 15));
        Assert.Equal((Assertion.Absent, Assertion.Absent), (doubt.Assertion, denial.Assertion));
        Assert.True(doubt.Certainty < denial.Certainty);
    }

    [Fact]
    public void ContextOf_wrappedLine_isTheSame()
    {
        const string Text = "Le scanner de ce jour ne retrouve pas d'argument évident pour une\ncollection profonde.";
        var analyzed = TextAnalysis.Process(Text);
        Assert.Equal(Assertion.Absent, analyzed.ContextOf(TextSpan.FromLength(Text.IndexOf("collection", StringComparison.Ordinal), 10)).Assertion);
    }

    [Theory]
    [InlineData("Le patient ne présente pas de signe\nde pneumopathie ni d'embolie.", "pneumopathie")]
    [InlineData("Absence\nd'épanchement pleural.", "épanchement")]
    [InlineData("Pas de\nfièvre.", "fièvre")]
    [InlineData("pas\r\nde\r\nfièvre", "fièvre")]
    [InlineData("Idées suicidaires niées.", "Idées")]
    [InlineData("Idées suicidaires niées par le patient.", "Idées")]
    [InlineData("Diagnostic éliminé : sigmoïdite.", "sigmoïdite")]
    [InlineData("Epilepsie : □ oui  ■ non", "Epilepsie")]
    [InlineData("Hydrocortisone non indiquée.", "Hydrocortisone")]
    [InlineData("Biopsie : non faite.", "Biopsie")]
    [InlineData("PBH non réalisée.", "PBH")]
    [InlineData("Scanner refusé.", "Scanner")]
    [InlineData("Sérologie HIV neg.", "HIV")]
    [InlineData("Relais par héparine non nécessaire.", "héparine")]
    public void ContextOf_denial_isAbsent(string text, string word) => Assert.Equal(Assertion.Absent, AssertionOf(text, word));

    [Theory]
    [InlineData("Pas d'amoxicilline (allergie).", "allergie")]
    [InlineData("Epilepsie : ■ oui  □ non", "Epilepsie")]
    [InlineData("Pas d'argument contre une vascularite.", "vascularite")]
    [InlineData("Diagnostic éliminé : sigmoïdite. Colique néphrétique.", "Colique")]
    public void ContextOf_whatADenialDoesNotReach_isPresent(string text, string word) => Assert.Equal(Assertion.Present, AssertionOf(text, word));

    [Fact]
    public void ContextOf_withoutTheLayer_throws()
    {
        var analyzed = new PipelineBuilder().AddText().Build().Process("Toux.", TestContext.Current.CancellationToken);
        Assert.Throws<InvalidOperationException>(() => analyzed.ContextOf(new TextSpan(0, 4)));
    }

    [Fact]
    public void Process_sections_qualifyAllThatStandsInThem()
    {
        const string Text = "Antécédents médicaux :\nAsthme.\n\nAntécédents familiaux :\nDiabète.\n\nExamen clinique :\nToux.\n";
        var analyzed = TextAnalysis.Process(Text);
        Assert.True(Of("Asthme").Has(Qualifier.History));
        Assert.True(Of("Diabète").Has(Qualifier.Family));
        Assert.False(Of("Diabète").Has(Qualifier.History));
        Assert.Same(FactContext.Plain, Of("Toux"));

        FactContext Of(string word) => analyzed.ContextOf(TextSpan.FromLength(Text.IndexOf(word, StringComparison.Ordinal), word.Length));
    }

    [Fact]
    public void Process_entitiesOfLaterComponents_haveTheirContext()
    {
        var pipeline = new PipelineBuilder().AddText().AddClinicalLanguage().Add(new FeverComponent()).Build();
        var analyzed = pipeline.Process("Fièvre hier. Pas de fièvre ce jour.", TestContext.Current.CancellationToken);
        Assert.Equal([Assertion.Present, Assertion.Absent], analyzed.Entities.Select(entity => entity.Context!.Assertion));
    }

    [Theory]
    [InlineData(2025, true)]
    [InlineData(2012, false)]
    public void ContextOf_yearOfTheText_isPastBeforeTheYearOfWriting(int written, bool past)
    {
        var analyzed = TextAnalysis.Process(new Document("Infarctus en 2012.") { Written = new DateOnly(written, 6, 15) });
        Assert.Equal(past, analyzed.ContextOf(new TextSpan(0, 9)).Has(Qualifier.History));
    }

    private sealed class FeverComponent : PipelineComponent
    {
        public override string Name => "fever";

        public override IReadOnlyList<Layer> Gives => [Layers.Entities];

        public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
            context.Add(context.Get(Layers.Tokens).Where(token => token.Span.Length == 6).Where(token => context.Document[token.Span].EndsWith("ièvre", StringComparison.Ordinal)).Select(token => new Entity(token.Span, "Fever")));
    }

    private static Assertion AssertionOf(string text, string word) =>
        TextAnalysis.Process(text).ContextOf(TextSpan.FromLength(text.IndexOf(word, StringComparison.Ordinal), word.Length)).Assertion;
}
