using HealthNlp.Pipelines;

namespace HealthNlp.CaseGeneration;

/// <summary>Recovers the scenario of a report: who, how the patient came and left, what kind of care.</summary>
/// <remarks>Thread-safe. Embedded rules only; deterministic.</remarks>
public interface IScenarioExtractor
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The raw text.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The scenario, with its evidence.</returns>
    Scenario Extract(string text, CancellationToken cancellationToken = default);

    /// <summary>Reads a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The scenario, with its evidence.</returns>
    Scenario Extract(Document document, CancellationToken cancellationToken = default);

    /// <summary>Reads a document analysed already.</summary>
    /// <param name="analyzed">A document with the text layers and <see cref="Layers.Stay"/>.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The scenario, with its evidence.</returns>
    /// <exception cref="InvalidOperationException">A layer is missing.</exception>
    Scenario Extract(AnalyzedDocument analyzed, CancellationToken cancellationToken = default);
}
