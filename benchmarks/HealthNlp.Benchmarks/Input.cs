using System.Runtime.CompilerServices;
using System.Text;
using BenchmarkDotNet.Running;

namespace HealthNlp.Benchmarks;

/// <summary>Text of a wanted size, made of the fictional reports of samples/reports.</summary>
internal static class Input
{
    /// <summary>The sizes of growth tables, in bytes of UTF-8: 1 kB to 10 MB.</summary>
    internal static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>How many documents a batch has.</summary>
    internal const int BatchSize = 300;

    internal static IReadOnlyList<string> Reports { get; } =
        [.. Directory.EnumerateFiles(ReportFolder(), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>The reports one after the other, over and over, cut at the first line end past <paramref name="bytes"/> bytes of UTF-8.</summary>
    internal static string Text(int bytes)
    {
        var builder = new StringBuilder();
        var written = 0;
        for (var i = 0; ; i = (i + 1) % Reports.Count)
        {
            foreach (var line in Reports[i].Split('\n'))
            {
                builder.Append(line).Append('\n');
                written += Encoding.UTF8.GetByteCount(line) + 1;
                if (written >= bytes) return builder.ToString();
            }
        }
    }

    /// <summary>The documents of a batch: whole reports.</summary>
    internal static IReadOnlyList<Document> Batch() =>
        [.. Enumerable.Range(0, BatchSize).Select(i => new Document($"report-{i}", Reports[i % Reports.Count]))];

    internal static double? Megabytes(BenchmarkCase benchmark) =>
        benchmark.Parameters.Items.FirstOrDefault(item => item.Name == "Size") is { } size
            ? Encoding.UTF8.GetByteCount(Text((int)size.Value)) / 1e6
            : IsBatch(benchmark) ? Batch().Sum(document => Encoding.UTF8.GetByteCount(document.Text)) / 1e6 : null;

    internal static double? Documents(BenchmarkCase benchmark) => IsBatch(benchmark) ? BatchSize : null;

    private static bool IsBatch(BenchmarkCase benchmark) => benchmark.Descriptor.Type == typeof(BatchBenchmarks);

    // The benchmark runs from a folder of its own: the sources say where the repository is.
    private static string ReportFolder([CallerFilePath] string path = "")
    {
        var candidates = new[] { Path.GetDirectoryName(path), AppContext.BaseDirectory, Environment.CurrentDirectory };
        foreach (var candidate in candidates)
        {
            for (var folder = candidate is null ? null : new DirectoryInfo(candidate); folder is not null; folder = folder.Parent)
            {
                var reports = Path.Combine(folder.FullName, "samples", "reports");
                if (Directory.Exists(reports)) return reports;
            }
        }

        throw new InvalidOperationException("samples/reports is in no folder above the benchmarks: run them from a clone.");
    }
}
