using HealthNlp.CaseGeneration;
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
    /// <param name="scenarioExtractor">The extractor of scenarios.</param>
    public HealthNlpEngine(Pipeline pipeline, IPseudonymizer pseudonymizer, IScenarioExtractor scenarioExtractor)
    {
        ArgumentNullException.ThrowIfNull(scenarioExtractor);
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(pseudonymizer);
        Pipeline = pipeline;
        Pseudonymizer = pseudonymizer;
        ScenarioExtractor = scenarioExtractor;
    }

    /// <summary>The analysis pipeline that the use cases share.</summary>
    public Pipeline Pipeline { get; }

    /// <summary>Finds and replaces what identifies people.</summary>
    public IPseudonymizer Pseudonymizer { get; }

    /// <summary>Recovers the scenario of a report: who, how the patient came and left, what kind of care.</summary>
    public IScenarioExtractor ScenarioExtractor { get; }

    /// <summary>Makes an engine with the embedded rules: no model, no file, no connection.</summary>
    /// <param name="options">The settings; <see langword="null"/> for the defaults.</param>
    /// <returns>An engine.</returns>
    public static HealthNlpEngine CreateDefault(HealthNlpOptions? options = null)
    {
        options ??= new HealthNlpOptions();
        var pipeline = DefaultPipelines.Complete(options, []);
        var pseudonymizer = new Pseudonymizer(DefaultPipelines.Text(), options.Pseudonymization);
        return new HealthNlpEngine(pipeline, pseudonymizer, new ScenarioExtractor(pipeline, pseudonymizer));
    }

    /// <inheritdoc cref="Pipeline.Process(string, CancellationToken)"/>
    public AnalyzedDocument Analyze(string text, CancellationToken cancellationToken = default) => Pipeline.Process(text, cancellationToken);

    /// <inheritdoc cref="Pipeline.Process(Document, CancellationToken)"/>
    public AnalyzedDocument Analyze(Document document, CancellationToken cancellationToken = default) => Pipeline.Process(document, cancellationToken);
}
