namespace HealthNlp.Quantities;

/// <summary>A number that measures something, with its unit.</summary>
/// <remarks>
/// Immutable and thread-safe. Decision support: a value read from a text is to be checked by a professional. The rules are those of
/// <c>Data/quantity_*.tsv</c>, from general knowledge.
/// </remarks>
public sealed record Quantity : ISpanned
{
    /// <summary>Makes a quantity.</summary>
    /// <param name="span">The value with its comparator and its unit, in the raw text.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="value">Its value.</param>
    public Quantity(TextSpan span, QuantityKind kind, decimal value)
    {
        Span = span;
        Kind = kind;
        Value = value;
    }

    /// <inheritdoc/>
    public TextSpan Span { get; init; }

    /// <summary>What it is.</summary>
    public QuantityKind Kind { get; init; }

    /// <summary>What is measured, when a label or the unit says so: <c>heart_rate</c>, <c>hemoglobin</c> (names of <c>Data/quantity_names.tsv</c>).</summary>
    public string? Name { get; init; }

    /// <summary>The words that say what is measured; <see langword="null"/> when the unit alone does.</summary>
    public TextSpan? NameSpan { get; init; }

    /// <summary>How the value bounds what is meant.</summary>
    public QuantityComparator Comparator { get; init; }

    /// <summary>The value in <see cref="Unit"/>; the lower bound of a range, the first of several values.</summary>
    public decimal Value { get; init; }

    /// <summary>The upper bound of a range: 3 of <c>2 à 3 mg</c>.</summary>
    public decimal? UpperValue { get; init; }

    /// <summary>All values of a dimension (12, 8), a schedule (1, 0, 1), a blood pressure (140, 90), a drug of several substances (5, 160) or a score at several times (8, 9, 10).</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<decimal> Values { get; init; } = [];

    /// <summary>How many times the value: 2 of <c>2x500 mg</c>.</summary>
    public decimal? Multiplier { get; init; }

    /// <summary>The highest possible value of a score when the text gives it: 15 of <c>15/15</c>.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The unit as written; <see langword="null"/> when it is not written.</summary>
    public string? UnitText { get; init; }

    /// <summary>
    /// The UCUM code of the unit (<c>g/dL</c>, <c>mm[Hg]</c>, <c>/min</c>); of a vital sign also when it is not written. <see langword="null"/> when it is
    /// not known.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>The lower bound of the reference interval that the text gives.</summary>
    public decimal? ReferenceLow { get; init; }

    /// <summary>The upper bound of the reference interval that the text gives.</summary>
    public decimal? ReferenceHigh { get; init; }

    /// <summary>The mark that the text sets beside the value: <c>H</c>, <c>L</c>, <c>↑</c>, <c>*</c>.</summary>
    public QuantityInterpretation Flag { get; init; }

    /// <summary>Where the value lies: what <see cref="Flag"/> says or, without a mark, what the reference interval of the text says.</summary>
    public QuantityInterpretation Interpretation =>
        Flag != QuantityInterpretation.None ? Flag
        : Value < ReferenceLow ? QuantityInterpretation.Low
        : Value > ReferenceHigh ? QuantityInterpretation.High
        : ReferenceLow is null && ReferenceHigh is null ? QuantityInterpretation.None
        : QuantityInterpretation.Normal;

    /// <summary>The value in another unit of the same dimension.</summary>
    /// <param name="ucumUnit">A UCUM code.</param>
    /// <param name="value"><see cref="Value"/> in that unit; 0 when it cannot be converted.</param>
    /// <returns>
    /// Whether both units are known and measure the same thing. Grams and moles do not, nor do tablets and ampoules: a conversion that needs to know the
    /// substance is refused.
    /// </returns>
    public bool TryConvert(string ucumUnit, out decimal value)
    {
        ArgumentNullException.ThrowIfNull(ucumUnit);
        value = 0;
        return Unit is not null && Ucum.TryConvert(Value, Unit, ucumUnit, out value);
    }

    /// <summary>Kind and offsets, never text nor value.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"{Kind} {Span}";
}
