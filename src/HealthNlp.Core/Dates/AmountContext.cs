using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>What an amount of time is, by what stands around it.</summary>
internal static class AmountContext
{
    private const int LeastYearsAlone = 15;
    private const int MostYears = 122;
    private const int HoursOfDay = 24;

    // "3 ans" alone near the top of a report is an age; further down a person must stand close before.
    private const int TopLength = 600;
    private const int PersonReach = 9;
    private const int DirectionReach = 8;

    /// <summary>Whether it says how often: "toutes les 6 heures", "par 24 h", 24h/24, "un jour sur deux".</summary>
    internal static bool IsFrequency(TokenText text, TimeSpanInText amount)
    {
        var before = text.Folded(amount.Start - 1);
        var after = text.Folded(amount.End);
        if (text.SameLine(amount.Start - 1, amount.Start) && ((before is "par" && (amount.IsOne || amount.Unit >= TimeUnit.Hours)) || TimeWords.Per.Value.Contains(before is "les" ? text.Folded(amount.Start - 2) : before))) return true;
        return text.SameLine(amount.End - 1, amount.End) && (after is "/" || after.StartsWith('/')
            || (after is "sur" && (text.Kind(Math.Min(amount.End + 1, text.Count - 1)) == TokenKind.Number || DateWords.NumberOf(text.Folded(amount.End + 1)) > 0)));
    }

    /// <summary>"un an" counts something only after a preposition: "un jour" alone is any day.</summary>
    internal static bool IsIndefinite(TokenText text, TimeSpanInText amount) =>
        amount.IsOne && text.Folded(amount.Start - 1) is not ("d'" or "de" or "a" or "environ") && !TimeWords.Lasting.Value.Contains(text.Folded(amount.Start - 1));

    /// <summary>Whether a word of what lasts stands before: pendant, depuis, "durée :".</summary>
    internal static bool IsLasting(TokenText text, int start)
    {
        var before = Skip(text, start - 1);
        return text.IsNear(before, start) && TimeWords.Lasting.Value.Contains(text.Folded(before));
    }

    /// <summary>Whether a time such as 1h30 is a length: "durée opératoire : 1h30", "pendant 2h30".</summary>
    internal static bool IsLength(TokenText text, int time, int hours)
    {
        if (text.SameLine(time - 1, time) && (text.Folded(time - 1) is "<" or ">" or "≤" or "≥" || (hours < 7 && IsLasting(text, time)))) return true;
        for (var i = time - 1; i >= time - 4 && text.SameLine(i, time) && text.Folded(i) is not ("," or "." or ";"); i--)
        {
            if (TimeWords.Lengths.Value.Contains(text.Folded(i))) return true;
        }

        return false;
    }

    /// <summary>An hour after à, vers, and in "de 18h à 20h".</summary>
    internal static bool IsClock(TokenText text, TimeSpanInText amount)
    {
        if (amount.Unit != TimeUnit.Hours || amount.Value > HoursOfDay || amount.Value != decimal.Floor(amount.Value) || amount.Max is not null || amount.Amounts.Count > 2 || !text.IsNear(amount.Start - 1, amount.Start)) return false;
        var before = text.Folded(amount.Start - 1);
        if (text.Kind(amount.Start - 1) == TokenKind.Date && text.SameLine(amount.Start - 1, amount.Start)) return true;
        if (TimeWords.Clock.Value.Contains(before)) return text.Folded(amount.End) is not ("de" or "d'") || DateWords.Durations.Contains(text.Folded(amount.End + 1));
        return before is "de" or "entre" && text.SameLine(amount.Start, amount.End) && text.Folded(amount.End) is "a" or "et" && IsHour(text, amount.End + 1);
    }

    /// <summary>Whether it is an age: after a person or a word of age, with SA, alone beside a person.</summary>
    internal static bool IsAge(TokenText text, TimeSpanInText amount, int start)
    {
        if (amount.IsGestational) return true;
        if (amount.Unit > TimeUnit.Days || amount.Value > MostYears) return false;
        var before = Skip(text, start - 1);
        if (!text.IsNear(before, start)) return IsAlone(text, amount, start);
        if (TimeWords.Ages.Value.Contains(text.Folded(before))) return true;
        if (text.Folded(before) is "de" or "d'")
        {
            if (TimeWords.Ages.Value.Contains(text.Folded(before - 1))) return true;
            var reach = amount.Unit == TimeUnit.Years ? 4 : 2;
            for (var i = before - 1; i >= before - reach && text.IsNear(i, before) && text.Folded(i) is not ("," or "." or ";" or ":" or "pour" or "depuis" or "sous" or "avec"); i--)
            {
                if (TimeWords.Persons.Value.Contains(text.Folded(i))) return true;
            }

            return false;
        }

        if (amount.Unit != TimeUnit.Years) return false;
        if (text.Folded(before) is "a") return IsHad(text, before) || text.Folded(amount.End) is not ("de" or "d'" or "apres") || amount.Value >= LeastYearsAlone || TimeWords.Born.Value.Contains(text.Folded(before - 1));
        return IsAlone(text, amount, start);
    }

    /// <summary>"à 3 mois": so long after an event.</summary>
    internal static bool IsAfterEvent(TokenText text, TimeSpanInText amount)
    {
        var before = amount.Start - 1;
        return text.IsNear(before, amount.Start) && text.Folded(before) is "a" && !IsHad(text, before) && amount.Unit <= TimeUnit.Days && text.Folded(before - 1) is not "y";
    }

    /// <summary>"il a 12 ans", not "à 12 ans".</summary>
    private static bool IsHad(TokenText text, int a) => TimeWords.Havers.Value.Contains(text.Folded(a - 1)) || TimeWords.Persons.Value.Contains(text.Folded(a - 1));

    /// <summary>"Mme Lorient, 81 ans, veuve"; "(72 ans)"; "l'enfant Paul Lorient, 4 ans".</summary>
    private static bool IsAlone(TokenText text, TimeSpanInText amount, int start)
    {
        if (amount.Unit != TimeUnit.Years || amount.IsOne || IsLasting(text, start)) return false;
        if (amount.End < text.Count && TimeWords.Afterwards.Match(text, amount.End, out _) > 0) return false;
        var last = text.Folded(start - 1) is "," or "." or "(" ? start - 2 : start - 1;
        if (TimeWords.Persons.Value.Contains(text.Folded(last))) return true;

        // A name may end in small letters.
        var afterName = text.SameLine(last, start) && text.Kind(last) == TokenKind.Word && (text.IsCapitalized(last) || text.IsCapitalized(last - 1) || text.IsCapitalized(last - 2));
        if (!text.IsClauseEnd(amount.End) && !afterName) return false;
        if (amount.Value >= LeastYearsAlone && text.IsClauseEnd(amount.End) && text.Span(start).Start < TopLength) return true;
        if (amount.Value < LeastYearsAlone && !afterName) return false;
        for (var i = start - 1; i >= start - PersonReach && text.IsNear(i, start); i--)
        {
            if (TimeWords.Persons.Value.Contains(text.Folded(i))) return true;
        }

        return false;
    }

    /// <summary>"berge antérieure à 11h", "rayon de 2h": a direction, as on the face of a clock.</summary>
    internal static bool IsDirection(TokenText text, int start)
    {
        for (var i = start - 1; i >= start - DirectionReach && text.IsNear(i, start) && text.Folded(i) is not "."; i--)
        {
            if (TimeWords.Directions.Value.Contains(text.Folded(i))) return true;
        }

        return false;
    }

    private static bool IsHour(TokenText text, int i) =>
        i < text.Count && (text.Kind(i) == TokenKind.Time || (text.Kind(i) == TokenKind.Number && i + 1 < text.Count && TimeWords.Unit(text.Folded(i + 1), out var unit) && unit == TimeUnit.Hours));

    /// <summary>Back over colons, comparators and words such as environ.</summary>
    private static int Skip(TokenText text, int i)
    {
        for (var steps = 0; steps < 3 && i > 0 && text.Folded(i) is ":" or "environ" or "presque" or "=" or "<" or ">" or "≤" or "≥" or "opératoire"; steps++) i--;
        return i;
    }
}
