using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>A format of results that takes documents one after another: <c>Start</c>, documents joined by <c>Separator</c>, <c>End</c>; UTF-8 without a
/// byte order mark, lines end with LF, the same bytes for the same results. A lone surrogate of the text is written as U+FFFD.</summary>
/// <remarks>Stateless and thread-safe: documents may be written to several streams at once and joined afterwards.</remarks>
public abstract class ResultWriter
{
    /// <summary>The extension of its files, with the dot.</summary>
    public abstract string Extension { get; }

    /// <summary>What comes before the first document.</summary>
    public virtual ReadOnlySpan<byte> Start => [];

    /// <summary>What comes between two documents.</summary>
    public virtual ReadOnlySpan<byte> Separator => [];

    /// <summary>What comes after the last document.</summary>
    public virtual ReadOnlySpan<byte> End => [];

    /// <summary>Writes the result of one document.</summary>
    /// <param name="output">Where to; left open.</param>
    /// <param name="result">The result.</param>
    public abstract void WriteDocument(Stream output, WritableResult result);

    /// <summary>Writes that a document failed.</summary>
    /// <param name="output">Where to; left open.</param>
    /// <param name="task">The task that was asked for (<see cref="IAnnotationSource.Task"/>).</param>
    /// <param name="documentId">The identifier of the document.</param>
    /// <param name="error">What went wrong.</param>
    public abstract void WriteFailure(Stream output, string task, string documentId, DocumentError error);

    /// <summary>Writes a whole file.</summary>
    /// <param name="output">Where to; left open.</param>
    /// <param name="results">The results; read one at a time.</param>
    public void WriteAll(Stream output, IEnumerable<WritableResult> results)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(results);
        output.Write(Start);
        var first = true;
        foreach (var result in results)
        {
            if (!first) output.Write(Separator);
            first = false;
            WriteDocument(output, result);
        }

        output.Write(End);
    }
}

/// <summary>A result as the writers take it.</summary>
/// <param name="Source">The annotations and their document.</param>
/// <param name="RewrittenText">The text that the task made of the document's (the pseudonymized text); <see langword="null"/> when it made none.</param>
public sealed record WritableResult(IAnnotationSource Source, string? RewrittenText = null)
{
    /// <summary>The identifier of the document, never its text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"WritableResult {Source.Task} of {Source.Document}";
}
