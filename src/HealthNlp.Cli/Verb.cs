using HealthNlp.Interop;

namespace HealthNlp.Cli;

/// <summary>What a verb does to one document.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Task">The task as the files write it.</param>
/// <param name="Description">One line of help.</param>
/// <param name="Run">The work; thread-safe.</param>
internal sealed record Verb(string Name, string Task, string Description, Func<HealthNlpEngine, Document, CancellationToken, WritableResult> Run)
{
    /// <summary>Whether it makes a text to be used in place of the document's, which every format but text shows as well.</summary>
    internal bool Rewrites { get; private init; }

    internal static IReadOnlyList<Verb> All { get; } =
    [
        new("analyze", "analyze", "Shows the sections, terms with their assertion, dates, quantities, medications, kind and stay of reports.", (engine, document, cancellationToken) =>
            new WritableResult(engine.Analyze(document, cancellationToken))),
        new("pseudonymize", "pseudo", "Finds what identifies people in reports and writes them again without it.", (engine, document, cancellationToken) =>
        {
            var result = engine.Pseudonymizer.Pseudonymize(document, cancellationToken);
            return new WritableResult(result, result.Text);
        })
        {
            Rewrites = true,
        },
        new("scenario", "scenario", "Shows who the patient is, how the stay began and ended and what kind of care it was.", (engine, document, cancellationToken) =>
            new WritableResult(engine.ScenarioExtractor.Extract(document, cancellationToken))),
    ];
}
