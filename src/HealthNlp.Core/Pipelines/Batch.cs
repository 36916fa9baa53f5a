using System.Runtime.CompilerServices;
using System.Threading.Tasks.Dataflow;

namespace HealthNlp.Pipelines;

/// <summary>Runs a function over a stream of documents: parallel, ordered, bounded, a failing document apart.</summary>
public static class Batch
{
    private static readonly TimeSpan PatienceWithSource = TimeSpan.FromSeconds(1);

    /// <summary>Runs <paramref name="process"/> on each document.</summary>
    /// <typeparam name="T">The result of a document.</typeparam>
    /// <param name="documents">The documents; read as results are taken, at most <see cref="BatchOptions.MaxInFlight"/> ahead.</param>
    /// <param name="process">The work on one document; called on several threads.</param>
    /// <param name="options">Degree of parallelism and look-ahead.</param>
    /// <param name="cancellationToken">Ends the run at once.</param>
    /// <returns>One result a document, in the order of the documents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is below 1.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static IAsyncEnumerable<DocumentResult<T>> RunAsync<T>(
        IAsyncEnumerable<Document> documents,
        Func<Document, CancellationToken, T> process,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(process);
        options ??= new BatchOptions();
        options.Validate();
        return EnumerateAsync(documents, process, options, cancellationToken);
    }

    private static async IAsyncEnumerable<DocumentResult<T>> EnumerateAsync<T>(
        IAsyncEnumerable<Document> documents,
        Func<Document, CancellationToken, T> process,
        BatchOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var block = new TransformBlock<Document, DocumentResult<T>>(document => Run(document, process, stop.Token), new ExecutionDataflowBlockOptions
        {
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
            BoundedCapacity = options.MaxInFlight,
            EnsureOrdered = true,
            CancellationToken = stop.Token,
        });
        var feed = FeedAsync(documents, block, stop.Token);
        try
        {
            while (await block.OutputAvailableAsync(stop.Token).ConfigureAwait(false))
            {
                while (block.TryReceive(out var result)) yield return result;
            }

            // What the source of documents threw is the caller's, as it is.
            await feed.ConfigureAwait(false);
            await block.Completion.ConfigureAwait(false);
        }
        finally
        {
            // The consumer may have left early: nothing goes on behind its back, unless the source is deaf to cancellation.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAny(feed, Task.Delay(PatienceWithSource, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    private static async Task FeedAsync<T>(
        IAsyncEnumerable<Document> documents, TransformBlock<Document, DocumentResult<T>> block, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await foreach (var document in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await block.SendAsync(document, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            block.Complete();
        }
    }

    private static DocumentResult<T> Run<T>(Document document, Func<Document, CancellationToken, T> process, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return new DocumentResult<T>(document.Id, process(document, cancellationToken), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (HealthNlpException error)
        {
            return new DocumentResult<T>(document.Id, null, new DocumentError(error.Code, error.Message));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The message of an unknown exception may quote the text: only its type is kept.
            return new DocumentResult<T>(document.Id, null, new DocumentError(ErrorCodes.Unexpected, $"Unexpected {error.GetType().Name}."));
        }
    }
}
