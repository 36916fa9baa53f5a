using HealthNlp.Pipelines;

namespace HealthNlp.Terminologies;

/// <summary>The layer that <see cref="MedicationComponent"/> gives.</summary>
public static class MedicationLayers
{
    /// <summary>How the drugs of the text are taken, one statement for each drug named.</summary>
    public static Layer<SpanIndex<MedicationStatement>> Medications { get; } = new("medications");
}
