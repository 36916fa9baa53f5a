using System.Globalization;

namespace HealthNlp.Dates;

/// <summary>Counts from a day.</summary>
internal static class RelativeDays
{
    private const int HoursOfDay = 24;
    private const int MinutesOfHour = 60;
    private const int MonthsOfYear = 12;
    private const int DaysOfWeek = 7;

    // Longer than any report looks back or ahead, and short enough for the calendar.
    private const int MostYears = 150;

    /// <summary>The date that lies an amount before or after a day, known as exactly as its unit; <see langword="null"/> when hours make no whole days.</summary>
    internal static PartialDate? Count(DateOnly from, IReadOnlyList<TimeAmount> amounts, int sign)
    {
        var (months, days) = (0m, 0m);
        foreach (var (value, unit) in amounts)
        {
            months += unit switch { TimeUnit.Years => value * MonthsOfYear, TimeUnit.Months => value, _ => 0 };
            days += unit switch { TimeUnit.Weeks => value * DaysOfWeek, TimeUnit.Days => value, TimeUnit.Hours => value / HoursOfDay, TimeUnit.Minutes or TimeUnit.Seconds => 0.5m, _ => 0 };
        }

        var finest = amounts[^1].Unit;
        if (finest >= TimeUnit.Hours && days != decimal.Floor(days)) return null;
        if (months > MostYears * MonthsOfYear || days > MostYears * 366) return null;
        if (finest == TimeUnit.Years && months % MonthsOfYear != 0) finest = TimeUnit.Months;
        var day = from.AddMonths(sign * (int)months).AddDays(sign * (int)days);
        return finest switch
        {
            TimeUnit.Years => new PartialDate { Year = day.Year },
            TimeUnit.Months => new PartialDate { Year = day.Year, Month = day.Month },
            TimeUnit.Weeks => new PartialDate { Year = ISOWeek.GetYear(day.ToDateTime(default)), Week = ISOWeek.GetWeekOfYear(day.ToDateTime(default)) },
            _ => PartialDate.Of(day),
        };
    }

    /// <summary>The moment some hours or minutes before or after the writing; <see langword="null"/> when the time of writing is not known.</summary>
    internal static DateTime? Moment(ReferenceDay reference, IReadOnlyList<TimeAmount> amounts, int sign)
    {
        if (reference is not { Day: { } day, Time: { } time }) return null;
        var minutes = 0m;
        foreach (var (value, unit) in amounts)
        {
            if (unit is not (TimeUnit.Hours or TimeUnit.Minutes)) return null;
            minutes += unit == TimeUnit.Hours ? value * MinutesOfHour : value;
        }

        return minutes is > 0 and < MostYears * 366 ? day.ToDateTime(time).AddMinutes(sign * (double)minutes) : null;
    }

    /// <summary>The nearest such weekday before (-1) or after (1) a day.</summary>
    internal static PartialDate Weekday(DateOnly from, int weekday, int sign)
    {
        var distance = (((sign * (weekday - (int)from.DayOfWeek)) % DaysOfWeek) + DaysOfWeek) % DaysOfWeek;
        return PartialDate.Of(from.AddDays(sign * (distance == 0 ? DaysOfWeek : distance)));
    }

    /// <summary>The latest such season that is over, or the first that is to come.</summary>
    internal static PartialDate SeasonNear(DateOnly from, Season season, int sign)
    {
        var date = new PartialDate { Year = from.Year - sign, Season = season };
        while (sign < 0 ? date.Latest >= from : date.Earliest <= from) date = date with { Year = date.Year + sign };
        return date;
    }
}
