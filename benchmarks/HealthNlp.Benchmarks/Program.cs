using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using HealthNlp.Benchmarks;

// Each benchmark runs in a program of its own, built beforehand; a busy machine of two cores needs more than the two minutes of the default.
var config = ManualConfig.CreateEmpty()
    .WithBuildTimeout(TimeSpan.FromMinutes(10))
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(new ThroughputColumn("MB/s", "Megabytes (1,000,000 bytes) of UTF-8 text a second", (benchmark, seconds) => Input.Megabytes(benchmark) / seconds))
    .AddColumn(new ThroughputColumn("Documents/s", "Documents a second", (benchmark, seconds) => Input.Documents(benchmark) / seconds))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default);

BenchmarkSwitcher.FromAssembly(typeof(Input).Assembly).Run(args, config);
