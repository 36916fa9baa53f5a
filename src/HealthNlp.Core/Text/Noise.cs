namespace HealthNlp.Text;

/// <summary>A line that is no content of the report.</summary>
/// <param name="Span">The place in the raw text.</param>
/// <param name="Kind">Why it is no content.</param>
public readonly record struct Noise(TextSpan Span, NoiseKind Kind) : ISpanned;

/// <summary>Why a line is no content.</summary>
public enum NoiseKind : byte
{
    /// <summary>A page number.</summary>
    PageNumber,

    /// <summary>A header or footer that comes again on other pages.</summary>
    RunningLine,

    /// <summary>A line of dashes, dots or other drawing.</summary>
    Rule,

    /// <summary>A mark of the printing system (printed on, confidential).</summary>
    PrintMark,
}
