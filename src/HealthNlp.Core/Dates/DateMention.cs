namespace HealthNlp.Dates;

/// <summary>A place where the text speaks of time, with its value.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record DateMention : ISpanned
{
    /// <summary>Makes a mention.</summary>
    /// <param name="span">Its place in the raw text.</param>
    /// <param name="kind">What it is.</param>
    public DateMention(TextSpan span, DateKind kind)
    {
        Span = span;
        Kind = kind;
    }

    /// <inheritdoc/>
    public TextSpan Span { get; init; }

    /// <summary>What it is.</summary>
    public DateKind Kind { get; init; }

    /// <summary>The date, of an absolute or relative one; <see langword="null"/> when it is impossible or its reference is not known.</summary>
    public PartialDate? Value { get; init; }

    /// <summary>The first day that it may be, or of the period.</summary>
    public DateOnly? Earliest => Kind == DateKind.Period ? Start?.Earliest : Value?.Earliest;

    /// <summary>The last day that it may be, or of the period.</summary>
    public DateOnly? Latest => Kind == DateKind.Period ? End?.Latest : Value?.Latest;

    /// <summary>How much time: of a duration or an age, or the distance of a relative date; the largest unit first.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<TimeAmount> Amounts { get; init; } = [];

    /// <summary>How many of <see cref="Unit"/>; see <see cref="Amounts"/> for what follows (33 SA + 5 jours).</summary>
    public decimal? Amount => Amounts.Count > 0 ? Amounts[0].Value : null;

    /// <summary>The upper bound of an amount written as a range: <c>3 à 4 jours</c>.</summary>
    public decimal? AmountMax { get; init; }

    /// <summary>The unit of <see cref="Amount"/>.</summary>
    public TimeUnit? Unit => Amounts.Count > 0 ? Amounts[0].Unit : null;

    /// <summary>Whether an age is that of a pregnancy, in weeks without menses: <c>34 SA</c>.</summary>
    public bool IsGestational { get; init; }

    /// <summary>The time of the day.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>The first date of a period.</summary>
    public DateMention? Start { get; init; }

    /// <summary>The last date of a period.</summary>
    public DateMention? End { get; init; }

    /// <summary>On which side of its reference a relative date lies.</summary>
    public DateDirection Direction { get; init; }

    /// <summary>What the value, or the year of it, was computed from.</summary>
    public DateReference Reference { get; init; }

    /// <summary>The day that the value was computed from.</summary>
    public DateOnly? ReferenceDate { get; init; }

    /// <summary>The event that a relative date is counted from (<c>surgery</c>, <c>admission</c>), when the text names it.</summary>
    public string? Anchor { get; init; }

    /// <summary>How to write another date in its place; <see langword="null"/> when it has no such form (a season, a feast, a relative date).</summary>
    public DateFormat? Format { get; init; }

    /// <summary>Why a written date is none.</summary>
    public DateProblem Problem { get; init; }

    /// <summary>Whether the calendar holds such a date.</summary>
    public bool IsPlausible => Problem == DateProblem.None;

    /// <summary>Kind and offsets, never text nor value.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"{Kind} {Span}";
}
