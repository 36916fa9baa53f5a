using System.Buffers.Binary;
using System.Text;
using HealthNlp.Dates;

namespace HealthNlp.Pseudonymization;

/// <summary>Moves all dates of a scope by the same whole weeks: intervals and weekdays stay what they were, each date is written as it was.</summary>
internal sealed class DateShift
{
    private const int DaysOfWeek = 7;
    private const int MiddleOfMonth = 15;
    private const int MiddleOfYear = 7;

    private const int FirstOfTwoDigits = 10;
    private const int MostDaysOfRange = 8;

    // For a date without a year, of which only the day and month are read.
    private const int AnyYear = 2023;

    private readonly SpanIndex<DateMention> _dates;
    private readonly int _days;

    internal DateShift(SpanIndex<DateMention> dates, ReplacementScope scope, int largestWeeks)
    {
        _dates = dates;
        var fingerprint = scope.Fingerprint("date shift", "");
        var weeks = 1 + (int)(BinaryPrimitives.ReadUInt32LittleEndian(fingerprint) % (uint)largestWeeks);
        _days = DaysOfWeek * ((fingerprint[^1] & 1) == 0 ? weeks : -weeks);
    }

    /// <summary>The moved date as it would be written there; <see langword="null"/> when it cannot be: an impossible date, a season, a feast.</summary>
    internal string? Of(string text, TextSpan span)
    {
        if (DocumentDates.At(_dates, span) is not { Format: { } format } date || Moved(date) is not { } moved) return null;
        var written = FormatOf(date, format, moved).Write(moved);

        // The weekday before the date is no part of the identifier, and stays true.
        var before = span.Start - date.Span.Start;
        if (before > 0 && format.Pattern.StartsWith("ddd", StringComparison.Ordinal))
        {
            before = 0;
            while (before < written.Length && char.IsLetter(written[before])) before++;
            while (before < written.Length && !char.IsLetterOrDigit(written[before])) before++;
        }

        return before < written.Length ? WithSpacesOf(span.Of(text), written[before..]) : null;
    }

    // A format knows spaces only: a date over two lines, or with spaces that do not break, stays so.
    private static string WithSpacesOf(string model, string written)
    {
        var (result, at) = (new StringBuilder(), 0);
        for (var i = 0; i < written.Length;)
        {
            if (!char.IsWhiteSpace(written[i]))
            {
                result.Append(written[i++]);
                continue;
            }

            while (at < model.Length && !char.IsWhiteSpace(model[at])) at++;
            if (at == model.Length) return written;
            while (at < model.Length && char.IsWhiteSpace(model[at])) result.Append(model[at++]);
            while (i < written.Length && char.IsWhiteSpace(written[i])) i++;
        }

        return result.ToString();
    }

    private DateOnly? Moved(DateMention date)
    {
        if (date.Problem != DateProblem.None || date.Value is not { } value) return null;
        var year = value.Year ?? AnyYear;
        var day = value.Precision switch
        {
            DatePrecision.Day when value.Day <= DateTime.DaysInMonth(year, value.Month!.Value) => new DateOnly(year, value.Month.Value, value.Day!.Value),
            DatePrecision.Month => new DateOnly(year, value.Month!.Value, MiddleOfMonth),
            DatePrecision.Year => new DateOnly(year, MiddleOfYear, 1),
            _ => default(DateOnly?),
        };
        return day is { } known && known.DayNumber + _days is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;
    }

    // "du 14 au 22 mai" may become "du 28 mai au 5 juin": a day that borrowed its month writes its own when they differ now.
    private DateFormat FormatOf(DateMention date, DateFormat format, DateOnly moved)
    {
        if (format.Pattern.AsSpan().IndexOfAny('M', 'y', 'Y') >= 0 || date.Value!.Precision != DatePrecision.Day) return format;
        for (var i = _dates.FirstStartingAtOrAfter(date.Span.End); i < _dates.Count && i < _dates.FirstStartingAtOrAfter(date.Span.End) + MostDaysOfRange; i++)
        {
            if (_dates[i] is not { Kind: DateKind.Absolute, Format: { } own } end || !own.Pattern.Contains('M', StringComparison.Ordinal)) continue;
            var named = own.Pattern.Contains("MMM", StringComparison.Ordinal);
            if (Moved(end) is { } last && last.Month != moved.Month) return own with { Pattern = named ? "d MMMM" : "dd/MM" };

            // "du 25 au 31 mai" says nothing of zeros, and they are rare before the name of a month.
            return named && date.Value.Day >= FirstOfTwoDigits && format.Pattern == "dd" ? format with { Pattern = "d" } : format;
        }

        return format;
    }
}
