namespace HealthNlp.Cli;

/// <summary>A file under way beside its place; disposed without <see cref="CommitAsync"/>, nothing of it stays.</summary>
internal sealed class PartialFile : IAsyncDisposable
{
    private readonly string _target;
    private readonly string _temporary;

    private PartialFile(string target, string temporary, FileStream stream)
    {
        _target = target;
        _temporary = temporary;
        Stream = stream;
    }

    internal FileStream Stream { get; }

    /// <exception cref="UsageException">The place cannot be written to.</exception>
    internal static PartialFile Create(string target)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.partial");
        try
        {
            return new PartialFile(target, temporary, new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65_536));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The output cannot be written: {target}");
        }
    }

    internal async Task CommitAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Move(_temporary, _target, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Delete(_temporary);
    }
}
