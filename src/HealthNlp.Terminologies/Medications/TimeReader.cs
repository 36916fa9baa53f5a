using System.Globalization;
using HealthNlp.Dates;

namespace HealthNlp.Terminologies;

/// <summary>Reads numbers, periods, rhythms and lengths of time of a prescription. Each method tells how many atoms it read, 0 for none.</summary>
internal sealed class TimeReader(Atoms atoms)
{
    private const int LongestEnd = 6;
    private const int MostTimes = 24;
    private const int DaysOfWeek = 7;

    /// <summary>A whole number in digits or words.</summary>
    internal int Number(int i, int end, out int value)
    {
        value = 0;
        if (i >= end) return 0;
        if (atoms.IsNumber(i)) return int.TryParse(atoms[i], NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= 1000 ? 1 : 0;
        return atoms.NumberInWords(i, end, out value);
    }

    /// <summary>The UCUM code of a unit of time; empty when an atom is none.</summary>
    private string Unit(int i, int end) => i >= end || !TimeWords.Unit(atoms[i], out var unit) ? "" : unit switch
    {
        TimeUnit.Years => "a",
        TimeUnit.Months => "mo",
        TimeUnit.Weeks => "wk",
        TimeUnit.Days => "d",
        TimeUnit.Hours => "h",
        TimeUnit.Minutes => "min",
        _ => "",
    };

    /// <summary>A number or a range: <c>2</c>, <c>2 à 3</c>, <c>2-3</c>.</summary>
    internal int Range(int i, int end, out int value, out int? upper)
    {
        upper = null;
        var read = Number(i, end, out value);
        if (read > 0 && i + read + 1 < end && atoms[i + read] is "a" or "-" or "ou" && Number(i + read + 1, end, out var most) is > 0 and var more && most > value)
        {
            upper = most;
            read += 1 + more;
        }

        return read;
    }

    /// <summary>What follows a number of times: <c>/j</c>, <c>par jour</c>, <c>/24h</c>, <c>toutes les 6 heures</c>.</summary>
    internal int Per(int i, int end, out int period, out string unit)
    {
        (period, unit) = (1, "");
        var at = i;
        if (at < end && atoms[at] is "/" or "par" or "q") at++;
        else if (at + 1 < end && atoms[at] is "toutes" or "tous" && atoms[at + 1] is "les") at += 2;
        else return 0;
        var number = Number(at, end, out var length);
        if (number > 0) (period, at) = (length, at + number);
        unit = Unit(at, end);
        return unit is "" or "min" ? 0 : at + 1 - i;
    }

    /// <summary>How many times: <c>x 3/j</c>, <c>3x/j</c>, <c>trois fois par jour</c>, <c>3/j</c>, <c>x3</c>, <c>/8h</c>, <c>toutes les 3 semaines</c>, <c>par jour</c>.</summary>
    internal int Times(int i, int end, FrequencyDraft draft)
    {
        if (DaysOf(i, end, draft) is > 0 and var daysOf) return daysOf;
        if (Weekdays(i, end, draft) is > 0 and var weekdays) return weekdays;
        if (Per(i, end, out var period, out var unit) is > 0 and var alone)
        {
            draft.SetTimes(1, null, period, unit);
            return alone;
        }

        var at = i;
        var taken = at < end && atoms[at] is "en";
        var marked = IsTimes(at, end);
        if (marked || taken) at++;
        var read = Range(at, end, out var times, out var upper);
        if (read == 0 || times is 0 or > MostTimes) return 0;
        at += read;
        if (at < end && (atoms[at] is "fois" or "prises" or "prise" || (!marked && IsTimes(at, end) && !(at + 1 < end && atoms.IsNumber(at + 1)))))
        {
            marked = true;
            at++;
        }
        else if (taken)
        {
            return 0;
        }

        if (Per(at, end, out period, out unit) is > 0 and var per)
        {
            draft.SetTimes(times, upper, period, unit);
            return at + per - i;
        }

        // Without a period: "x 3", but neither "x 7 jours", which is a length, nor "x 500 mg", which is a dose.
        if (!marked || (at < end && ((atoms.IsStuck(at) && !atoms.IsMark(at)) || Unit(at, end).Length > 0 || atoms[at] is "mg" or "g" or "cp" or "ui"))) return 0;
        draft.SetTimes(times, upper, null, null);
        return at - i;
    }

    /// <summary><c>les lundis, mercredis et vendredis</c>, <c>le jeudi</c>, <c>tous les samedis</c>: never <c>lundi prochain</c> nor <c>le lundi 12 mai</c>.</summary>
    private int Weekdays(int i, int end, FrequencyDraft draft)
    {
        var (at, days) = (i, 0);
        while (at < end && at - i < 2 && atoms[at] is "le" or "les" or "tous" or "chaque") at++;
        var isHabit = at > i;
        var read = 0;
        while (at < end && DateWords.WeekdayNumber(atoms[at].TrimEnd('s')) >= 0 && atoms[at].Length > 4)
        {
            isHabit |= atoms[at][^1] == 's';
            days++;
            read = ++at - i;
            while (at < end && atoms[at] is "," or "et" or "-" or "/" or "les" or "le") at++;
        }

        var next = i + read;
        if (days == 0 || !(isHabit || days > 1) || (next < end && (atoms.IsNumber(next) || TimeWords.Next.Value.Contains(atoms[next]) || TimeWords.Last.Value.Contains(atoms[next])))) return 0;
        draft.SetTimes(days, null, 1, "wk");
        return read;
    }

    /// <summary><c>5j/7</c>, <c>1 jour sur 2</c>, <c>21 jours sur 28</c>: so many days of so many.</summary>
    private int DaysOf(int i, int end, FrequencyDraft draft)
    {
        var read = Number(i, end, out var days);
        var unit = Unit(i + read, end);
        if (read == 0 || unit is not ("d" or "wk")) return 0;
        var at = i + read + 1;
        if (at >= end || atoms[at] is not ("/" or "sur") || Number(at + 1, end, out var cycle) is not (> 0 and var more) || cycle <= days || days == 0) return 0;
        at += 1 + more;
        if (at < end && (atoms[at] is "/" || Unit(at, end) is not ("" or "d" or "wk"))) return 0;
        if (cycle == DaysOfWeek && unit == "d") draft.SetTimes(days, null, 1, "wk");
        else draft.SetTimes(days, null, cycle, unit);
        return at - i;
    }

    /// <summary><c>J1 J8 J15</c>, <c>J1 à J7</c>.</summary>
    internal int Days(int i, int end, FrequencyDraft draft)
    {
        var days = new List<int>();
        var (at, read) = (i, 0);
        while (at + 1 < end && atoms[at] is "j" && atoms.IsNumber(at + 1) && int.TryParse(atoms[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 0 and <= 60)
        {
            var range = days.Count > 0 && at > i && atoms[at - 1] is "a" or "au" or "-";
            if (range && day > days[^1]) days.AddRange(Enumerable.Range(days[^1] + 1, day - days[^1]));
            else days.Add(day);
            at += 2;
            read = at - i;
            if (at < end && atoms[at] is "," or "et" or "a" or "au" or "-" or "/") at++;
        }

        if (days.Count < 2) return 0;
        draft.Days = days;
        return read;
    }

    /// <summary>A number and a unit of time: <c>7 jours</c>, <c>3 à 6 mois</c>, <c>x 7 j</c>.</summary>
    internal int Length(int i, int end, out int value, out int? upper, out string unit)
    {
        unit = "";
        var at = IsTimes(i, end) ? i + 1 : i;
        var read = Range(at, end, out value, out upper);
        unit = Unit(at + read, end);
        return read == 0 || unit.Length == 0 ? 0 : at + read + 1 - i;
    }

    /// <summary>How many atoms the words of an end take: <c>12/03/2025</c>, <c>la consultation</c>.</summary>
    internal int End(int i, int end)
    {
        var at = i;
        while (at < end && at - i < LongestEnd && atoms[at] is not ("," or ";" or "." or "(" or ")" or ":" or "puis" or "et")) at++;
        return at - i;
    }

    private bool IsTimes(int i, int end) => i < end && atoms[i] is "x" or "×" or "*";
}
