using HealthNlp.Pipelines;

namespace HealthNlp.Tests.Pipelines;

/// <summary>A component that does what a test asks.</summary>
internal sealed class ProbeComponent(Action<AnalysisContext, CancellationToken> action) : PipelineComponent
{
    public override string Name => "probe";

    public IReadOnlyList<Layer> Needed { get; init; } = [];

    public IReadOnlyList<Layer> Given { get; init; } = [];

    public override IReadOnlyList<Layer> Needs => Needed;

    public override IReadOnlyList<Layer> Gives => Given;

    public override void Process(AnalysisContext context, CancellationToken cancellationToken) => action(context, cancellationToken);
}

/// <summary>Streams of documents.</summary>
internal static class Stream
{
    /// <summary>Documents 0, 1, 2... with a count of those that were asked for.</summary>
    internal static async IAsyncEnumerable<Document> Of(int count, Action<int>? read = null)
    {
        for (var i = 0; i < count; i++)
        {
            read?.Invoke(i);
            await Task.Yield();
            yield return Numbered(i);
        }
    }

    internal static Document Numbered(int i) => new($"doc-{i}", $"Le patient numéro {i} tousse.");
}
