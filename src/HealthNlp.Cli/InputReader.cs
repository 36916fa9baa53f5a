using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using HealthNlp.Interop;
using HealthNlp.Pipelines;

namespace HealthNlp.Cli;

/// <summary>The documents of the input files, one after another; what cannot be read is a failed document.</summary>
internal sealed class InputReader(Stream standardInput)
{
    private readonly ConcurrentQueue<string?> _origins = new();

    /// <summary>The file of the next document, to be asked for once a document, in their order; <see langword="null"/> when the document's own
    /// identifier says it.</summary>
    internal string? NextOrigin() => _origins.TryDequeue(out var origin) ? origin : null;

    internal async IAsyncEnumerable<DocumentResult<Document>> ReadAsync(
        IEnumerable<InputFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (file.Format == Formats.UnlistedFolder)
            {
                _origins.Enqueue(null);
                yield return new DocumentResult<Document>(file.Id, null, new DocumentError(ErrorCodes.UnreadableInput, "The folder cannot be listed."));
                continue;
            }

            if (file.Format == Formats.Text)
            {
                _origins.Enqueue(null);
                yield return await ReadTextAsync(file, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var lines = ReadLinesAsync(file, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using var _ = lines.ConfigureAwait(false);
            while (await NextAsync(lines, file).ConfigureAwait(false) is { } document)
            {
                var said = document.DocumentId == file.Id || document.DocumentId.StartsWith(file.Id + ":", StringComparison.Ordinal);
                _origins.Enqueue(file.Path is null || said ? null : file.Id);
                yield return document;
                if (document.Error?.Code == ErrorCodes.UnreadableInput) break;
            }
        }
    }

    private async Task<DocumentResult<Document>> ReadTextAsync(InputFile file, CancellationToken cancellationToken)
    {
        try
        {
            var stream = Open(file);
            await using var _ = stream.ConfigureAwait(false);
            var text = await TextDecoder.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
            return new DocumentResult<Document>(file.Id, new Document(file.Id, text.Text), null);
        }
        catch (HealthNlpException error)
        {
            return new DocumentResult<Document>(file.Id, null, new DocumentError(error.Code, error.Message));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable(file, error);
        }
    }

    private async IAsyncEnumerable<DocumentResult<Document>> ReadLinesAsync(InputFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = Open(file);
        await using var _ = stream.ConfigureAwait(false);
        var name = file.Path is null ? null : file.Id;
        await foreach (var document in JsonLinesReader.ReadDocumentsAsync(stream, name, cancellationToken).ConfigureAwait(false)) yield return document;
    }

    private static async ValueTask<DocumentResult<Document>?> NextAsync(IAsyncEnumerator<DocumentResult<Document>> lines, InputFile file)
    {
        try
        {
            return await lines.MoveNextAsync().ConfigureAwait(false) ? lines.Current : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable(file, error);
        }
    }

    private static DocumentResult<Document> Unreadable(InputFile file, Exception error) =>
        new(file.Id, null, new DocumentError(ErrorCodes.UnreadableInput, $"The file cannot be read ({error.GetType().Name})."));

    private Stream Open(InputFile file) => file.Path is { } path
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, FileOptions.SequentialScan)
        : Cancellable(standardInput);

    /// <summary>A read of the console cannot be cancelled; a pipe between lets the run end while that read goes on waiting.</summary>
    private static Stream Cancellable(Stream input)
    {
        var pipe = new Pipe();
        _ = PumpAsync();
        return pipe.Reader.AsStream();

        async Task PumpAsync()
        {
            Exception? fault = null;
            try
            {
                await input.CopyToAsync(pipe.Writer, CancellationToken.None).ConfigureAwait(false);
            }
            catch (IOException error)
            {
                fault = error;
            }

            await pipe.Writer.CompleteAsync(fault).ConfigureAwait(false);
        }
    }
}
