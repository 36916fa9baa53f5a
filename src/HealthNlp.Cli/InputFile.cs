using IoPath = System.IO.Path;

namespace HealthNlp.Cli;

/// <summary>A file to read, or standard input.</summary>
/// <param name="Path">The full path; <see langword="null"/> for standard input.</param>
/// <param name="Id">The identifier of its document.</param>
/// <param name="Format">One of <see cref="Formats"/>; <see cref="Formats.UnlistedFolder"/> is a failure to report.</param>
internal sealed record InputFile(string? Path, string Id, string Format)
{
    /// <summary>The files that the arguments stand for, those of a folder in ordinal order of their relative paths.</summary>
    /// <exception cref="UsageException">A path does not exist, is a folder that cannot be listed or has an unknown extension.</exception>
    internal static IReadOnlyList<InputFile> Find(IReadOnlyList<string> arguments, string? format, TextWriter error)
    {
        if (arguments.Count == 0) arguments = ["-"];
        if (arguments.Count(argument => argument == "-") > 1) throw new UsageException("Standard input (-) can be read once only.");
        return [.. arguments.SelectMany(argument => Find(argument, format, error))];
    }

    private static List<InputFile> Find(string argument, string? format, TextWriter error)
    {
        if (argument == "-") return [new InputFile(null, "stdin", format ?? Formats.Text)];
        if (Directory.Exists(argument)) return FindIn(argument, error);
        if (!File.Exists(argument)) throw new UsageException($"{ErrorCodes.UnreadableInput}: no such file or folder: {argument}");
        var known = format ?? Formats.OfExtension(argument) ?? throw new UsageException(
            $"{ErrorCodes.UnknownFormat}: unknown extension: {argument}; say what it is with --input-format.");
        return [new InputFile(IoPath.GetFullPath(argument), IdOf(Environment.CurrentDirectory, argument), known)];
    }

    private static List<InputFile> FindIn(string folder, TextWriter error)
    {
        var files = new List<InputFile>();
        var root = IoPath.GetFullPath(folder);
        foreach (var (path, listed) in FolderTree.Files(root))
        {
            var full = IoPath.GetFullPath(path, root);
            if (!listed && path.Length == 0) throw new UsageException($"{ErrorCodes.UnreadableInput}: the folder cannot be listed: {folder}");
            if (!listed) files.Add(new InputFile(full, path + "/", Formats.UnlistedFolder));
            else if (Formats.OfExtension(path) is { } format) files.Add(new InputFile(full, WithoutExtension(path), format));
            else error.WriteLine($"Skipped (unknown extension): {Clean.Of(path)}");
        }

        return files;
    }

    /// <summary>The relative path, or the name alone for a file elsewhere.</summary>
    private static string IdOf(string folder, string path)
    {
        var relative = IoPath.GetRelativePath(folder, path).Replace(IoPath.DirectorySeparatorChar, '/');
        var outside = IoPath.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal);
        return WithoutExtension(outside ? IoPath.GetFileName(relative) : relative);
    }

    /// <summary>A file that is named by its extension alone keeps it.</summary>
    private static string WithoutExtension(string path) =>
        IoPath.GetFileNameWithoutExtension(path).Length == 0 ? path : path[..^IoPath.GetExtension(path).Length];
}
