using System.Reflection;

namespace HealthNlp.Architecture;

/// <summary>The checkout that the tests were built from, and the assemblies of the product.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    /// <summary>The packages, by name, with the folder of their project.</summary>
    internal static IReadOnlyDictionary<string, string> Packages { get; } = Directory.EnumerateFiles(PathOf("src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(project => Path.GetFileNameWithoutExtension(project), project => Path.GetDirectoryName(project)!, StringComparer.Ordinal);

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    internal static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>The assembly of a package, as it was built with these tests.</summary>
    internal static Assembly Load(string package) => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, package + ".dll"));

    /// <summary>Files that git would take: no build output.</summary>
    internal static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Relative(path).Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
            .Order(StringComparer.Ordinal);

    internal static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HealthNlp.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("HealthNlp.sln is in no folder above the tests.");
    }
}
