namespace HealthNlp.Cli;

/// <summary>Where a path leads once its links are followed: two names of one file are the same path.</summary>
internal static class RealPath
{
    // As many as Linux follows: a circle of links has no end.
    private const int MaxLinks = 40;

    /// <summary>How the file system tells names apart, as a rule.</summary>
    internal static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The full path without links; what does not exist is kept as it is written.</summary>
    internal static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var pending = new Stack<string>();
        Push(full[real.Length..]);
        for (var links = 0; pending.TryPop(out var part);)
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            if (links >= MaxLinks || TargetOf(next) is not { } target)
            {
                real = next;
                continue;
            }

            links++;
            var root = Path.GetPathRoot(target) ?? "";
            // A target without a root is relative to the folder of the link.
            if (root.Length > 0) real = Path.GetFullPath(root, real);
            Push(target[root.Length..]);
        }

        return real;

        void Push(string parts)
        {
            char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
            foreach (var part in parts.Split(separators, StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                if (part != ".") pending.Push(part);
            }
        }
    }

    /// <summary>The folder's real path and the name as it is: a link stays that link.</summary>
    internal static string OfName(string path)
    {
        var full = Path.GetFullPath(path);
        return Path.Combine(Of(Path.GetDirectoryName(full) ?? full), Path.GetFileName(full));
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return Directory.Exists(path) ? new DirectoryInfo(path).LinkTarget : new FileInfo(path).LinkTarget;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
