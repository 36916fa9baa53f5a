using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>The day that relative dates and dates without a year are counted from, with the time of the day when it stands beside its date.</summary>
internal readonly record struct ReferenceDay(DateOnly? Day, DateReference Source, TimeOnly? Time = null)
{
    // Where a report without titles has its date.
    private const int HeadLength = 700;

    /// <summary>The date of writing that the caller gives, else the latest whole date of the header, else of the signature, else the end or the beginning of the stay.</summary>
    internal static ReferenceDay Of(Document document, TokenText text, List<(FoundDate Found, WrittenParts Parts)> dates)
    {
        var written = document.Written is { Year: > 200 and < 9800 } ? document.Written : null;
        var (header, signature) = (default(ReferenceDay), default(ReferenceDay));
        foreach (var (found, parts) in dates)
        {
            if (!parts.IsWhole) continue;
            var kind = text.SectionAt(found.Token)?.Kind;
            var inHeader = kind is SectionKind.Header || (kind is null && found.Span.Start < HeadLength);
            if (!(inHeader || kind is SectionKind.Signature) || YearRules.IsBirth(text, found.Token) || YearRules.IsFuture(text, found.Token, text.TokenAt(found.Span.End))) continue;
            var year = parts.HasWholeYear ? parts.Year!.Value : YearRules.Whole(parts.Year!.Value, null, isBirth: false);
            if (parts.Day > DateTime.DaysInMonth(year, parts.Month!.Value)) continue;
            var date = new DateOnly(year, parts.Month.Value, parts.Day!.Value);
            if (written is not null && date != written) continue;
            ref var latest = ref inHeader ? ref header : ref signature;
            if (!(latest.Day > date)) latest = new(date, DateReference.Header, TimeBeside(text, found));
        }

        return written is not null ? new(written, DateReference.Written, header.Time ?? signature.Time)
            : header.Day is not null ? header
            : signature.Day is not null ? signature
            : document.Discharge is { Year: > 200 and < 9800 } discharge ? new(discharge, DateReference.Discharge)
            : document.Admission is { Year: > 200 and < 9800 } admission ? new(admission, DateReference.Admission)
            : default;
    }

    /// <summary>14h30 of "le 12/03/2024 à 14h30".</summary>
    private static TimeOnly? TimeBeside(TokenText text, FoundDate date)
    {
        var next = text.TokenAt(date.Span.End);
        while (next < text.Count && text.SameLine(date.Token, next) && text.Folded(next) is "a" or "," or "-" or ":") next++;
        return text.SameLine(date.Token, next) && text.Kind(next) == TokenKind.Time
            && TimeOnly.TryParse(text.Folded(next).ToString().Replace('h', ':'), System.Globalization.CultureInfo.InvariantCulture, out var time) ? time : null;
    }
}

/// <summary>Which year a date without one, or with two digits, has.</summary>
internal static class YearRules
{
    private const int LongestPlan = 10;
    private const int WindowBefore = 12;
    private const int WindowAfter = 3;
    private const int NearestWindow = 5;

    /// <summary>The year of two digits: this century up to a few years after the writing, for a birth up to the writing; else the last.</summary>
    internal static int Whole(int digits, DateOnly? reference, bool isBirth)
    {
        var last = reference is { } day ? day.Year + (isBirth ? 0 : LongestPlan) : WrittenDate.LastYear;
        return 2000 + digits <= last ? 2000 + digits : 1900 + digits;
    }

    /// <summary>Whether a word of birth stands just before.</summary>
    internal static bool IsBirth(TokenText text, int token)
    {
        for (var i = token - 1; i >= token - 4 && text.IsNear(i, token) && text.Kind(i) != TokenKind.Date; i--)
        {
            if (DateWords.Birth.Contains(text.Folded(i))) return true;
        }

        return false;
    }

    /// <summary>Whether the clause speaks of what may as well be to come as past: "jusqu'au 20/09", "contrôle le 20/09".</summary>
    internal static bool IsNearest(TokenText text, int token)
    {
        for (var i = token - 1; i >= token - NearestWindow && text.IsNear(i, token) && text.Folded(i) is not ("." or ";"); i--)
        {
            if (DateWords.Nearest.Contains(text.Folded(i))) return true;
        }

        return false;
    }

    /// <summary>Whether the clause speaks of what is to come: "prévu le 20/09", "septembre prochain".</summary>
    internal static bool IsFuture(TokenText text, int token, int end)
    {
        if (DateWords.AfterMonth.Contains(text.Folded(end))) return DateWords.Future.Contains(text.Folded(end));
        for (var i = token - 1; i >= token - WindowBefore && text.IsNear(i, token) && text.Folded(i) is not ("." or ";"); i--)
        {
            if (DateWords.Future.Contains(text.Folded(i))) return true;
        }

        for (var i = end; i < end + WindowAfter && text.IsNear(token, i) && text.Folded(i) is not ("." or ";" or "," or "pour"); i++)
        {
            if (DateWords.Future.Contains(text.Folded(i))) return true;
        }

        return false;
    }
}
