namespace HealthNlp.Dates;

/// <summary>The names of months and weekdays, as they are written.</summary>
internal static class DateNames
{
    private static readonly Lazy<string[]> Months = new(() => [.. DateWords.Rows("month").Select(row => row[1])]);
    private static readonly Lazy<string[]> Weekdays = new(() => [.. DateWords.Rows("weekday").Select(row => row[1])]);

    // The first short form of the list; a month without one is written whole.
    private static readonly Lazy<string[]> ShortMonths = new(() => [.. Enumerable.Range(1, 12).Select(month =>
        DateWords.Rows("month-short").FirstOrDefault(row => row[2] == month.ToString(System.Globalization.CultureInfo.InvariantCulture) && month != 8)?[1] ?? Month(month))]);

    internal static string Month(int month) => Months.Value[month - 1];

    internal static string ShortMonth(int month) => ShortMonths.Value[month - 1];

    /// <summary>Whether the short form of a month is its whole name.</summary>
    internal static bool IsWhole(int month) => ShortMonth(month) == Month(month);

    internal static string Weekday(DayOfWeek day) => Weekdays.Value[(int)day];
}
