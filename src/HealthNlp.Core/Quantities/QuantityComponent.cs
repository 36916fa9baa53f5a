using HealthNlp.Pipelines;

namespace HealthNlp.Quantities;

/// <summary>Gives <see cref="Layers.Quantities"/> and <see cref="Layers.Tables"/>; needs the normalised text and the tokens.</summary>
/// <remarks>Immutable and thread-safe. Its knowledge is in <c>Data/quantity_*.tsv</c>.</remarks>
public sealed class QuantityComponent : PipelineComponent
{
    /// <inheritdoc/>
    public override string Name => "quantities";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Normalized, Layers.Tokens];

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Gives { get; } = [Layers.Quantities, Layers.Tables];

    /// <inheritdoc/>
    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Set(Layers.Quantities, SpanIndex<Quantity>.Empty);
        context.Set(Layers.Tables, SpanIndex<TextTable>.Empty);
    }
}
