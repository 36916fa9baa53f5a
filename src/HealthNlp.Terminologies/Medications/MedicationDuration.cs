using System.Globalization;
using HealthNlp.Dates;

namespace HealthNlp.Terminologies;

/// <summary>How long a drug is to be taken.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record MedicationDuration : ISpanned
{
    /// <summary>Makes a duration.</summary>
    /// <param name="span">The words, in the raw text.</param>
    public MedicationDuration(TextSpan span) => Span = span;

    /// <inheritdoc/>
    public TextSpan Span { get; init; }

    /// <summary>How many units of time; of a range, the fewest.</summary>
    public int? Value { get; init; }

    /// <summary>The upper bound of a range: 7 of <c>5 à 7 jours</c>.</summary>
    public int? UpperValue { get; init; }

    /// <summary>The unit of time in UCUM: <c>h</c>, <c>d</c>, <c>wk</c>, <c>mo</c>, <c>a</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The words that say the end: <c>12/03/2025</c> of <c>jusqu'au 12/03/2025</c> or of <c>du 03/03 au 12/03/2025</c>.</summary>
    public TextSpan? Until { get; init; }

    /// <summary>The first day, when the text gives both: 3 January of <c>du 03/01 au 10/01</c>.</summary>
    public PartialDate? FromDate { get; init; }

    /// <summary>The date of <see cref="Until"/>, when the words hold one; its year may come from the date of writing.</summary>
    public PartialDate? UntilDate { get; init; }

    /// <summary>Whether no end is foreseen: <c>au long cours</c>, <c>à vie</c>.</summary>
    public bool LongTerm { get; init; }

    /// <summary>The length as one line: <c>7 d</c>, <c>5..7 d</c>, <c>long_term</c>, <c>until</c> when the text says the end instead.</summary>
    public string Code => LongTerm ? "long_term" : Value is null ? "until"
        : string.Create(CultureInfo.InvariantCulture, $"{Value}{(UpperValue is { } upper ? $"..{upper}" : "")} {Unit}");

    /// <summary>Offsets, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => Span.ToString();
}
