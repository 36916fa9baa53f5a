namespace HealthNlp.Pipelines;

/// <summary>The outcome of one document of a batch: a value, or an error that did not stop the others.</summary>
/// <typeparam name="T">The result of a document.</typeparam>
/// <param name="DocumentId">The caller's identifier of the document.</param>
/// <param name="Value">The result; <see langword="null"/> when the document failed.</param>
/// <param name="Error">What went wrong; <see langword="null"/> when it did not.</param>
public sealed record DocumentResult<T>(string DocumentId, T? Value, DocumentError? Error) where T : class
{
    /// <summary>Whether there is a value.</summary>
    public bool Succeeded => Error is null;
}

/// <summary>Why a document failed. Carries no text of the document.</summary>
/// <param name="Code">A permanent code of docs/diagnostics.md.</param>
/// <param name="Message">What happened and what to do.</param>
public sealed record DocumentError(string Code, string Message);
