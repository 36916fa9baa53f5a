namespace HealthNlp.Pipelines;

/// <summary>
/// A step of the analysis. It states the layers it needs and gives, so that a pipeline is checked when it is built. One instance serves all
/// documents and threads: a component keeps no state of a document.
/// </summary>
public abstract class PipelineComponent
{
    /// <summary>Its name, in messages and traces.</summary>
    public abstract string Name { get; }

    /// <summary>Layers that must be there before it runs.</summary>
    public virtual IReadOnlyList<Layer> Needs => [];

    /// <summary>Layers that are there after it ran.</summary>
    public virtual IReadOnlyList<Layer> Gives => [];

    /// <summary>SHA-256 of each knowledge file that the component reads, by file name, for the provenance of results.</summary>
    public virtual IReadOnlyDictionary<string, string> Knowledge => System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Compiles what <see cref="Process"/> would compile at its first run; may run beside it on another thread.</summary>
    internal virtual void Prepare()
    {
    }

    /// <summary>Runs on one document.</summary>
    /// <param name="context">The document, the layers so far, and where to put what it gives.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    public abstract void Process(AnalysisContext context, CancellationToken cancellationToken);
}
