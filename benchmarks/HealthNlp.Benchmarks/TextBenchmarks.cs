using BenchmarkDotNet.Attributes;
using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Benchmarks;

/// <summary>The text layers, each alone and all together, on one core.</summary>
public class TextBenchmarks
{
    private Document _document = null!;
    private NormalizedText _normalized = null!;
    private Pipeline _sections = null!;
    private Pipeline _sentences = null!;
    private Pipeline _text = null!;

    public static IEnumerable<int> Sizes => Input.Sizes;

    [ParamsSource(nameof(Sizes))]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _document = new Document(Input.Text(Size));
        _normalized = TextNormalizer.Default.Normalize(_document.Text);
        _text = new PipelineBuilder().AddText().Build();
        var analyzed = _text.Process(_document);
        _sections = Alone(Layers.Sections, analyzed);
        _sentences = Alone(Layers.Sentences, analyzed);
    }

    [Benchmark]
    public NormalizedText Normalize() => TextNormalizer.Default.Normalize(_document.Text);

    [Benchmark]
    public SpanIndex<Token> Tokenize() => FrenchTokenizer.Tokenize(_normalized);

    [Benchmark]
    public SpanIndex<Section> Sections() => _sections.Process(_document).Sections;

    [Benchmark]
    public SpanIndex<Sentence> Sentences() => _sentences.Process(_document).Sentences;

    [Benchmark(Baseline = true)]
    public AnalyzedDocument WholePipeline() => _text.Process(_document);

    /// <summary>A pipeline of one component, with the layers that it needs given beforehand.</summary>
    private Pipeline Alone(Layer layer, AnalyzedDocument analyzed)
    {
        var component = _text.Components.Single(component => component.Gives.Contains(layer));
        return new PipelineBuilder().Add(new GivenLayers(analyzed, component.Needs)).Add(component).Build();
    }

    /// <summary>Gives layers that were computed beforehand, so that a component that needs them is measured alone.</summary>
    private sealed class GivenLayers(AnalyzedDocument analyzed, IReadOnlyList<Layer> layers) : PipelineComponent
    {
        public override string Name => "given";

        public override IReadOnlyList<Layer> Gives => layers;

        public override void Process(AnalysisContext context, CancellationToken cancellationToken)
        {
            foreach (var layer in layers)
            {
                switch (layer)
                {
                    case Layer<NormalizedText> normalized: context.Set(normalized, analyzed.Get(normalized)); break;
                    case Layer<SpanIndex<Noise>> noise: context.Set(noise, analyzed.Get(noise)); break;
                    case Layer<SpanIndex<Token>> tokens: context.Set(tokens, analyzed.Get(tokens)); break;
                    case Layer<SpanIndex<Section>> sections: context.Set(sections, analyzed.Get(sections)); break;
                    case Layer<SpanIndex<Sentence>> sentences: context.Set(sentences, analyzed.Get(sentences)); break;
                    default: throw new InvalidOperationException($"The layer '{layer.Name}' is not known here.");
                }
            }
        }
    }
}
