using System.CommandLine;
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

    /// <summary>Whether its result is a text and nothing else.</summary>
    internal bool IsTextOnly { get; private init; }

    /// <summary>Adds the options of its own to its command and tells how they are read.</summary>
    internal Func<Command, Func<ParseResult, RunSettings>> Options { get; private init; } = _ => _ => new RunSettings();

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
            Options = PseudonymizeOptions.AddTo,
        },
        new("restore", "restore", "Writes pseudonymized reports again with their identifiers: from a vault, or encrypted in the text.", (_, document, _) => new WritableResult(new Unannotated(document), document.Text))
        {
            IsTextOnly = true,
            Options = RestoreOptions.AddTo,
        },
        new("scenario", "scenario", "Shows who the patient is, how the stay began and ended and what kind of care it was.", (engine, document, cancellationToken) =>
            new WritableResult(engine.ScenarioExtractor.Extract(document, cancellationToken))),
    ];
}

/// <summary>A document of which nothing is said.</summary>
internal sealed class Unannotated(Document document) : IAnnotationSource
{
    public string Task => "restore";

    public Document Document => document;

    public IReadOnlyList<Entity> Entities => [];

    public IReadOnlyList<Relation> Relations => [];

    public IReadOnlyList<DocumentFact> Facts => [];

    public Provenance Provenance { get; } = new() { Component = "healthnlp" };
}
