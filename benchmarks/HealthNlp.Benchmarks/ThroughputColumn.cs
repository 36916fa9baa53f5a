using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace HealthNlp.Benchmarks;

/// <summary>What a benchmark gets through in a second, from its mean.</summary>
internal sealed class ThroughputColumn(string name, string legend, Func<BenchmarkCase, double, double?> throughput) : IColumn
{
    public string Id => nameof(ThroughputColumn) + "." + name;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => legend;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        // The mean is in nanoseconds.
        var value = summary[benchmarkCase]?.ResultStatistics is { Mean: > 0 } statistics ? throughput(benchmarkCase, statistics.Mean / 1e9) : null;
        return value?.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) ?? "-";
    }
}
