using System.Globalization;

namespace HealthNlp.Terminologies;

/// <summary>When and how often a drug is taken, in the terms of the Timing of FHIR.</summary>
/// <remarks>Immutable and thread-safe. A text may say several things at once: <c>3 fois par jour si besoin, aux repas</c>.</remarks>
public sealed record MedicationFrequency : ISpanned
{
    /// <summary>Makes a frequency.</summary>
    /// <param name="span">The words, in the raw text.</param>
    public MedicationFrequency(TextSpan span) => Span = span;

    /// <inheritdoc/>
    public TextSpan Span { get; init; }

    /// <summary>How many times in a <see cref="Period"/>; of a range, the fewest.</summary>
    public int? Times { get; init; }

    /// <summary>The most times of a range: 3 of <c>2 à 3 fois par jour</c>.</summary>
    public int? UpperTimes { get; init; }

    /// <summary>The length of the period: 8 of <c>toutes les 8 h</c>, 1 of <c>par jour</c>; <see langword="null"/> when the text does not say it (<c>1 g x 3</c>).</summary>
    public int? Period { get; init; }

    /// <summary>The unit of the period in UCUM: <c>h</c>, <c>d</c>, <c>wk</c>, <c>mo</c>, <c>a</c>.</summary>
    public string? PeriodUnit { get; init; }

    /// <summary>Moments and marks, in text order: <c>morning</c>, <c>noon</c>, <c>evening</c>, <c>bedtime</c>, <c>meals</c>, <c>as_needed</c>, <c>continuous</c>, <c>once</c>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> When { get; init; } = [];

    /// <summary>What is taken in the morning, at noon, in the evening, at night: 1, 0, 1 of <c>1-0-1</c>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<decimal> Schedule { get; init; } = [];

    /// <summary>The days of a cycle, from 1: <c>J1 J8 J15</c>, all seven of <c>J1 à J7</c>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<int> Days { get; init; } = [];

    /// <summary>Whether it is taken only when needed.</summary>
    public bool AsNeeded => When.Contains("as_needed");

    /// <summary>
    /// The whole as one line: <c>3/d</c>, <c>1/8h</c>, <c>1/2d</c>, <c>x3</c> without period, <c>morning + evening</c>, <c>1-0-1</c>, <c>days 1,8,15</c>, <c>as_needed</c>.
    /// </summary>
    public string Code => string.Join(" + ", Parts());

    /// <summary>Offsets, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => Span.ToString();

    private IEnumerable<string> Parts()
    {
        if (Times is { } times)
        {
            var count = UpperTimes is { } upper ? string.Create(CultureInfo.InvariantCulture, $"{times}..{upper}") : times.ToString(CultureInfo.InvariantCulture);
            yield return Period is null ? $"x{count}" : string.Create(CultureInfo.InvariantCulture, $"{count}/{(Period == 1 ? "" : Period)}{PeriodUnit}");
        }

        if (Schedule.Count > 0) yield return string.Join('-', Schedule.Select(count => count.ToString(CultureInfo.InvariantCulture)));
        if (Days.Count > 0) yield return $"days {DaysCode()}";
        foreach (var moment in When) yield return moment;
    }

    private string DaysCode() => Days.Count > 2 && Days[^1] - Days[0] == Days.Count - 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Days[0]}-{Days[^1]}")
        : string.Join(',', Days);
}
