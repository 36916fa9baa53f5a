using System.Collections.Concurrent;
using HealthNlp.Interop;

namespace HealthNlp.Cli;

/// <summary>One file a document in one folder. No identifier leads out of it, and none takes the file of another or of an input.</summary>
internal sealed class FolderSink : OutputSink
{
    private readonly string _folder;
    private readonly ResultWriter _writer;
    private readonly TextWriter _error;

    // File systems may ignore case.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<string> _claims = new();
    private readonly Dictionary<string, int> _lastNumbers = new(StringComparer.OrdinalIgnoreCase);

    internal FolderSink(string path, ResultWriter writer, IReadOnlyList<InputFile> inputs, TextWriter error)
    {
        _folder = RealPath.Of(path);
        _writer = writer;
        _error = error;
        try
        {
            Directory.CreateDirectory(_folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The output folder cannot be made: {path}");
        }

        // The input and, where it is a link, what it leads to.
        foreach (var input in inputs.Select(input => input.Path).OfType<string>())
        {
            _taken.Add(RealPath.Of(input));
            _taken.Add(RealPath.OfName(input));
        }
    }

    /// <summary>Whether the file of the next document was written by an earlier run; to be asked for every document, in their order, or for none. Files appear whole or not at all.</summary>
    internal bool IsWritten(string documentId)
    {
        var path = PathOf(documentId);
        _claims.Enqueue(path);
        return File.Exists(path);
    }

    internal override async Task WriteAsync(string documentId, MemoryStream bytes, CancellationToken cancellationToken)
    {
        var claimed = _claims.TryDequeue(out var path);
        if (bytes.Length == 0) return;
        var file = PartialFile.Create(claimed ? path! : PathOf(documentId));
        await using var _ = file.ConfigureAwait(false);
        var sink = new StreamSink(file.Stream, _writer);
        await sink.WriteAsync(documentId, bytes, cancellationToken).ConfigureAwait(false);
        await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        await GuardAsync(file.CommitAsync).ConfigureAwait(false);
    }

    internal override Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string PathOf(string documentId)
    {
        var name = SafeFileName.Of(documentId);
        var path = Path.Combine(_folder, name + _writer.Extension);
        while (!_taken.Add(path))
        {
            var number = _lastNumbers[name] = _lastNumbers.GetValueOrDefault(name, 1) + 1;
            path = Path.Combine(_folder, $"{name}-{number}{_writer.Extension}");
        }

        var written = Path.GetFileName(path);
        if (written != documentId + _writer.Extension) _error.WriteLine($"{Clean.Of(documentId)}: written as {written}");
        return path;
    }
}
