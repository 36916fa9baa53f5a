using HealthNlp.Dates;
using HealthNlp.Pipelines;
using HealthNlp.Qualifiers;
using HealthNlp.Quantities;
using HealthNlp.Stays;
using HealthNlp.Text;

namespace HealthNlp;

/// <summary>A document and the layers that a <see cref="Pipeline"/> computed on it, once for all use cases.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class AnalyzedDocument : IAnnotationSource
{
    private readonly IReadOnlyDictionary<Layer, object> _layers;
    private readonly Lazy<IReadOnlyList<Entity>> _records;

    internal AnalyzedDocument(Document document, IReadOnlyDictionary<Layer, object> layers, Provenance provenance)
    {
        Document = document;
        Provenance = provenance;
        _layers = layers;
        _records = new Lazy<IReadOnlyList<Entity>>(() => AnalysisRecords.Of(this));
    }

    /// <inheritdoc/>
    public Document Document { get; }

    /// <inheritdoc/>
    public Provenance Provenance { get; }

    /// <summary>The text as the components read it, with the way back to raw offsets.</summary>
    public NormalizedText Normalized => Get(Layers.Normalized);

    /// <summary>Lines that are no content: page numbers, repeated headers and footers, rules, print marks.</summary>
    public SpanIndex<Noise> Noise => Get(Layers.Noise);

    /// <summary>Tokens: they cover all but white space and do not overlap.</summary>
    public SpanIndex<Token> Tokens => Get(Layers.Tokens);

    /// <summary>Sentences: they do not overlap and cover every token.</summary>
    public SpanIndex<Sentence> Sentences => Get(Layers.Sentences);

    /// <summary>Sections, nested ones after the one that holds them.</summary>
    public SpanIndex<Section> Sections => Get(Layers.Sections);

    /// <summary>Entities found by the components.</summary>
    public SpanIndex<Entity> Entities => Get(Layers.Entities);

    /// <summary>What the document is.</summary>
    public DocumentKind Kind => Get(Layers.Profile).Kind;

    /// <summary>Dates, durations, times of the day and ages, with their values; a period comes before its first date.</summary>
    public SpanIndex<DateMention> Dates => Get(Layers.Dates);

    /// <summary>The patient's age and sex and the stay.</summary>
    public StayProfile Stay => Get(Layers.Stay);

    /// <summary>Measures, doses, schedules, scores, in text order; they do not overlap.</summary>
    public SpanIndex<Quantity> Quantities => Get(Layers.Quantities);

    /// <summary>Tables, delimited or in columns, in text order; they do not overlap.</summary>
    public SpanIndex<TextTable> Tables => Get(Layers.Tables);

    /// <summary>The names in the signature, without title.</summary>
    public IReadOnlyList<TextSpan> Authors => Get(Layers.Profile).Authors;

    /// <summary>The section that holds the signature, when one was found.</summary>
    public Section? Signature => Sections.LastOrDefault(section => section.Kind == SectionKind.Signature);

    /// <inheritdoc/>
    string IAnnotationSource.Task => "analyze";

    /// <inheritdoc/>
    IReadOnlyList<Entity> IAnnotationSource.Entities => _records.Value;

    /// <inheritdoc/>
    public IReadOnlyList<Relation> Relations => [];

    /// <inheritdoc/>
    public IReadOnlyList<DocumentFact> Facts => AnalysisFacts.Of(this);

    /// <summary>A layer by its key: the door to layers of components that are not ours.</summary>
    /// <typeparam name="T">What the layer holds.</typeparam>
    /// <param name="layer">The key.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="InvalidOperationException">No component of the pipeline gives that layer.</exception>
    public T Get<T>(Layer<T> layer) where T : class
    {
        ArgumentNullException.ThrowIfNull(layer);
        return _layers.TryGetValue(layer, out var value)
            ? (T)value
            : throw new InvalidOperationException($"The pipeline has no component that gives the layer '{layer.Name}'.");
    }

    /// <summary>Whether the pipeline computed a layer.</summary>
    /// <param name="layer">The key.</param>
    /// <returns><see langword="true"/> when <see cref="Get{T}"/> returns it.</returns>
    public bool Has(Layer layer) => _layers.ContainsKey(layer);

    /// <summary>The innermost section over a position.</summary>
    /// <param name="position">A position of the raw text.</param>
    /// <returns>The section, or <see langword="null"/> past the end of the text.</returns>
    public Section? SectionAt(int position) => Sections.At(position).LastOrDefault();

    /// <summary>How the text qualifies the words of a span: denied, suspected, of a relative, past, told.</summary>
    /// <param name="mention">A mention, whoever found it.</param>
    /// <returns>Its context with the cues that explain it; <see cref="FactContext.Plain"/> when nothing qualifies it.</returns>
    /// <exception cref="InvalidOperationException">The pipeline has no component that gives <see cref="Layers.Qualifiers"/>.</exception>
    public FactContext ContextOf(TextSpan mention) => FactContexts.Of(Get(Layers.Qualifiers), mention);

    /// <summary>The sentence over a position.</summary>
    /// <param name="position">A position of the raw text.</param>
    /// <returns>The sentence, or <see langword="null"/> in white space between two.</returns>
    public Sentence? SentenceAt(int position)
    {
        foreach (var sentence in Sentences.At(position)) return sentence;
        return null;
    }
}
