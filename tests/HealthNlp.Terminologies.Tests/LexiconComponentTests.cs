using HealthNlp.Pipelines;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

public sealed class LexiconComponentTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().AddText().Add(new LexiconComponent()).Build();

    [Theory]
    [InlineData("Deux embolies pulmonaires ce jour.", "Disease", "embolies pulmonaires")]
    [InlineData("HTA traitée.", "Disease", "HTA")]
    [InlineData("ECBU : E. coli 10^5.", "Germ", "E. coli")]
    [InlineData("Escherichia Coli sauvage", "Germ", "Escherichia Coli")]
    [InlineData("Un SCA ST+ inférieur.", "Disease", "SCA ST+")]
    [InlineData("Cocci Gram + en amas.", "Germ", "Cocci Gram +")]
    public void Process_termOfALexicon_isAnEntityWithItsConcept(string text, string label, string words)
    {
        var analyzed = Pipeline.Process(text, TestContext.Current.CancellationToken);
        var entity = Assert.Single(analyzed.Entities, entity => entity.Label == label);
        Assert.Equal(words, analyzed.Document[entity.Span]);
        Assert.Equal(entity.Concept!.Code, entity.Attributes["concept"]);
    }

    [Theory]
    [InlineData("Patient revu ce jour, sans plainte.")]
    [InlineData("hta hTa")]
    public void Process_noTerm_givesNoEntity(string text) => Assert.Empty(Pipeline.Process(text, TestContext.Current.CancellationToken).Entities);

    [Fact]
    public void Process_titleOfClinicalExamination_isNoExamination() => Assert.DoesNotContain(
        Pipeline.Process("Examen clinique\nPatient fébrile.\n\nConclusion\nRetour à domicile.", TestContext.Current.CancellationToken).Entities, entity => entity.Label == LexiconLabels.Examination);

    [Fact]
    public void Process_titleInCapitals_keepsItsLinkWords() => Assert.Contains(
        Pipeline.Process("CANCER DE LA PROSTATE ET FRACTURE DU COL DU FÉMUR.", TestContext.Current.CancellationToken).Entities, entity => entity.Concept?.Code == "fracture-du-col-du-femur");

    [Fact]
    public void Process_genus_isNotASpecies()
    {
        var analyzed = Pipeline.Process("Entérocoque, puis Enterococcus faecalis.", TestContext.Current.CancellationToken);
        var codes = analyzed.Entities.Where(entity => entity.Label == LexiconLabels.Germ).Select(entity => entity.Concept!.Code).ToList();
        Assert.Equal(2, codes.Count);
        Assert.Distinct(codes);
    }

    [Fact]
    public void Process_overlappingTermsOfOneLabel_keepsTheLongest()
    {
        var analyzed = Pipeline.Process("Insuffisance cardiaque aiguë, insuffisance cardiaque.", TestContext.Current.CancellationToken);
        var diseases = analyzed.Entities.Where(entity => entity.Label == LexiconLabels.Disease).ToList();
        for (var i = 1; i < diseases.Count; i++) Assert.False(diseases[i].Span.Overlaps(diseases[i - 1].Span));
    }
}
