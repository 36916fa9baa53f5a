using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>Reads all that a text says of time: finds the absolute dates, the day of reference among them, resolves them, then reads what stands between.</summary>
internal static class DateReader
{
    internal static SpanIndex<DateMention> Read(Document document, NormalizedText normalized, TokenText text, CancellationToken cancellationToken)
    {
        var dates = new List<(FoundDate Found, WrittenParts Parts)>();
        foreach (var found in WrittenDates.Find(text))
        {
            if ((dates.Count & 0x3FF) == 0) cancellationToken.ThrowIfCancellationRequested();
            dates.Add((found, PartsReader.Read(text, found.Span, found.IsRangeStart) with { Part = WrittenDates.PartBefore(text, found) }));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var reference = ReferenceDay.Of(document, text, dates);
        var mentions = new List<DateMention>();
        new AbsoluteResolver(text, normalized, reference, dates).AddTo(mentions);
        cancellationToken.ThrowIfCancellationRequested();
        var reader = new TimeReader(document, text, normalized, reference, mentions);
        var (first, last) = (0, default(DateOnly?));
        var ends = mentions.Where(mention => mention.End is not null).Select(mention => mention.End!).ToHashSet(ReferenceEqualityComparer.Instance);
        for (var k = 0; k < dates.Count; k++)
        {
            var found = dates[k].Found;
            if ((k & 0xFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            reader.Read(first, text.TokenAt(found.Span.Start), last);
            first = Math.Max(first, text.TokenAt(found.Span.End));

            // The mentions of the dates come first, in the same order. The day before a stay is not the day before its end.
            last = mentions[k] is { Value: { Precision: DatePrecision.Day } value } date && !ends.Contains(date) && !YearRules.IsBirth(text, found.Token) ? value.Earliest : null;
            if (TimeAfter(text, found.Span.End) is { } time) mentions.Add(new DateMention(normalized.Map.ToRaw(time), DateKind.Time) { Time = TimeOnly.Parse(text.Text.AsSpan(time.Start, time.Length), System.Globalization.CultureInfo.InvariantCulture) });
        }

        reader.Read(first, text.Count, last);
        return new SpanIndex<DateMention>(mentions);
    }

    /// <summary>14:30 in 2024-03-12T14:30.</summary>
    private static TextSpan? TimeAfter(TokenText text, int date) =>
        date + 6 <= text.Text.Length && text.Text[date] == 'T' && TimeOnly.TryParseExact(text.Text.AsSpan(date + 1, 5), "HH:mm", out _) ? TextSpan.FromLength(date + 1, 5) : null;
}

/// <summary>The absolute dates of a text with their weekdays, without those that are addresses.</summary>
internal static class WrittenDates
{
    private const int EditionReach = 3;
    private const int YearLength = 4;

    internal static List<FoundDate> Find(TokenText text)
    {
        var dates = new List<FoundDate>();
        foreach (var found in AbsoluteDates.Find(text))
        {
            if (IsStreet(text, found.Token) || IsEdition(text, found)) continue;
            if (dates.Count > 0 && dates[^1].Span.Overlaps(found.Span)) dates.RemoveAt(dates.Count - 1);

            // Noël 2023 is one date.
            if (dates.Count > 0 && dates[^1].Span.End + 1 == found.Span.Start && found.Span.Length == 4 && char.IsLetter(text.Text[dates[^1].Span.Start]) && char.IsLetter(text.Text[dates[^1].Span.End - 1]))
            {
                dates[^1] = dates[^1] with { Span = dates[^1].Span.Union(found.Span) };
            }
            else dates.Add(WithWeekday(text, found));
        }

        return dates;
    }

    /// <summary>début, mi, fin before a month or a year.</summary>
    internal static DatePart PartBefore(TokenText text, FoundDate found)
    {
        var token = text.Span(found.Token);
        if (found.Span.Start > token.Start && text.FoldedText.AsSpan(token.Start).StartsWith("mi-")) return DatePart.Middle;
        return text.IsNear(found.Token - 1, found.Token) ? DateWords.PartOf(text.Folded(found.Token - 1)) : DatePart.Whole;
    }

    private static FoundDate WithWeekday(TokenText text, FoundDate found)
    {
        if (found.IsRangeStart) return found;
        var before = found.Token - 1;
        if (before > 0 && text.Folded(before) is "." or "," && text.SameLine(before, found.Token)) before--;
        if (!text.IsNear(before, found.Token) || DateWords.WeekdayNumber(text.Folded(before)) < 0 || (before < found.Token - 1 && text.Is(found.Token - 1, ",") && text.Folded(before).Length == 3)) return found;
        var isDay = char.IsAsciiDigit(text.FoldedText[found.Span.Start]) || DateWords.NumberOf(text.Folded(found.Token)) > 0;
        return isDay && found.Span.Length > 4 - 1 ? found with { Span = new TextSpan(text.Span(before).Start, found.Span.End), Token = before } : found;
    }

    /// <summary>"UICC 2017": the edition of a classification, no time of the patient; "selon l'OMS en 2017" is one.</summary>
    private static bool IsEdition(TokenText text, FoundDate found) =>
        found.Span.Length == YearLength && text.IsBefore(found.Token, EditionReach, DateWords.Edition) && !DateWords.BeforeMonth.Contains(text.Folded(found.Token - 1));

    /// <summary>"12 rue du 11 Novembre", "avenue du 8 mai 1945".</summary>
    private static bool IsStreet(TokenText text, int token)
    {
        if (!text.IsNear(token - 1, token) || text.Folded(token - 1) is not ("du" or "le" or "de")) return false;
        return text.SameLine(token - 2, token) && DateWords.Streets.Contains(text.Folded(token - 2)) && text.Folded(token - 2) is not ("cours" or "hopital" or "place");
    }
}
