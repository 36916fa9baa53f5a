namespace HealthNlp.Dates;

/// <summary>A place where the text speaks of time, with its value.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record DateMention : ISpanned
{
    internal DateMention(TextSpan span, DateKind kind)
    {
        Span = span;
        Kind = kind;
    }

    /// <summary>Its place in the raw text: a weekday before a date is inside, the words le, du, depuis, début stay outside.</summary>
    public TextSpan Span { get; }

    /// <summary>What it is.</summary>
    public DateKind Kind { get; }

    /// <summary>The date, of an absolute or relative one; <see langword="null"/> when it is impossible or what it is counted from is not known.</summary>
    public PartialDate? Value { get; internal init; }

    /// <summary>How much time: of a duration or an age, or the distance of a relative date; the largest unit first.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<TimeAmount> Amounts { get; internal init; } = [];

    /// <summary>The upper bound of an amount written as a range: 4 in <c>3 à 4 jours</c>.</summary>
    public decimal? AmountMax { get; internal init; }

    /// <summary>On which side of what it is counted from a relative date lies.</summary>
    public DateDirection Direction { get; internal init; }

    /// <summary>Whether an age is that of a pregnancy, in weeks without menses: <c>34 SA</c>.</summary>
    public bool IsGestational { get; internal init; }

    /// <summary>The time of the day.</summary>
    public TimeOnly? Time { get; internal init; }

    /// <summary>The first date of a period.</summary>
    public DateMention? Start { get; internal init; }

    /// <summary>The last date of a period.</summary>
    public DateMention? End { get; internal init; }

    /// <summary>What the value, or the year of it, was computed from.</summary>
    public DateReference Reference { get; internal init; }

    /// <summary>The day that the value, or the year of it, was computed from.</summary>
    public DateOnly? ReferenceDate { get; internal init; }

    /// <summary>The event that a relative date is counted from (<c>surgery</c>, <c>admission</c>, <c>birth</c>...), when the words beside it name it.</summary>
    public string? Anchor { get; internal init; }

    /// <summary>How to write another date in its place; <see langword="null"/> when it has no such form (a season, a feast, a relative date).</summary>
    public DateFormat? Format { get; internal init; }

    /// <summary>Why a written date is none.</summary>
    public DateProblem Problem { get; internal init; }

    /// <summary>Kind and offsets, never text nor value.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"{Kind} {Span}";
}
