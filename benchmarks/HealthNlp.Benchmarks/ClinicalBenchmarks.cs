using BenchmarkDotNet.Attributes;
using HealthNlp.Pipelines;

namespace HealthNlp.Benchmarks;

/// <summary>The layer of clinical language: all layers of <c>analyze</c> with all shared lexicons on one core, by size of the text.</summary>
public class ClinicalBenchmarks
{
    private readonly HealthNlpEngine _nlp = HealthNlpEngine.CreateDefault();
    private Document _document = null!;

    public static IEnumerable<int> Sizes => Input.Sizes.Where(size => size <= 1_000_000);

    [ParamsSource(nameof(Sizes))]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup() => _document = new Document(Input.Text(Size));

    [Benchmark]
    public AnalyzedDocument WholePipeline() => _nlp.Analyze(_document);
}

/// <summary>Each component of <c>analyze</c> alone on one core, on layers that were computed beforehand.</summary>
public class ComponentBenchmarks
{
    private readonly Pipeline _pipeline = HealthNlpEngine.CreateDefault().Pipeline;
    private Document _document = null!;
    private Pipeline _before = null!;
    private Pipeline _with = null!;

    public static IEnumerable<string> Components => HealthNlpEngine.CreateDefault().Pipeline.Components.Skip(TextComponents).Select(component => component.Name);

    /// <summary>The size of the text, in bytes of UTF-8.</summary>
    [Params(100_000)]
    public int Size { get; set; }

    /// <summary>The last component that runs.</summary>
    [ParamsSource(nameof(Components))]
    public string Component { get; set; } = "";

    // Those of the text have benchmarks of their own.
    private const int TextComponents = 6;

    [GlobalSetup]
    public void Setup()
    {
        _document = new Document(Input.Text(Size));
        var place = _pipeline.Components.ToList().FindIndex(component => component.Name == Component);
        (_before, _with) = (Chain(place), Chain(place + 1));
    }

    /// <summary>All components up to this one; what it costs is the difference from <see cref="Before"/>.</summary>
    [Benchmark]
    public AnalyzedDocument UpTo() => _with.Process(_document);

    /// <summary>All components before this one.</summary>
    [Benchmark(Baseline = true)]
    public AnalyzedDocument Before() => _before.Process(_document);

    private Pipeline Chain(int count) => _pipeline.Components.Take(count).Aggregate(new PipelineBuilder(), (builder, component) => builder.Add(component)).Build();
}
