using BenchmarkDotNet.Attributes;
using HealthNlp.Pseudonymization;

namespace HealthNlp.Benchmarks;

/// <summary>Pseudonymization, from the raw text and from layers that are there already, on one core.</summary>
public class PseudonymizationBenchmarks
{
    private readonly HealthNlpEngine _nlp = HealthNlpEngine.CreateDefault();
    private string _text = "";
    private AnalyzedDocument _analyzed = null!;

    public static IEnumerable<int> Sizes => Input.Sizes;

    [ParamsSource(nameof(Sizes))]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _text = Input.Text(Size);
        _analyzed = _nlp.Analyze(_text);
    }

    [Benchmark(Baseline = true)]
    public PseudonymizationResult FromRawText() => _nlp.Pseudonymizer.Pseudonymize(_text);

    [Benchmark]
    public PseudonymizationResult FromAnalyzedDocument() => _nlp.Pseudonymizer.Pseudonymize(_analyzed);
}
