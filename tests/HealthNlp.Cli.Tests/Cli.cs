using System.Text;

namespace HealthNlp.Cli.Tests;

/// <summary>A folder of its own and the command line over it, in this process.</summary>
public sealed class Cli : IDisposable
{
    internal DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("healthnlp-");

    internal string Output { get; private set; } = "";

    internal string Error { get; private set; } = "";

    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => Folder.Delete(recursive: true);

    internal string PathOf(string name) => Path.Combine(Folder.FullName, name);

    internal string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    internal string Write(string name, byte[] bytes)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The files of the folder, hidden ones included, by relative path.</summary>
    internal string[] Files(string under = "") => [.. Directory.EnumerateFiles(PathOf(under), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(path => Path.GetRelativePath(PathOf(under), path)).Order(StringComparer.Ordinal)];

    internal Task<int> RunAsync(params string[] arguments) => RunAsync("", arguments);

    internal Task<int> RunAsync(string input, string[] arguments) => RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), new MemoryStream(), arguments);

    internal async Task<int> RunAsync(Stream input, Stream output, string[] arguments, CancellationToken cancellationToken = default)
    {
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, new CliStreams(input, output, error), cancellationToken);
        Output = output is MemoryStream memory ? Encoding.UTF8.GetString(memory.ToArray()) : "";
        Error = error.ToString();
        return code;
    }
}
