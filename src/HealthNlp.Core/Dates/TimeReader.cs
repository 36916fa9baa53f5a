using System.Globalization;
using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Reads what is no date of the calendar: relative dates, durations, times of the day, ages. One walk over the tokens between the absolute dates.</summary>
internal sealed class TimeReader(Document document, TokenText text, NormalizedText normalized, ReferenceDay reference, List<DateMention> mentions)
{
    private const int AnchorReach = 4;
    private const int LongestWayBack = 200;
    private const string Chemotherapy = "chemotherapy";

    // Where the next absolute date begins, in the raw text.
    private int _limit = int.MaxValue;

    // The last whole date, with its place in the normalised text: la veille, le lendemain, 3 jours plus tard are counted from it.
    private (DateOnly? Day, int End) _last;

    /// <summary>Reads the tokens from <paramref name="first"/> to the one before <paramref name="end"/>.</summary>
    /// <param name="first">The first token.</param>
    /// <param name="end">The token after the last.</param>
    /// <param name="last">The whole date that stands before, when events may be counted from it.</param>
    internal void Read(int first, int end, DateOnly? last = null)
    {
        _last = (last, first > 0 ? text.Span(first - 1).End : 0);
        _limit = end < text.Count ? normalized.Map.ToRaw(text.Span(end)).Start : int.MaxValue;
        for (var i = first; i < end;) i = Math.Max(i + 1, At(i));
    }

    /// <summary>Adds what begins at a token.</summary>
    /// <returns>The token after it.</returns>
    private int At(int i) => text.Kind(i) switch
    {
        TokenKind.Word => Word(i),
        TokenKind.Number => AmountReader.At(text, i) is { } amount ? Amount(amount) : i,
        TokenKind.Time => Clock(i),
        TokenKind.Unit => Offsets(i),
        _ => i,
    };

    private int Word(int i)
    {
        if (Offsets(i) is var afterOffset && afterOffset > i) return afterOffset;
        if (TimeWords.Whole.Match(text, i, out var phrase) is > 0 and var length) return Phrase(i, i + length, phrase);
        if (TimeWords.Distances.Match(text, i, out var side) is > 0 and var words && Distance(i, i + words, side == "ago" ? -1 : 1) is > 0 and var afterDistance) return afterDistance;
        if (Named(i) is > 0 and var afterName) return afterName;
        if (text.Folded(i) is "midi" or "minuit") return Noon(i);
        return AmountReader.At(text, i) is { } amount ? Amount(amount) : i;
    }

    private int Phrase(int start, int end, TimePhrase phrase)
    {
        while (text.SameLine(start, end) && TimeWords.PartsOfDay.Value.Contains(text.Folded(end))) end++;
        Relative(start, end, [new TimeAmount(Math.Abs(phrase.Count), phrase.Unit)], null, Math.Sign(phrase.Count), phrase.FromEvent, !OfEvent(end));
        return end;
    }

    /// <summary>il y a environ 3 mois, dans 15 jours.</summary>
    private int Distance(int start, int at, int sign)
    {
        while (at < text.Count && TimeWords.About.Match(text, at, out _) is > 0 and var about) at += about;
        if (at >= text.Count || !text.IsNear(start, at) || AmountReader.At(text, at) is not { } amount || amount.IsGestational) return 0;
        Relative(start, amount.End, amount.Amounts, amount.Max, sign, fromEvent: false);
        return amount.End;
    }

    /// <summary>lundi dernier, l'été prochain.</summary>
    private int Named(int i)
    {
        if (!text.SameLine(i, i + 1)) return 0;
        var sign = TimeWords.Last.Value.Contains(text.Folded(i + 1)) ? -1 : TimeWords.Next.Value.Contains(text.Folded(i + 1)) ? 1 : 0;
        if (sign == 0) return 0;
        var (weekday, season) = (DateWords.WeekdayNumber(text.Folded(i)), DateWords.SeasonOf(text.Folded(i)));
        if (weekday < 0 && season is null) return 0;
        var start = season is not null && text.SameLine(i - 1, i) && text.Folded(i - 1) is "l'" or "le" ? i - 1 : i;
        var value = reference.Day is not { } day ? null : season is { } named ? RelativeDays.SeasonNear(day, named, sign) : RelativeDays.Weekday(day, weekday, sign);
        Add(new DateMention(Raw(start, i + 2), DateKind.Relative)
        {
            Value = value,
            Direction = sign < 0 ? DateDirection.Past : DateDirection.Future,
            Reference = reference.Source,
            ReferenceDate = reference.Day,
        });
        return i + 2;
    }

    /// <summary>J5; M3 puis M6; J1-J8; C2J8, a day of a cycle of chemotherapy.</summary>
    private int Offsets(int i)
    {
        var start = text.Span(i).Start;
        var at = DayOffset.AfterCycle(text.Text, start);
        var anchor = at > start ? Chemotherapy : null;
        var listed = mentions.Count > 0 && mentions[^1].Kind == DateKind.Relative && text.Folded(i - 1) is "," or "et" or "puis" or "-" or "/" or "a" && i > 1 && _lastOffsetEnd == i - 1;
        var token = i;
        while (at < text.Text.Length && DayOffset.Read(text, token, listed, at, out var count, out var unit) is > 0 and var end)
        {
            token = text.TokenAt(end);
            Add(new TextSpan(start, end), [new TimeAmount(Math.Abs(count), unit)], null, Math.Sign(count), fromEvent: true, anchor ?? Anchor(token));
            (listed, at, start) = (true, end + 1, end + 1);
            if (end >= text.Text.Length || text.Text[end] is not ('-' or '/')) break;
        }

        if (token > i) _lastOffsetEnd = token;
        return token;
    }

    private int _lastOffsetEnd = -1;

    private int Noon(int i)
    {
        if (!text.SameLine(i - 1, i) || !(TimeWords.Clock.Value.Contains(text.Folded(i - 1)) || text.Folded(i - 1) is "avant")) return i;
        Add(new DateMention(Raw(i, i + 1), DateKind.Time) { Time = new TimeOnly(text.Is(i, "midi") ? 12 : 0, 0) });
        return i + 1;
    }

    /// <summary>21h30, 14:30; 1h30 may be a length.</summary>
    private int Clock(int i)
    {
        Span<int> parts = stackalloc int[3];
        var (count, inNumber) = (0, false);
        foreach (var c in text[i])
        {
            if (!char.IsAsciiDigit(c)) (inNumber, _) = (false, 0);
            else
            {
                if (!inNumber) count++;
                parts[count - 1] = (parts[count - 1] * 10) + c - '0';
                inNumber = true;
            }
        }

        if (text[i].ContainsAny('h', 'H') && AmountContext.IsLength(text, i, parts[0]))
        {
            Add(new DateMention(Raw(i, i + 1), DateKind.Duration) { Amounts = [new(parts[0], TimeUnit.Hours), new(parts[1], TimeUnit.Minutes)] });
        }
        else if (parts[1] < 60 && parts[2] < 60)
        {
            Add(new DateMention(Raw(i, i + 1), DateKind.Time) { Time = new TimeOnly(parts[0] % 24, parts[1], parts[2]) });
        }

        return i + 1;
    }

    private int Amount(TimeSpanInText amount)
    {
        if (AmountContext.IsFrequency(text, amount) || (amount.Unit == TimeUnit.Hours && AmountContext.IsDirection(text, amount.Start))) return amount.End;
        if (AmountContext.IsAge(text, amount, ListStart(amount.Start))) return Ages(amount);
        var lasting = AmountContext.IsLasting(text, amount.Start);
        if (!lasting && amount.End < text.Count && text.SameLine(amount.End - 1, amount.End) && TimeWords.Afterwards.Match(text, amount.End, out var side) is > 0 and var after)
        {
            var end = amount.End + after;
            var fromLast = amount.Max is null && (end >= text.Count || text.IsClauseEnd(end) || text.Folded(end - 1) is not ("apres" or "avant"));
            Relative(amount.Start, end, amount.Amounts, amount.Max, side == "later" ? 1 : -1, fromEvent: true, fromLast);
            return end;
        }

        if (AmountContext.IsIndefinite(text, amount)) return amount.End;
        if (AmountContext.IsClock(text, amount))
        {
            Add(new DateMention(Raw(amount.Start, amount.End), DateKind.Time) { Time = new TimeOnly((int)amount.Value % 24, amount.Amounts.Count > 1 ? (int)amount.Amounts[1].Value : 0) });
        }
        else if (!lasting && AmountContext.IsAfterEvent(text, amount)) Relative(amount.Start, amount.End, amount.Amounts, amount.Max, 1, fromEvent: true);
        else Add(new DateMention(Raw(amount.Start, amount.End), DateKind.Duration) { Amounts = amount.Amounts, AmountMax = amount.Max });
        return amount.End;
    }

    /// <summary>An age, and those before it in a list: 8 in "de 8 et 12 ans".</summary>
    private int Ages(TimeSpanInText amount)
    {
        for (var i = ListStart(amount.Start); i < amount.Start; i += 2)
        {
            Add(new DateMention(Raw(i, i + 1), DateKind.Age) { Amounts = [new(int.Parse(text[i], CultureInfo.InvariantCulture), amount.Unit)] });
        }

        Add(new DateMention(Raw(amount.Start, amount.End), DateKind.Age) { Amounts = amount.Amounts, AmountMax = amount.Max, IsGestational = amount.IsGestational });
        return amount.End;
    }

    /// <summary>The first number of "8, 10 et 12".</summary>
    private int ListStart(int number)
    {
        var start = number;
        while (number - start < 12 && start > 1 && text.SameLine(start - 2, number) && text.Folded(start - 1) is "et" or "," or "ou" && text.Kind(start - 2) == TokenKind.Number && text[start - 2].Length <= 2) start -= 2;
        return start;
    }

    /// <summary>"la veille de la pose", "le lendemain du geste": the words after say from what it is counted.</summary>
    private bool OfEvent(int next) => text.SameLine(next - 1, next) && text.Folded(next) is "de" or "d'" or "du" or "des";

    private void Relative(int start, int end, List<TimeAmount> amounts, decimal? max, int sign, bool fromEvent, bool fromLast = false)
    {
        var anchor = fromEvent ? Anchor(end) : null;
        var span = text.Span(start, end);
        if (fromEvent && fromLast && anchor is null && LastDay(span.Start) is { } day) AddCounted(span, amounts, sign, day);
        else Add(span, amounts, max, sign, fromEvent, anchor);
    }

    /// <summary>The whole date that stands shortly before in the same paragraph.</summary>
    private DateOnly? LastDay(int at) =>
        _last.Day is { } day && at - _last.End <= LongestWayBack && !text.Text.AsSpan(_last.End, at - _last.End).Contains("\n\n", StringComparison.Ordinal) ? day : null;

    private void AddCounted(TextSpan span, List<TimeAmount> amounts, int sign, DateOnly day)
    {
        var value = RelativeDays.Count(day, amounts, sign);
        Add(new DateMention(normalized.Map.ToRaw(span), DateKind.Relative)
        {
            Value = value,
            Amounts = amounts,
            Direction = DirectionOf(sign),
            Reference = DateReference.Mention,
            ReferenceDate = day,
        });

        // What follows is counted from here on.
        _last = (value is { Precision: DatePrecision.Day, Earliest: { } next } ? next : null, span.End);
    }

    private void Add(TextSpan span, List<TimeAmount> amounts, decimal? max, int sign, bool fromEvent, string? anchor)
    {
        var (day, source) = fromEvent
            ? (anchor switch { "admission" => document.Admission, "discharge" => document.Discharge, _ => null }, DateReference.Anchor)
            : (reference.Day, reference.Source);
        var moment = fromEvent ? null : RelativeDays.Moment(reference, amounts, sign);
        Add(new DateMention(normalized.Map.ToRaw(span), DateKind.Relative)
        {
            Value = moment is { } at ? PartialDate.Of(DateOnly.FromDateTime(at)) : day is { Year: > 200 and < 9800 } from ? RelativeDays.Count(from, amounts, sign) : null,
            Time = moment is { } hour ? TimeOnly.FromDateTime(hour) : null,
            Amounts = amounts,
            AmountMax = max,
            Direction = DirectionOf(sign),
            Reference = source,
            ReferenceDate = day,
            Anchor = anchor,
        });
    }

    private static DateDirection DirectionOf(int sign) => sign switch { < 0 => DateDirection.Past, > 0 => DateDirection.Future, _ => DateDirection.None };

    /// <summary>The event named after a relative date: "de l'intervention", "post-opératoire".</summary>
    private string? Anchor(int next)
    {
        for (var i = next; i < next + AnchorReach && text.IsNear(next - 1, i) && text.Folded(i) is not ("." or "," or ";" or ":"); i++)
        {
            if (TimeWords.Anchor(text.Folded(i)) is { } anchor) return anchor;
        }

        return null;
    }

    private void Add(DateMention mention)
    {
        if (mention.Span.End <= _limit) mentions.Add(mention);
    }

    private TextSpan Raw(int start, int end) => normalized.Map.ToRaw(text.Span(start, end));
}
