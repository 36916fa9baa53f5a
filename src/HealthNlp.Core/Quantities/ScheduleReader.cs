namespace HealthNlp.Quantities;

/// <summary>
/// Reads what is taken in the morning, at noon, in the evening and at night: <c>1-0-1</c>, <c>½-0-½</c>, <c>1 - 1 - 1</c>; with a zero also <c>1.0.1</c>,
/// <c>1/0/1</c> and <c>1 0 1</c>.
/// </summary>
internal static class ScheduleReader
{
    private const int Fewest = 3;
    private const int Most = 4;
    private const decimal LargestDose = 4;
    private const int MostDigits = 2;

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="doses">The doses in order of the day.</param>
    /// <param name="end">The position after it.</param>
    /// <param name="needsUnit">Whether it holds more than is counted in tablets and means units only: 12-10-14 UI.</param>
    internal static bool TryRead(ReadOnlySpan<char> text, int at, out IReadOnlyList<decimal> doses, out int end, out bool needsUnit)
    {
        needsUnit = false;
        var read = new List<decimal>(Most);
        (doses, end) = (read, at);

        // Nearly all numbers are none: a look at the second character that counts.
        if (at > 0 && text[at - 1] is '-' or '/') return false;
        var next = at;
        var delimiter = '-';
        while (read.Count < Most + 1 && TryDose(text, next, out var dose, out var doseEnd))
        {
            read.Add(dose);
            end = doseEnd;
            if (doseEnd + 1 >= text.Length) break;
            if (text[doseEnd] is '.' or '/' or ' ' && char.IsAsciiDigit(text[doseEnd + 1]) && (read.Count == 1 || delimiter == text[doseEnd]))
            {
                (delimiter, next) = (text[doseEnd], doseEnd + 1);
                continue;
            }

            var mark = NumberReader.SkipSpaces(text, doseEnd);
            if (delimiter != '-' || mark >= text.Length || text[mark] != '-') break;
            next = NumberReader.SkipSpaces(text, mark + 1);
        }

        needsUnit = read.Exists(dose => dose > LargestDose + 0.5m);
        return read.Count is >= Fewest and <= Most && (needsUnit ? delimiter == '-' : IsSchedule(read) && (delimiter == '-' || read.Contains(0))) && (needsUnit || !GoesOn(text, end));
    }

    /// <summary>Levels of the spine and grades rise (1-2-3); a schedule has a zero, a repeated dose or a fall.</summary>
    private static bool IsSchedule(List<decimal> doses)
    {
        if (doses.TrueForAll(dose => dose == 0)) return false;
        if (doses.Contains(0)) return true;
        for (var i = 1; i < doses.Count; i++)
        {
            if (doses[i] <= doses[i - 1]) return true;
        }

        return false;
    }

    private static bool TryDose(ReadOnlySpan<char> text, int at, out decimal dose, out int end)
    {
        (dose, end) = (0, at);
        if (at >= text.Length) return false;
        if (NumberReader.Fraction(text[at]) is > 0 and var fraction)
        {
            (dose, end) = (fraction, at + 1);
            return true;
        }

        for (end = at; end < text.Length && end - at < MostDigits && char.IsAsciiDigit(text[end]); end++) dose = (dose * 10) + text[end] - '0';
        if (end == at) return false;
        if (dose > LargestDose) return true;
        if (end < text.Length && NumberReader.Fraction(text[end]) is > 0 and var added) (dose, end) = (dose + added, end + 1);
        else if (end + 1 < text.Length && text[end] is ',' or '.' && text[end + 1] == '5') (dose, end) = (dose + 0.5m, end + 2);
        else if (end + 1 < text.Length && text[end] == '/' && dose is 1 or 3 && text[end + 1] is '2' or '4') (dose, end) = (dose / (text[end + 1] - '0'), end + 2);
        return true;
    }

    private static bool GoesOn(ReadOnlySpan<char> text, int end) =>
        end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '/' or ',' or '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])));
}
