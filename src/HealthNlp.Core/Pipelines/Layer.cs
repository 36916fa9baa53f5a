using HealthNlp.Dates;
using HealthNlp.Quantities;
using HealthNlp.Stays;
using HealthNlp.Text;

namespace HealthNlp.Pipelines;

/// <summary>The key of a layer: what one component gives and others need.</summary>
public abstract class Layer
{
    private protected Layer(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>Its name, for messages.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The key of a layer of a given content. Two keys are the same only when they are the same object: keep it in a static property.</summary>
/// <typeparam name="T">What the layer holds; immutable.</typeparam>
public sealed class Layer<T> : Layer where T : class
{
    /// <summary>Makes a key.</summary>
    /// <param name="name">A name for messages.</param>
    public Layer(string name) : base(name)
    {
    }
}

/// <summary>The layers of the library.</summary>
public static class Layers
{
    /// <summary>The text as the components read it.</summary>
    public static Layer<NormalizedText> Normalized { get; } = new("normalized");

    /// <summary>Lines that are no content.</summary>
    public static Layer<SpanIndex<Noise>> Noise { get; } = new("noise");

    /// <summary>Tokens.</summary>
    public static Layer<SpanIndex<Token>> Tokens { get; } = new("tokens");

    /// <summary>Sections.</summary>
    public static Layer<SpanIndex<Section>> Sections { get; } = new("sections");

    /// <summary>Sentences.</summary>
    public static Layer<SpanIndex<Sentence>> Sentences { get; } = new("sentences");

    /// <summary>What the document is.</summary>
    public static Layer<DocumentProfile> Profile { get; } = new("profile");

    /// <summary>Dates, durations, times of the day and ages.</summary>
    public static Layer<SpanIndex<DateMention>> Dates { get; } = new("dates");

    /// <summary>The patient's age and sex and the stay.</summary>
    public static Layer<StayProfile> Stay { get; } = new("stay");

    /// <summary>Cues of negation, hypothesis, family, history and reported speech, each with the words that it governs.</summary>
    public static Layer<SpanIndex<QualifierScope>> Qualifiers { get; } = new("qualifiers");

    /// <summary>Measures, doses, schedules, scores.</summary>
    public static Layer<SpanIndex<Quantity>> Quantities { get; } = new("quantities");

    /// <summary>Tables.</summary>
    public static Layer<SpanIndex<TextTable>> Tables { get; } = new("tables");

    /// <summary>Entities; several components may add to it.</summary>
    public static Layer<SpanIndex<Entity>> Entities { get; } = new("entities");
}
