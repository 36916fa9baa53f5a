using System.Globalization;

namespace HealthNlp.Pseudonymization;

/// <summary>Numbers of the same written form that belong to nobody.</summary>
internal static class SurrogateNumbers
{
    private const int NationalLength = 9;
    private const int NirLength = 15;
    private const int LeadingZeros = 2;
    private const int ShortestWithZeros = 5;

    /// <summary>The ranges that the regulator (ARCEP, decision 2018-0881) keeps for fiction, by the digit after the 0; the last four digits are free.</summary>
    private static readonly Dictionary<char, string> Fictional = new() { ['1'] = "19900", ['2'] = "26191", ['3'] = "35301", ['4'] = "46571", ['5'] = "53649", ['6'] = "63998", ['7'] = "63998" };

    /// <summary>A phone number of a range reserved for fiction, written as another is; <see langword="null"/> for one that is not French: any other might be somebody's.</summary>
    internal static string? Phone(string words, byte[] print)
    {
        var digits = string.Concat(words.Where(char.IsAsciiDigit));

        // 0612345678, +33612345678, +33 (0)6 12 34 56 78: the national number is the nine last of its digits.
        var start = digits.StartsWith("0033", StringComparison.Ordinal) ? 4 : digits.StartsWith("33", StringComparison.Ordinal) && words.Contains('+', StringComparison.Ordinal) ? 2 : 0;
        if (start < digits.Length && digits[start] == '0') start++;
        if (start == 0 || digits.Length - start < NationalLength) return null;
        var filled = new char[digits.Length];
        for (var i = 0; i < filled.Length; i++) filled[i] = i < start ? digits[i] : Digit(print, i);
        Fictional.GetValueOrDefault(digits[start], Fictional['1']).CopyTo(0, filled, start, 5);
        return Fill(words, filled, char.IsAsciiDigit);
    }

    /// <summary>A code of the same form, which begins with zeros as none that is given to anybody does; a NIR gets a department that does not exist and its right key.</summary>
    internal static string Code(string words, byte[] print)
    {
        var compact = words.Where(char.IsLetterOrDigit).ToArray();
        if (compact.Length == NirLength && compact[0] is '1' or '2' && compact.Skip(1).All(c => char.IsAsciiDigit(c) || c is 'A' or 'B')) return Fill(words, FictionalNir(compact[0], print), char.IsLetterOrDigit);
        var seen = 0;
        for (var i = 0; i < compact.Length; i++)
        {
            if (char.IsAsciiDigit(compact[i])) compact[i] = seen++ < LeadingZeros && compact.Length >= ShortestWithZeros ? '0' : Digit(print, i);
            else compact[i] = (char)((char.IsUpper(compact[i]) ? 'A' : 'a') + (print[i % print.Length] % 26));
        }

        return Fill(words, compact, char.IsLetterOrDigit);
    }

    private static char[] FictionalNir(char sex, byte[] print)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{sex}{print[0] % 100:00}{1 + (print[1] % 12):00}00{print[2] % 100:00}{print[3] % 10}{print[4] % 100:00}{print[5] % 10}");
        return [.. body, .. Nir.KeyOf(long.Parse(body, CultureInfo.InvariantCulture)).ToString("00", CultureInfo.InvariantCulture)];
    }

    private static char Digit(byte[] print, int i) => (char)('0' + (print[i % print.Length] % 10));

    // Those that are replaced take the new ones in order; spaces, points and the rest stay.
    private static string Fill(string words, char[] filled, Func<char, bool> isReplaced)
    {
        var next = 0;
        return string.Concat(words.Select(c => isReplaced(c) ? filled[next++] : c));
    }
}
