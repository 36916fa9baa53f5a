using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Gives the absolute dates of a text the years and months that they leave to their neighbours or to the day of writing, and the periods between them.</summary>
internal sealed class AbsoluteResolver
{
    private const int MostBetween = 3;

    // A treatment or a consultation that a report announces without a year is a matter of weeks.
    private const int LongestAhead = 92;

    private readonly TokenText _text;
    private readonly NormalizedText _normalized;
    private readonly ReferenceDay _reference;
    private readonly Entry[] _dates;

    internal AbsoluteResolver(TokenText text, NormalizedText normalized, ReferenceDay reference, List<(FoundDate Found, WrittenParts Parts)> dates)
    {
        (_text, _normalized, _reference) = (text, normalized, reference);
        _dates = [.. dates.Select(date => new Entry(date.Found, date.Parts))];
    }

    internal void AddTo(List<DateMention> mentions)
    {
        for (var k = 0; k < _dates.Length; k++)
        {
            if (k + 1 < _dates.Length) _dates[k].Link = LinkAfter(k);
            if (_dates[k].Year is { } digits && _dates[k].Parts.YearDigits == 2)
            {
                (_dates[k].Year, _dates[k].Source) = (YearRules.Whole(digits, _reference.Day, YearRules.IsBirth(_text, _dates[k].Found.Token)), _reference.Source);
            }
        }

        for (var k = _dates.Length - 2; k >= 0; k--) TakeFromNext(k);
        for (var k = 1; k < _dates.Length; k++) TakeFromLast(k);
        for (var k = _dates.Length - 1; k >= 0; k--)
        {
            if (k + 1 < _dates.Length) TakeFromNext(k);
            if (_dates[k].Year is null) TakeFromReference(_dates[k]);
        }

        var first = mentions.Count;
        foreach (var date in _dates) mentions.Add(Mention(date));
        for (var k = 0; k + 1 < _dates.Length; k++)
        {
            if (_dates[k].Link != Link.Range) continue;
            var (start, end) = (mentions[first + k], mentions[first + k + 1]);
            mentions.Add(new DateMention(start.Span.Union(end.Span), DateKind.Period) { Start = start, End = end });
        }
    }

    /// <summary>The year, and for a day alone the month, of the next date of a list or range.</summary>
    private void TakeFromNext(int k)
    {
        var (date, next) = (_dates[k], _dates[k + 1]);
        if (date.Link == Link.None) return;
        if (date.Found.IsRangeStart && date.Month is null && next.Month is { } month)
        {
            var previous = date.Link == Link.Range && date.Parts.Day > next.Parts.Day;
            (date.Month, date.Season) = (previous ? ((month + 10) % 12) + 1 : month, null);
        }

        if (date.Year is not null || next.Year is not { } year || date.Month is null) return;
        (date.Year, date.Source) = (date.Link == Link.Range && next.Month is not null && IsAfter(date, next) ? year - 1 : year, DateReference.Mention);
    }

    private void TakeFromLast(int k)
    {
        var (last, date) = (_dates[k - 1], _dates[k]);
        if (last.Link == Link.None || date.Year is not null || last.Year is not { } year || date.Month is null) return;
        (date.Year, date.Source) = (last.Link == Link.Range && last.Month is not null && IsAfter(last, date) ? year + 1 : year, DateReference.Mention);
    }

    /// <summary>The latest such date that is not after the day of reference, or when the clause speaks of what is to come the first that is not before it.</summary>
    private void TakeFromReference(Entry date)
    {
        if (_reference.Day is not { } day || date.Parts.Problem != DateProblem.None || (date.Month is null && date.Parts.AfterEaster is null)) return;
        var isFuture = YearRules.IsFuture(_text, date.Found.Token, _text.TokenAt(date.Found.Span.End)) && !YearRules.IsBirth(_text, date.Found.Token);
        var step = isFuture ? 1 : -1;
        date.Source = _reference.Source;

        // 29/02 is there every fourth year.
        for (var year = day.Year - step; Math.Abs(year - day.Year) <= 8; year += step)
        {
            if (date.In(year) is not { } value) continue;
            if (isFuture ? value.Latest < day : value.Earliest > day) continue;
            date.Year = year;
            break;
        }

        // "jusqu'au 12/07", "contrôle le 12/07" in a report of the end of June: the end of what goes on lies ahead when that is the nearer.
        if (isFuture || date.Year is not { } past || !YearRules.IsNearest(_text, date.Found.Token) || date.In(past + 1)?.Earliest is not { } ahead) return;
        if (ahead.DayNumber - day.DayNumber <= LongestAhead) date.Year = past + 1;
    }

    private DateMention Mention(Entry date)
    {
        var problem = date.Parts.Problem;
        var value = problem == DateProblem.None ? date.In(date.Year) : null;
        if (value is null && problem == DateProblem.None && date.Parts.AfterEaster is null && date.Month is not null) problem = DateProblem.NoSuchDay;
        return new DateMention(_normalized.Map.ToRaw(date.Found.Span), DateKind.Absolute)
        {
            Value = value is null ? null : value with { Part = date.Parts.Day is null ? date.Parts.Part : DatePart.Whole, YearInferred = !date.Parts.HasWholeYear && date.Year is not null },
            Format = date.Parts.Format,
            Problem = problem,
            Reference = date.Source,
            ReferenceDate = date.Source is DateReference.None or DateReference.Mention ? null : _reference.Day,
        };
    }

    /// <summary>Whether two dates are items of a list or the bounds of a range: nothing but a few link words between.</summary>
    private Link LinkAfter(int k)
    {
        var (left, right) = (_dates[k].Found, _dates[k + 1].Found);
        if (right.Span.Start - left.Span.End == 1) return _text.Text[left.Span.End] is '-' ? Link.Range : _text.Text[left.Span.End] is '/' ? Link.List : Link.None;
        var (first, end) = (_text.TokenAt(left.Span.End), _text.TokenAt(right.Span.Start));
        if (end - first is 0 or > MostBetween || !_text.IsNear(left.Token, right.Token)) return Link.None;
        var link = Link.List;
        for (var i = first; i < end; i++)
        {
            var word = _text.Folded(i);
            if (!DateWords.BetweenDates.Contains(word)) return Link.None;
            if (!char.IsLetter(word[0]) && !_text.SameLine(first - 1, end)) return Link.None;
            if (word is "au" or "a" or "-" || (word is "et" && IsBetween(left.Token))) link = Link.Range;
        }

        return link;
    }

    /// <summary>"entre 2015 et 2018", "entre le 3 et le 9 mai".</summary>
    private bool IsBetween(int token) => _text.Is(token - 1, "entre") || (_text.Is(token - 1, "le") && _text.Is(token - 2, "entre"));

    private static bool IsAfter(Entry date, Entry other) => (date.Month, date.Parts.Day ?? 0).CompareTo((other.Month, other.Parts.Day ?? 31)) > 0;

    private enum Link
    {
        None,
        List,
        Range,
    }

    private sealed class Entry(FoundDate found, WrittenParts parts)
    {
        internal FoundDate Found { get; } = found;

        internal WrittenParts Parts { get; } = parts;

        internal Link Link { get; set; }

        internal int? Year { get; set; } = parts.Year;

        internal int? Month { get; set; } = parts.Month;

        internal Season? Season { get; set; } = parts.Season;

        internal DateReference Source { get; set; }

        /// <summary>The date in a year; <see langword="null"/> when that year has no such day.</summary>
        internal PartialDate? In(int? year)
        {
            // A neighbour of a date at the end of the calendar may fall outside it.
            if (year is < 1 or > 9999) return null;
            if (Parts.AfterEaster is { } days) return year is { } known ? PartialDate.Of(Easter(known).AddDays(days)) : null;
            if (Parts.Day is { } day && year is { } inYear && Month is { } month && day > DateTime.DaysInMonth(inYear, month)) return null;
            if (Parts.Day is not null && Month is null) return null;
            return new PartialDate { Year = year, Month = Month, Day = Parts.Day, Season = Season };
        }

        // Meeus, Jones and Butcher's rule for the Gregorian calendar.
        private static DateOnly Easter(int year)
        {
            var (a, b, c) = (year % 19, year / 100, year % 100);
            var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
            var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
            var m = (a + (11 * h) + (22 * l)) / 451;
            return new DateOnly(year, (h + l - (7 * m) + 114) / 31, ((h + l - (7 * m) + 114) % 31) + 1);
        }
    }
}
