using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Absolute dates, whole or in part, as the date layer finds them, and the few that only their context tells. Never what is relative (il y a 2 ans, J5).</summary>
internal sealed class DateDetector : Detector
{
    private static readonly Lazy<PhraseTable<string>> Feasts = new(() => new PhraseTable<string>(Knowledge.Rows("dates.tsv").Where(row => row[0] == "feast").Select(row => (row[1], row[0]))));

    internal override string Name => "dates";

    internal override void Detect(TokenText text, List<Finding> findings) => Detect(text, [], findings);

    internal override void Detect(TokenText text, IReadOnlyList<Finding> names, List<Finding> findings)
    {
        var dates = WithFeasts(text, AbsoluteDates.Find(text)).ConvertAll(date => (Found: date, Parts: PartsReader.Read(text, date.Span, date.IsRangeStart)));
        var birth = new BirthDates(text, names, dates.Select(date => date.Parts));
        var births = new HashSet<(int, int?, int?)>();
        var labels = dates.ConvertAll(date =>
        {
            if (date.Found.IsRangeStart || !birth.Has(date.Found.Token, date.Found.Span, date.Parts)) return IdentifierLabels.IdentifyingDate;
            if (birth.IsLongAgo(date.Parts)) births.Add(Day(birth, date.Parts));
            return IdentifierLabels.BirthDate;
        });

        for (var k = 0; k < dates.Count; k++)
        {
            var (found, parts) = dates[k];
            var label = labels[k];
            if (label != IdentifierLabels.BirthDate)
            {
                // The same day again, in the title of a page for one, is the birth again.
                if (parts.IsWhole && births.Contains(Day(birth, parts))) label = IdentifierLabels.BirthDate;
                else if (!found.IsRangeStart && Editions.Has(text, found.Token, parts.Day is not null)) label = IdentifierLabels.UnidentifyingDate;
            }

            findings.Add(new Finding(WithMisreadYear(text, found), label));
            if (label == IdentifierLabels.BirthDate) AddNumberAfter(text, found.Span.End, findings);
        }

        AddMisreadYears(text, findings);
        AddShortBirths(text, birth, findings);
        foreach (var day in LoneDays.Find(text)) findings.Add(new Finding(day, IdentifierLabels.IdentifyingDate));
    }

    /// <summary>Noël 2023, Vendredi saint 2024: the feast and its year are one date.</summary>
    private static List<FoundDate> WithFeasts(TokenText text, List<FoundDate> dates)
    {
        var result = new List<FoundDate>(dates.Count);
        foreach (var date in dates)
        {
            if (date.Span.Length != 4 || !char.IsAsciiDigit(text.Text[date.Span.Start]) || !text.SameLine(date.Token - 1, date.Token))
            {
                result.Add(date);
                continue;
            }

            var first = date.Token - 1;
            if (text.SameLine(first - 1, first) && Feasts.Value.Match(text, first - 1, out _) == 2) first--;
            else if (Feasts.Value.Match(text, first, out _) == 0 && !(text.Is(first, "ete") && text.Is(first - 1, "depuis")))
            {
                result.Add(date);
                continue;
            }

            if (result.Count > 0 && result[^1].Span.End > text.Span(first).Start) result.RemoveAt(result.Count - 1);
            result.Add(date with { Span = new TextSpan(text.Span(first).Start, date.Span.End), Token = first });
        }

        return result;
    }

    private static (int, int?, int?) Day(BirthDates birth, WrittenParts parts) => (birth.YearOf(parts), parts.Month, parts.Day);

    /// <summary>16 septembre 2O25: the year goes on with letters for digits.</summary>
    private static TextSpan WithMisreadYear(TokenText text, FoundDate date)
    {
        var next = text.TokenAt(date.Span.End);
        return char.IsLetter(text.Text[date.Span.End - 1]) && text.SameLine(next - 1, next) && IsMisreadYear(text, next) ? new TextSpan(date.Span.Start, text.Span(next).End) : date.Span;
    }

    /// <summary>2OO1 after a classification, l998 after en.</summary>
    private static void AddMisreadYears(TokenText text, List<Finding> findings)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!IsMisreadYear(text, i)) continue;
            if (Editions.Has(text, i, hasDay: false)) findings.Add(new Finding(text.Span(i), IdentifierLabels.UnidentifyingDate));
            else if (text.SameLine(i - 1, i) && text.Folded(i - 1) is "en" or "depuis" or "vers") findings.Add(new Finding(text.Span(i), IdentifierLabels.IdentifyingDate));
        }
    }

    private static bool IsMisreadYear(TokenText text, int i)
    {
        if (text[i].Length != 4 || text.Kind(i) == TokenKind.Number && text[i].IndexOfAnyExceptInRange('0', '9') < 0) return false;
        var (year, digits) = (0, 0);
        foreach (var c in text.Folded(i))
        {
            var digit = char.IsAsciiDigit(c) ? c : DateWords.Misread(c);
            if (digit == '\0') return false;
            if (char.IsAsciiDigit(c)) digits++;
            year = (10 * year) + digit - '0';
        }

        return digits is 2 or 3 && WrittenDate.IsYear(year);
    }

    /// <summary>The number of the patient on a label: MARTIN Paul / M / 12.03.1958 / 67118204.</summary>
    private static void AddNumberAfter(TokenText text, int end, List<Finding> findings)
    {
        var first = text.TokenAt(end);
        var at = first;
        while (at < first + 4 && text.SameLine(first - 1, at) && (text.Folded(at) is "/" or "|" or ";" or "-" or "–" or "," or ")" || DateLabelWords.Sexes.Contains(text.Folded(at)))) at++;
        if (!text.SameLine(first - 1, at) || text.Kind(at) is not (TokenKind.Number or TokenKind.Word) || (at == first && text.Span(at).Start - end < 2)) return;
        var span = text.Span(at);
        if (span.Length >= 6 && text[at].IndexOfAnyExceptInRange('0', '9') < 0 && CodeValue.End(text, span.Start) == span.End) findings.Add(new Finding(span, IdentifierLabels.IdentifierCode) { CodeType = "NIPouIPP" });
    }

    /// <summary>1.4.68, 010468 and 3-II-1988, which are dates only where a birth is said.</summary>
    private static void AddShortBirths(TokenText text, BirthDates birth, List<Finding> findings)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Kind(i) != TokenKind.Number || text[i].Length is < 6 or > 8) continue;
            if (text[i].Length == 6 && DateOnly.TryParseExact(text[i], "ddMMyy", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _))
            {
                if (birth.IsLabelled(i)) findings.Add(new Finding(text.Span(i), IdentifierLabels.BirthDate));
                continue;
            }

            if (text[i].Count('.') + text[i].Count('-') != 2) continue;
            var parts = PartsReader.Read(text, text.Span(i), isDay: false);
            if (parts is { IsWhole: true, YearDigits: 2 } && birth.Has(i, text.Span(i), parts)) findings.Add(new Finding(text.Span(i), IdentifierLabels.BirthDate));
        }
    }
}
