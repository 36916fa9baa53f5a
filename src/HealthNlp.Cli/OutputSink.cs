using HealthNlp.Interop;

namespace HealthNlp.Cli;

/// <summary>Where the documents of a run go, in order.</summary>
internal abstract class OutputSink : IAsyncDisposable
{
    /// <exception cref="UsageException">The place cannot be written to.</exception>
    internal static OutputSink Open(string? path, ResultWriter writer, IReadOnlyList<InputFile> inputs, CliStreams streams)
    {
        if (path is null) return new StreamSink(streams.Output, writer);
        if (string.IsNullOrWhiteSpace(path)) throw new UsageException("The path of the output is empty.");
        if (Device.TryOpen(path) is { } device) return new StreamSink(device, writer, owned: true);
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path)) return new FolderSink(path, writer, inputs, streams.Error);
        // An input under another name, through a link, is an input still.
        var real = RealPath.Of(path);
        if (inputs.Any(input => input.Path is { } named && RealPath.Comparer.Equals(RealPath.Of(named), real)))
        {
            throw new UsageException($"The output would replace an input: {path}");
        }

        if (!Directory.Exists(Path.GetDirectoryName(real))) throw new UsageException($"The folder of the output does not exist: {path}");
        return new FileSink(real, writer);
    }

    /// <param name="documentId">The identifier of the document.</param>
    /// <param name="bytes">What the format made of it; empty when it has nothing to say of a failed document.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    internal abstract Task WriteAsync(string documentId, MemoryStream bytes, CancellationToken cancellationToken);

    /// <summary>All documents are written.</summary>
    internal abstract Task CompleteAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>Runs a write; a fault of the place, unlike one of the code, is the user's to solve.</summary>
    private protected static async Task GuardAsync(Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"The output cannot be written ({error.GetType().Name}).");
        }
    }
}

/// <summary>The output cannot be written.</summary>
internal sealed class OutputException(string message) : Exception(message);

/// <summary>One stream for all documents.</summary>
internal sealed class StreamSink(Stream stream, ResultWriter writer, bool owned = false) : OutputSink
{
    private bool _started;
    private bool _separate;

    internal override Task WriteAsync(string documentId, MemoryStream bytes, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await StartAsync(cancellationToken).ConfigureAwait(false);
        if (bytes.Length == 0) return;
        if (_separate) await stream.WriteAsync(writer.Separator.ToArray(), cancellationToken).ConfigureAwait(false);
        _separate = true;
        await stream.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken).ConfigureAwait(false);
    });

    internal override Task CompleteAsync(CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await StartAsync(cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(writer.End.ToArray(), cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    });

    public override ValueTask DisposeAsync() => owned ? stream.DisposeAsync() : ValueTask.CompletedTask;

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_started) return;
        _started = true;
        await stream.WriteAsync(writer.Start.ToArray(), cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A file that appears when it is whole: it is written beside and moved at the end.</summary>
internal sealed class FileSink : OutputSink
{
    private readonly PartialFile _file;
    private readonly StreamSink _sink;

    internal FileSink(string path, ResultWriter writer)
    {
        _file = PartialFile.Create(path);
        _sink = new StreamSink(_file.Stream, writer);
    }

    internal override Task WriteAsync(string documentId, MemoryStream bytes, CancellationToken cancellationToken) =>
        _sink.WriteAsync(documentId, bytes, cancellationToken);

    internal override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        await GuardAsync(_file.CommitAsync).ConfigureAwait(false);
    }

    public override ValueTask DisposeAsync() => _file.DisposeAsync();
}
