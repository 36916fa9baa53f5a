using System.Collections.ObjectModel;
using HealthNlp.Matching;
using HealthNlp.Qualifiers;

namespace HealthNlp;

/// <summary>A fact found in a text: where, of what label, with what attributes, by which rule.</summary>
/// <remarks>Immutable and thread-safe. Its text is <c>document[entity.Span]</c>: an entity holds no text of the patient.</remarks>
public sealed record Entity : ISpanned
{
    /// <summary>Makes an entity.</summary>
    /// <param name="span">The place in the raw text.</param>
    /// <param name="label">The label, as the use case defines it (<c>LAST_NAME</c>, <c>Bacterie</c>).</param>
    public Entity(TextSpan span, string label)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        Span = span;
        Label = label;
    }

    /// <inheritdoc/>
    public TextSpan Span { get; init; }

    /// <summary>The label, as the use case defines it.</summary>
    public string Label { get; init; }

    /// <summary>Named values (<c>role</c>, <c>negation</c>, <c>status</c>); written in the ordinal order of their names.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The innermost section that the entity starts in; set by the analysis.</summary>
    public Section? Section { get; init; }

    /// <summary>How the text qualifies it (denied, suspected, of a relative, past); set by the analysis.</summary>
    /// <value><see langword="null"/> when no component of qualifiers ran.</value>
    public FactContext? Context { get; init; }

    /// <summary>What it stands for in a terminology.</summary>
    /// <value><see langword="null"/> when it stands for no concept.</value>
    public Concept? Concept { get; init; }

    /// <summary>What it names: some cues are said of acts alone (refused, planned).</summary>
    internal FactKind Kind { get; init; }

    /// <summary>The rule, lexicon or model that found it.</summary>
    /// <value>Empty when the caller made it.</value>
    public string Source { get; init; } = "";

    /// <summary>Label and offsets, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"{Label} {Span}";
}
