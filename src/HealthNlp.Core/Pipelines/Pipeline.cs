namespace HealthNlp.Pipelines;

/// <summary>A chain of components, checked when it was built. Make one with <see cref="PipelineBuilder"/> and share it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Pipeline
{
    /// <summary>The longest text that is accepted, in UTF-16 code units: about 100 MB of text in memory.</summary>
    public const int MaxTextLength = 52_428_800;

    private readonly PipelineComponent[] _components;
    private readonly Lazy<Provenance> _provenance;
    private int _isPrepared;

    internal Pipeline(PipelineComponent[] components)
    {
        _components = components;
        _provenance = new Lazy<Provenance>(ReadProvenance);
    }

    /// <summary>The components, in the order they run.</summary>
    public IReadOnlyList<PipelineComponent> Components => _components;

    /// <summary>Analyses a text.</summary>
    /// <param name="text">The raw text; may be empty.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The document and its layers.</returns>
    /// <inheritdoc cref="Process(Document, CancellationToken)" path="/exception"/>
    public AnalyzedDocument Process(string text, CancellationToken cancellationToken = default) => Process(new Document(text), cancellationToken);

    /// <summary>Analyses a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The document and its layers; the same for the same input.</returns>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.TextTooLong"/>: the text is longer than <see cref="MaxTextLength"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public AnalyzedDocument Process(Document document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Text.Length > MaxTextLength)
        {
            throw new HealthNlpException(
                ErrorCodes.TextTooLong,
                $"The text has {document.Text.Length} UTF-16 code units; at most {MaxTextLength} are accepted. Split the document.");
        }

        PrepareAhead();
        var context = new AnalysisContext(document);
        foreach (var component in _components)
        {
            cancellationToken.ThrowIfCancellationRequested();
            component.Process(context, cancellationToken);
        }

        return new AnalyzedDocument(document, context.AllLayers, _provenance.Value);
    }

    /// <summary>Analyses a stream of documents, several at a time.</summary>
    /// <param name="documents">The documents; read as results are taken, never far ahead.</param>
    /// <param name="options">Degree of parallelism and look-ahead.</param>
    /// <param name="cancellationToken">Ends the run at once.</param>
    /// <returns>One result a document, in the order of the documents; a document that fails gives a failed result and the run goes on.</returns>
    public IAsyncEnumerable<DocumentResult<AnalyzedDocument>> ProcessAllAsync(
        IAsyncEnumerable<Document> documents, BatchOptions? options = null, CancellationToken cancellationToken = default) =>
        Batch.RunAsync(documents, Process, options, cancellationToken);

    // What components compile from their files at first use takes longer than a report: while the first ones run on the first document, another
    // core compiles for the last ones. Where it comes too late, a component compiles for itself and throws what there is to throw.
    private void PrepareAhead()
    {
        if (Environment.ProcessorCount == 1 || Interlocked.Exchange(ref _isPrepared, 1) == 1) return;
        Task.Run(() =>
        {
            for (var i = _components.Length - 1; i >= 0; i--) _components[i].Prepare();
            return _provenance.Value;
        });
    }

    private Provenance ReadProvenance()
    {
        var knowledge = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var component in _components)
        {
            foreach (var (file, digest) in component.Knowledge) knowledge[file] = digest;
        }

        return new Provenance { Component = "HealthNlp.Analysis", Knowledge = knowledge };
    }
}
