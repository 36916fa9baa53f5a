using HealthNlp.CaseGeneration;
using HealthNlp.Pipelines;
using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

public sealed class ScenarioExtractorTests
{
    private static readonly ScenarioExtractor Extractor = new(
        new PipelineBuilder().AddText().AddClinicalLanguage().Build(), new Pseudonymizer(new PipelineBuilder().AddText().Build()));

    [Theory]
    [InlineData("Compte rendu d'hospitalisation\n\nMadame Odile Varenne, 71 ans, est hospitalisée dans le service de Rhumatologie.\n\nHistoire de la maladie\nAmenée par les pompiers aux urgences.\n\nConclusion\nRetour à domicile avec une ordonnance.",
        "name=Odile Varenne|age=71 ans|sex=F|admission_mode=urgence|discharge_mode=domicile|type_of_care=hospitalisation complète")]
    [InlineData("Compte rendu d'hospitalisation\n\nMonsieur Basile Courmont, 58 ans, est hospitalisé en hôpital de jour de Rhumatologie.\n\nMotif\nPerfusion de biphosphonates.\n\nConclusion\nProchaine perfusion dans un an.",
        "name=Basile Courmont|age=58 ans|sex=M|admission_mode=programmé|discharge_mode=domicile|type_of_care=hôpital de jour")]
    [InlineData("Compte rendu de consultation de Rhumatologie\n\nJe vois ce jour en consultation Madame Odile Varenne, 71 ans. Sa mère est décédée à 60 ans.",
        "name=Odile Varenne|age=71 ans|sex=F|type_of_care=consultation")]
    [InlineData("Compte rendu d'hospitalisation\n\nMonsieur Basile Courmont, 58 ans, est hospitalisé dans le service de Réanimation.\n\nConclusion\nDécès du patient le 12/03/2024.",
        "name=Basile Courmont|age=58 ans|sex=M|discharge_mode=décès|type_of_care=hospitalisation complète")]
    public void Extract_report_givesWhatItStates(string text, string expected)
    {
        var scenario = Extractor.Extract(text, TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join('|', ScenarioFields.All.Where(scenario.Fields.ContainsKey).Select(name => $"{name}={scenario.Fields[name].Value}")));
        Assert.All(scenario.Fields.Values, found => Assert.All(found.Evidence, span => Assert.InRange(span.End, 1, text.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("RAS.")]
    [InlineData("Fracture du radius consolidée en 6 semaines.")]
    public void Extract_textWithoutScenario_givesNoField(string text) => Assert.Empty(Extractor.Extract(text, TestContext.Current.CancellationToken).Fields);
}
