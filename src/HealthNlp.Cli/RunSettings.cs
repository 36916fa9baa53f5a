namespace HealthNlp.Cli;

/// <summary>What the options of a verb change in its run.</summary>
internal sealed record RunSettings
{
    internal HealthNlpOptions Options { get; init; } = new();

    /// <summary>What is done to a document before the verb's work.</summary>
    internal Func<Document, Document> Prepare { get; init; } = document => document;

    /// <summary>What is done with a result before it is written; thread-safe.</summary>
    internal Action<IAnnotationSource> Keep { get; init; } = _ => { };

    /// <summary>What is done when all documents are written.</summary>
    internal Action Complete { get; init; } = () => { };

    /// <summary>Whether a document with the identifier of one before it is refused.</summary>
    internal bool DistinctIdentifiers { get; init; }

    /// <summary>Whether documents whose file is in the output folder are passed over.</summary>
    internal bool Resume { get; init; }
}
