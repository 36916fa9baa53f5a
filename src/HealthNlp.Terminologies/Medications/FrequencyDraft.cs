using System.Globalization;

namespace HealthNlp.Terminologies;

/// <summary>A frequency under way: what is said first counts.</summary>
internal sealed class FrequencyDraft
{
    private readonly List<string> _when = [];
    private int? _times;
    private int? _upperTimes;
    private int? _period;
    private string? _unit;
    private TextSpan? _span;

    internal IReadOnlyList<decimal> Schedule { get; set; } = [];

    internal IReadOnlyList<int> Days { get; set; } = [];

    internal void SetTimes(int times, int? upper, int? period, string? unit)
    {
        if (_times is null) (_times, _upperTimes, _period, _unit) = (times, upper, period, unit);
    }

    /// <summary>Takes the value of a wording: a moment, or times and a period (<c>1/2d</c>).</summary>
    internal void Add(string rhythm)
    {
        var slash = rhythm.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (!_when.Contains(rhythm)) _when.Add(rhythm);
            return;
        }

        var unit = rhythm[(slash + 1)..].TrimStart("0123456789".ToCharArray());
        var period = rhythm[(slash + 1)..^unit.Length];
        SetTimes(int.Parse(rhythm.AsSpan(0, slash), CultureInfo.InvariantCulture), null, period.Length == 0 ? 1 : int.Parse(period, CultureInfo.InvariantCulture), unit);
    }

    internal void Cover(TextSpan raw) => _span = _span is { } span ? span.Union(raw) : raw;

    internal MedicationFrequency? Make() => _span is not { } span ? null : new MedicationFrequency(span)
    {
        Times = _times,
        UpperTimes = _upperTimes,
        Period = _period,
        PeriodUnit = _unit,
        When = [.. _when],
        Schedule = Schedule,
        Days = Days,
    };
}
