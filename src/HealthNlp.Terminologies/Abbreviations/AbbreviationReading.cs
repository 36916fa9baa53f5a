namespace HealthNlp.Terminologies;

/// <summary>An abbreviation of a text and what it stands for there.</summary>
/// <param name="Span">Its place in the raw text.</param>
/// <param name="Senses">Its known meanings; none of letters that no list knows.</param>
internal sealed record AbbreviationReading(TextSpan Span, IReadOnlyList<AbbreviationSense> Senses) : ISpanned
{
    /// <summary>The meaning; <see langword="null"/> when nothing decides.</summary>
    internal string? Expansion { get; init; }

    /// <summary>Whether two meanings have as much for them.</summary>
    internal bool IsContested { get; init; }

    /// <summary>The words or the rule that decided.</summary>
    internal string Because { get; init; } = "";

    /// <summary>The weight of what decided, from 0 to 1.</summary>
    internal double Certainty { get; init; }
}
