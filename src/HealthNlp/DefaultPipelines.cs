using HealthNlp.Pipelines;
using HealthNlp.Terminologies;

namespace HealthNlp;

/// <summary>The pipelines of the default registration.</summary>
internal static class DefaultPipelines
{
    /// <summary>The text layers alone: all that pseudonymization reads.</summary>
    internal static Pipeline Text() => new PipelineBuilder().AddText().Build();

    /// <summary>All layers, then the application's own components.</summary>
    internal static Pipeline Complete(HealthNlpOptions options, IEnumerable<PipelineComponent> own) => own.Aggregate(
        new PipelineBuilder().AddText()
            .AddClinicalLanguage()
            .Add(new LexiconComponent())
            .Add(new AbbreviationComponent(options.Abbreviations))
            .Add(new AllergyComponent())
            .Add(new MedicationComponent()),
        (builder, component) => builder.Add(component)).Build();
}
