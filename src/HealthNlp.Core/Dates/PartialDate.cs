using System.Globalization;

namespace HealthNlp.Dates;

/// <summary>A date of which some parts may be unknown.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PartialDate
{
    private const int MonthsOfSeason = 3;

    /// <summary>The year; <see langword="null"/> when neither the text nor a reference tells it.</summary>
    public int? Year { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>The day of the month.</summary>
    public int? Day { get; init; }

    /// <summary>The week of the year (ISO 8601), of a date known to the week.</summary>
    public int? Week { get; init; }

    /// <summary>The season.</summary>
    public Season? Season { get; init; }

    /// <summary>Which part of the month or year is meant.</summary>
    /// <value><see cref="DatePart.Whole"/> by default.</value>
    public DatePart Part { get; init; }

    /// <summary>Whether the year is not written but comes from the reference or from a neighbour.</summary>
    public bool YearInferred { get; init; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision => Day is not null ? DatePrecision.Day
        : Week is not null ? DatePrecision.Week
        : Month is not null ? DatePrecision.Month
        : Season is not null ? DatePrecision.Season
        : DatePrecision.Year;

    /// <summary>The first day that it may be; <see langword="null"/> without a year.</summary>
    public DateOnly? Earliest => Bounds?.First;

    /// <summary>The last day that it may be; <see langword="null"/> without a year.</summary>
    public DateOnly? Latest => Bounds?.Last;

    private (DateOnly First, DateOnly Last)? Bounds
    {
        get
        {
            if (Year is not { } year) return null;
            var first = Precision switch
            {
                DatePrecision.Day => new DateOnly(year, Month!.Value, Day!.Value),
                DatePrecision.Week => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, Week!.Value, DayOfWeek.Monday)),
                DatePrecision.Month => new DateOnly(year, Month!.Value, 1),
                DatePrecision.Season when Season == Dates.Season.Winter => new DateOnly(year - 1, 12, 1),
                DatePrecision.Season => new DateOnly(year, (MonthsOfSeason * (int)Season!.Value) + MonthsOfSeason, 1),
                _ => new DateOnly(year, 1, 1),
            };
            var last = Precision switch
            {
                DatePrecision.Day => first,
                DatePrecision.Week => first.AddDays(6),
                DatePrecision.Month => first.AddMonths(1).AddDays(-1),
                DatePrecision.Season => first.AddMonths(MonthsOfSeason).AddDays(-1),
                _ => new DateOnly(year, 12, 31),
            };
            var third = (last.DayNumber - first.DayNumber) / 3;
            return Part switch
            {
                DatePart.Start => (first, first.AddDays(third)),
                DatePart.Middle => (first.AddDays(third), last.AddDays(-third)),
                DatePart.End => (last.AddDays(-third), last),
                _ => (first, last),
            };
        }
    }

    internal static PartialDate Of(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    /// <summary>The date in the manner of ISO 8601: <c>2024-03-12</c>, <c>2024-W11</c>, <c>2024-03</c>, <c>2024-winter</c>, <c>2024</c>; <c>--03-12</c> without a year.</summary>
    /// <returns>The date.</returns>
    public override string ToString()
    {
        var year = Year is { } known ? known.ToString("0000", CultureInfo.InvariantCulture) : "-";
        return Precision switch
        {
            DatePrecision.Day => $"{year}-{Two(Month)}-{Two(Day)}",
            DatePrecision.Week => $"{year}-W{Two(Week)}",
            DatePrecision.Month => $"{year}-{Two(Month)}",
            DatePrecision.Season => year + Season switch { Dates.Season.Spring => "-spring", Dates.Season.Summer => "-summer", Dates.Season.Autumn => "-autumn", _ => "-winter" },
            _ => year,
        };
    }

    private static string Two(int? number) => number!.Value.ToString("00", CultureInfo.InvariantCulture);
}
