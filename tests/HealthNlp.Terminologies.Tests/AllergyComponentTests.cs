using HealthNlp.Matching;
using HealthNlp.Pipelines;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

public sealed class AllergyComponentTests
{
    [Fact]
    public void Process_drugOfADrugLexicon_isTheSubstance()
    {
        var drug = new Concept("healthnlp:Drug", "zolifénone", "zolifénone");
        var pipeline = new PipelineBuilder().AddText().Add(new LexiconComponent()).Add(new OneDrug(drug)).Add(new AllergyComponent()).Build();
        var analyzed = pipeline.Process("Allergie au Zolifor 100 (urticaire) et au latex.", TestContext.Current.CancellationToken);
        var allergies = analyzed.Entities.Where(entity => entity.Label == LexiconLabels.Allergy).ToList();
        Assert.Equal(["zolifénone", "latex"], allergies.Select(entity => entity.Attributes["substance"]));
        Assert.Equal("drug", allergies[0].Attributes["kind"]);
        Assert.Same(drug, allergies[0].Concept);
        Assert.Equal("Allergie au Zolifor 100", analyzed.Document[allergies[0].Span]);
    }

    [Theory]
    [InlineData("Pas d'allergie hormis l'iode.")]
    [InlineData("Pas d'allergie connue en dehors d'une allergie à l'iode.")]
    [InlineData("Aucune allergie sauf à l'iode.")]
    public void Process_substanceLeftOutOfADenial_isPresent(string text)
    {
        var pipeline = new PipelineBuilder().AddText().AddClinicalLanguage().Add(new LexiconComponent()).Add(new AllergyComponent()).Build();
        var analyzed = pipeline.Process(text, TestContext.Current.CancellationToken);
        var iodine = Assert.Single(analyzed.Entities, entity => entity.Label == LexiconLabels.Allergy && entity.Attributes.GetValueOrDefault("substance") == "iode");
        Assert.Equal(Assertion.Present, iodine.Context!.Assertion);
    }

    [Fact]
    public void Build_withoutTheLexicons_isRefused() =>
        Assert.Throws<InvalidOperationException>(() => new PipelineBuilder().AddText().Add(new AllergyComponent()).Build());

    /// <summary>Stands for the drug lexicon: finds "Zolifor 100".</summary>
    private sealed class OneDrug(Concept concept) : PipelineComponent
    {
        public override string Name => "one drug";

        public override IReadOnlyList<Layer> Needs => [];

        public override IReadOnlyList<Layer> Gives => [Layers.Entities];

        public override IReadOnlyDictionary<string, string> Knowledge => new Dictionary<string, string>();

        public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
            context.Add([new Entity(TextSpan.FromLength(context.Document.Text.IndexOf("Zolifor", StringComparison.Ordinal), "Zolifor 100".Length), "Drug") { Concept = concept }]);
    }
}
