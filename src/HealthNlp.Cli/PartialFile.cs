namespace HealthNlp.Cli;

/// <summary>A file under way beside its place; disposed without <see cref="CommitAsync"/>, nothing of it stays.</summary>
internal sealed class PartialFile : IAsyncDisposable
{
    private readonly string _target;
    private readonly string _temporary;
    private readonly UnixFileMode? _mode;

    private PartialFile(string target, string temporary, FileStream stream, UnixFileMode? mode)
    {
        _mode = mode;
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
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 65_536 };
            // What takes the place of a file is open to no more people than that file was, from its first byte on.
            UnixFileMode? mode = !OperatingSystem.IsWindows() && File.Exists(target) ? File.GetUnixFileMode(target) : null;
            if (!OperatingSystem.IsWindows() && mode is { } kept) options.UnixCreateMode = kept | UnixFileMode.UserWrite;
            return new PartialFile(target, temporary, new FileStream(temporary, options), mode);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The output cannot be written: {target}");
        }
    }

    internal async Task CommitAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        // The mask of the process may have taken bits away.
        if (!OperatingSystem.IsWindows() && _mode is { } mode) File.SetUnixFileMode(_temporary, mode);
        File.Move(_temporary, _target, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Delete(_temporary);
    }
}
