using HealthNlp.Pipelines;
using HealthNlp.Pseudonymization;

namespace HealthNlp;

/// <summary>The library in one object: the analysis pipeline and the use cases, for scripts, notebooks and services.</summary>
/// <remarks>Immutable and thread-safe: make one and share it.</remarks>
public sealed class HealthNlpEngine
{
    /// <summary>Gathers parts made elsewhere (by a service container).</summary>
    /// <param name="pipeline">The analysis pipeline.</param>
    /// <param name="pseudonymizer">The pseudonymizer.</param>
    public HealthNlpEngine(Pipeline pipeline, IPseudonymizer pseudonymizer)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(pseudonymizer);
        Pipeline = pipeline;
        Pseudonymizer = pseudonymizer;
    }

    /// <summary>The analysis pipeline that the use cases share.</summary>
    public Pipeline Pipeline { get; }

    /// <summary>Finds and replaces what identifies people.</summary>
    public IPseudonymizer Pseudonymizer { get; }

    /// <summary>Makes an engine with the embedded rules: no model, no file, no connection.</summary>
    /// <returns>An engine.</returns>
    public static HealthNlpEngine CreateDefault()
    {
        var pipeline = new PipelineBuilder().AddText().Build();
        return new HealthNlpEngine(pipeline, new Pseudonymizer(pipeline));
    }

    /// <inheritdoc cref="Pipeline.Process(string, CancellationToken)"/>
    public AnalyzedDocument Analyze(string text, CancellationToken cancellationToken = default) => Pipeline.Process(text, cancellationToken);

    /// <inheritdoc cref="Pipeline.Process(Document, CancellationToken)"/>
    public AnalyzedDocument Analyze(Document document, CancellationToken cancellationToken = default) => Pipeline.Process(document, cancellationToken);
}
