using System.Text.Json;

namespace HealthNlp.Tests;

/// <summary>The development reports of the shared material (PARHAF, CC BY 4.0), which lies outside the repository and may be absent.</summary>
internal static class SharedReports
{
    private static readonly Lazy<IReadOnlyList<Document>?> Reports = new(Read);

    /// <summary>The reports; skips the test, with the reason, when they are absent.</summary>
    internal static IReadOnlyList<Document> All
    {
        get
        {
            if (Reports.Value is null) Assert.Skip("No shared reports: set HEALTHNLP_SHARED to the folder of the shared material (default ../shared).");
            return Reports.Value;
        }
    }

    /// <summary>A file of the shared material, there or not.</summary>
    internal static string Path(params string[] parts) => System.IO.Path.Combine([Folder(), .. parts]);

    private static IReadOnlyList<Document>? Read()
    {
        var file = Path("corpora", "parhaf", "dev.jsonl");
        if (!File.Exists(file)) return null;
        return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return new Document(json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("text").GetString()!);
        })];
    }

    private static string Folder()
    {
        var named = Environment.GetEnvironmentVariable("HEALTHNLP_SHARED");
        if (!string.IsNullOrEmpty(named)) return named;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "HealthNlp.sln"))) folder = folder.Parent;
        return System.IO.Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared");
    }
}
