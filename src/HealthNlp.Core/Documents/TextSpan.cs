namespace HealthNlp;

/// <summary>
/// A half-open interval <c>[Start, End)</c> of UTF-16 code units in the <b>raw</b> text of a document. Whatever normalisation, subword model
/// or language model came between, a span of a public result is always a span of the raw text: <c>document[span]</c> is the annotation's text.
/// </summary>
/// <remarks>Immutable. Ordered by <see cref="Start"/>, then longer first, so that a container sorts before what it contains.</remarks>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>Makes a span.</summary>
    /// <param name="start">First position, at least 0.</param>
    /// <param name="end">Position after the last, at least <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative or <paramref name="end"/> is before it.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First position.</summary>
    public int Start { get; }

    /// <summary>Position after the last.</summary>
    public int End { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the span covers no text.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>The same interval as a <see cref="System.Range"/>: <c>document.Text[span.Range]</c>.</summary>
    public Range Range => Start..End;

    /// <summary>Makes a span from a start and a length.</summary>
    /// <param name="start">First position, at least 0.</param>
    /// <param name="length">Number of UTF-16 code units, at least 0.</param>
    /// <returns>The span <c>[start, start + length)</c>.</returns>
    public static TextSpan FromLength(int start, int length) => new(start, start + length);

    /// <summary>Whether <paramref name="position"/> lies inside.</summary>
    /// <param name="position">A position of the raw text.</param>
    /// <returns><see langword="true"/> from <see cref="Start"/> to <see cref="End"/> - 1.</returns>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside (equal spans contain each other).</summary>
    /// <param name="other">Another span of the same text.</param>
    /// <returns><see langword="true"/> when no position of <paramref name="other"/> is outside.</returns>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two spans share at least one position.</summary>
    /// <param name="other">Another span of the same text.</param>
    /// <returns><see langword="false"/> for spans that only touch, and for empty spans.</returns>
    public bool Overlaps(TextSpan other) => Math.Max(Start, other.Start) < Math.Min(End, other.End);

    /// <summary>The smallest span that covers both.</summary>
    /// <param name="other">Another span of the same text.</param>
    /// <returns>From the first start to the last end.</returns>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The text that the span covers.</summary>
    /// <param name="text">The text that the span belongs to.</param>
    /// <returns>A copy of the covered text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span ends after the text.</exception>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(End, text.Length);
        return text.Substring(Start, Length);
    }

    /// <inheritdoc/>
    public int CompareTo(TextSpan other)
    {
        var byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : other.End.CompareTo(End);
    }

    /// <summary>Compares by start, then longer first.</summary>
    /// <param name="left">A span.</param>
    /// <param name="right">A span.</param>
    /// <returns>Whether <paramref name="left"/> sorts before.</returns>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;

    /// <summary>Offsets only, never text: <c>[12..18)</c>.</summary>
    /// <returns>The interval in mathematical notation.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{Start}..{End})");
}
