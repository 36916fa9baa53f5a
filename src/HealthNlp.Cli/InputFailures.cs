using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using HealthNlp.Pipelines;

namespace HealthNlp.Cli;

/// <summary>
/// Takes inputs that failed through <see cref="Batch"/>, which takes documents: each goes in as an empty document and comes out, at its place, as the
/// failure that it was. No more are held than the batch has under way.
/// </summary>
internal sealed class InputFailures
{
    private readonly ConcurrentDictionary<Document, DocumentError> _errors = new(ReferenceEqualityComparer.Instance);

    internal async IAsyncEnumerable<Document> PassAsync(
        IAsyncEnumerable<DocumentResult<Document>> inputs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var input in inputs.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var document = input.Value ?? new Document(input.DocumentId, "");
            if (input.Error is { } error) _errors[document] = error;
            yield return document;
        }
    }

    /// <exception cref="HealthNlpException">The input failed.</exception>
    internal void ThrowIfFailed(Document document)
    {
        if (_errors.TryRemove(document, out var error)) throw new HealthNlpException(error.Code, error.Message);
    }
}
