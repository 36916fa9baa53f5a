using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace HealthNlp.Cli;

/// <summary>The documents that an earlier run wrote: they go through the batch, so that all stay in order, and nothing is done with them.</summary>
internal sealed class WrittenBefore
{
    private readonly ConcurrentDictionary<Document, bool> _documents = new(ReferenceEqualityComparer.Instance);

    internal int Count { get; private set; }

    internal async IAsyncEnumerable<Document> PassAsync(IAsyncEnumerable<Document> documents, FolderSink sink, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var document in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (sink.IsWritten(document.Id))
            {
                Count++;
                _documents[document] = true;
            }

            yield return document;
        }
    }

    internal bool Contains(Document document) => _documents.TryRemove(document, out _);
}
