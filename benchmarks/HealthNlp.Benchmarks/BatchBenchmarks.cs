using BenchmarkDotNet.Attributes;
using HealthNlp.Pipelines;

namespace HealthNlp.Benchmarks;

/// <summary>A stream of whole reports, on one core and on all.</summary>
public class BatchBenchmarks
{
    private readonly HealthNlpEngine _nlp = HealthNlpEngine.CreateDefault();
    private readonly Pipeline _text = new PipelineBuilder().AddText().Build();
    private readonly IReadOnlyList<Document> _documents = Input.Batch();

    public static IEnumerable<int> Degrees => new[] { 1, Environment.ProcessorCount }.Distinct();

    /// <summary>How many reports are processed at a time.</summary>
    [ParamsSource(nameof(Degrees))]
    public int Parallel { get; set; }

    private BatchOptions Options => new() { MaxDegreeOfParallelism = Parallel };

    [Benchmark]
    public Task<int> Analyze() => CountAsync(_text.ProcessAllAsync(_documents.ToAsyncEnumerable(), Options));

    [Benchmark]
    public Task<int> Pseudonymize() => CountAsync(_nlp.Pseudonymizer.PseudonymizeAllAsync(_documents.ToAsyncEnumerable(), Options));

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<DocumentResult<T>> results) where T : class
    {
        var done = 0;
        await foreach (var result in results)
        {
            // A benchmark that measures failures measures nothing.
            if (!result.Succeeded) throw new InvalidOperationException($"{result.DocumentId}: {result.Error!.Code}");
            done++;
        }

        return done;
    }
}
