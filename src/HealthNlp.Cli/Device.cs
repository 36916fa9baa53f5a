namespace HealthNlp.Cli;

/// <summary>A place that is no file to replace: a device (<c>/dev/null</c>, <c>/dev/stdout</c>) or a named pipe.</summary>
internal static class Device
{
    /// <summary>A stream straight into it; <see langword="null"/> for a file, a folder and what does not exist.</summary>
    /// <exception cref="UsageException">It cannot be written to.</exception>
    internal static FileStream? TryOpen(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path)) return null;
        try
        {
            // Opening is the one portable way to tell; it changes nothing. Nothing waits in a buffer: who reads a pipe reads it at once.
            var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (!stream.CanSeek || IsDevice(Path.GetFullPath(path)) || IsDevice(RealPath.Of(path))) return stream;
            stream.Dispose();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"The output cannot be written: {path}");
        }
    }

    /// <summary>/dev/null can be sought in, as a file can. /dev/shm holds files.</summary>
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
