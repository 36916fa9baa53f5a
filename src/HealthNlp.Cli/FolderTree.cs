namespace HealthNlp.Cli;

/// <summary>The files under a folder.</summary>
internal static class FolderTree
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Relative paths with slashes, in ordinal order: each file and, where listing failed, the folder itself.</summary>
    /// <param name="root">The full path of the folder.</param>
    /// <param name="list">Lists one folder; for tests.</param>
    internal static IEnumerable<(string Path, bool Listed)> Files(string root, Func<string, IEnumerable<FileSystemInfo>>? list = null)
    {
        list ??= static folder => new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything);
        var found = new List<(string Path, bool Listed)>();
        var pending = new Stack<string>([""]);
        while (pending.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in list(Path.Combine(root, folder)))
                {
                    var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                    if (!entry.Attributes.HasFlag(FileAttributes.Directory)) found.Add((path, true));
                    // A link to a folder is not followed: it may lead back to where it is.
                    else if (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint)) pending.Push(path);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                found.Add((folder, false));
            }
        }

        return found.OrderBy(file => file.Path, StringComparer.Ordinal);
    }
}
