using HealthNlp.Qualifiers;

namespace HealthNlp;

/// <summary>A cue of the text and the words that it qualifies.</summary>
/// <param name="Qualifier">What it changes.</param>
/// <param name="Cue">The words that say so (<c>pas de</c>, <c>mère</c>, the title of a section).</param>
/// <param name="Span">The words that it governs, in the raw text.</param>
/// <param name="Rule">The rule or the row of the knowledge file that fired.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record QualifierScope(Qualifier Qualifier, TextSpan Cue, TextSpan Span, string Rule) : ISpanned
{
    /// <summary>What its cue is said of.</summary>
    internal QualifierTarget Target { get; init; }

    /// <summary>Qualifier, rule and offsets, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"{Qualifier} {Span} ({Rule} {Cue})";
}
