using HealthNlp.Qualifiers;

namespace HealthNlp.Pipelines;

/// <summary>What a component sees of one document under way: the text, the layers so far, and where it puts its own.</summary>
/// <remarks>Used by one thread at a time.</remarks>
public sealed class AnalysisContext
{
    private readonly Dictionary<Layer, object> _layers = [];

    internal AnalysisContext(Document document)
    {
        Document = document;
        _layers[Layers.Entities] = SpanIndex<Entity>.Empty;
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    internal IReadOnlyDictionary<Layer, object> AllLayers => _layers;

    /// <summary>A layer that an earlier component gave.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="layer">Its key.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="InvalidOperationException">No earlier component gave it.</exception>
    public T Get<T>(Layer<T> layer) where T : class
    {
        ArgumentNullException.ThrowIfNull(layer);
        return _layers.TryGetValue(layer, out var value)
            ? (T)value
            : throw new InvalidOperationException($"No component before this one gave the layer '{layer.Name}': add it to Needs.");
    }

    /// <summary>Puts a layer.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="layer">Its key.</param>
    /// <param name="value">The layer; not changed afterwards.</param>
    /// <exception cref="InvalidOperationException">The layer is there already.</exception>
    public void Set<T>(Layer<T> layer, T value) where T : class
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(value);
        if (!_layers.TryAdd(layer, value)) throw new InvalidOperationException($"The layer '{layer.Name}' was given twice.");
    }

    /// <summary>Adds entities to <see cref="Layers.Entities"/>, each with the innermost section that it starts in and its context when the qualifiers are there.</summary>
    /// <param name="entities">Entities of this document.</param>
    /// <exception cref="ArgumentOutOfRangeException">An entity ends after the text.</exception>
    public void Add(IEnumerable<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var sections = _layers.TryGetValue(Layers.Sections, out var value) ? (SpanIndex<Section>)value : SpanIndex<Section>.Empty;
        var qualifiers = _layers.TryGetValue(Layers.Qualifiers, out var scopes) ? (SpanIndex<QualifierScope>)scopes : null;
        var added = entities.Select(entity => Place(entity, sections, qualifiers)).ToList();
        if (added.Count > 0) _layers[Layers.Entities] = new SpanIndex<Entity>(Get(Layers.Entities).Concat(added));
    }

    /// <summary>Takes back entities that a later reading contradicts.</summary>
    internal void Withdraw(Func<Entity, bool> contradicted)
    {
        var kept = Get(Layers.Entities).Where(entity => !contradicted(entity)).ToList();
        if (kept.Count < Get(Layers.Entities).Count) _layers[Layers.Entities] = new SpanIndex<Entity>(kept);
    }

    private Entity Place(Entity entity, SpanIndex<Section> sections, SpanIndex<QualifierScope>? qualifiers)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entity.Span.End, Document.Text.Length);
        return entity with
        {
            Section = sections.InnermostAt(entity.Span.Start),
            Context = entity.Context ?? (qualifiers is null ? null : FactContexts.Of(qualifiers, entity.Span, entity.Kind)),
        };
    }
}
