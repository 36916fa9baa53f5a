using HealthNlp.Pipelines;

namespace HealthNlp.Quantities;

/// <summary>Gives <see cref="Layers.Quantities"/> and <see cref="Layers.Tables"/>; needs the normalised text and the tokens.</summary>
/// <remarks>Immutable and thread-safe. Its knowledge is in <c>Data/quantity_*.tsv</c>.</remarks>
public sealed class QuantityComponent : PipelineComponent
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Files = new(() => EmbeddedKnowledge.Digests(
        [Measures.Knowledge.Value, UnitReader.Knowledge.Value, QuantityWords.Knowledge.Value, Ucum.Knowledge.Value]));

    /// <inheritdoc/>
    public override string Name => "quantities";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Normalized, Layers.Tokens];

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Gives { get; } = [Layers.Quantities, Layers.Tables];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Knowledge => Files.Value;

    internal override void Prepare()
    {
        Measures.Prepare();
        UnitReader.Prepare();
    }

    /// <inheritdoc/>
    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (quantities, tables) = QuantityReader.Read(context.Get(Layers.Normalized), context.Get(Layers.Tokens), cancellationToken);
        context.Set(Layers.Quantities, quantities);
        context.Set(Layers.Tables, tables);
    }
}
