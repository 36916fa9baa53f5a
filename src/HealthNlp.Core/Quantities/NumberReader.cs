namespace HealthNlp.Quantities;

/// <summary>A number as written: <c>11.10^9</c> has mantissa 11 and power 9.</summary>
/// <param name="Mantissa">What stands before the power of ten.</param>
/// <param name="Power">The power of ten, 0 without one.</param>
/// <param name="End">The position after it.</param>
internal readonly record struct WrittenNumber(decimal Mantissa, int Power, int End)
{
    internal decimal Value
    {
        get
        {
            var value = Mantissa;
            for (var i = 0; i < Power; i++) value *= 10;
            for (var i = 0; i > Power; i--) value /= 10;
            return value;
        }
    }
}

/// <summary>Reads numbers as French clinicians write them: <c>1 000,5</c>, <c>187.000</c>, <c>½</c>, <c>10⁹</c>, <c>1,2.10^5</c>, <c>8 x 10^9</c>.</summary>
internal static class NumberReader
{
    // decimal holds 28 digits; a value with more than 15 is none of a report.
    private const int MostDigits = 15;
    private const int LargestPower = 12;

    /// <summary>Reads the number at a position of the normalised text.</summary>
    /// <param name="text">The text up to where the number may go.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="groupsEnd">How far spaces may part thousands: the end of the token.</param>
    /// <param name="number">The number.</param>
    internal static bool TryRead(ReadOnlySpan<char> text, int at, int groupsEnd, out WrittenNumber number)
    {
        number = default;
        if (at >= text.Length) return false;
        if (Fraction(text[at]) is > 0 and var fraction)
        {
            number = new WrittenNumber(fraction, 0, at + 1);
            return true;
        }

        if (!TryDecimal(text, at, groupsEnd, out var mantissa, out var end)) return false;
        if (mantissa == 10 && end == at + 2 && TryPower(text, end, out var power, out var powerEnd))
        {
            number = new WrittenNumber(1, power, powerEnd);
            return true;
        }

        // 1.10e7, 2e6
        if (end < text.Length && text[end] is 'e' or 'E' && TryDigits(text, end + 1, out power, out powerEnd) && (powerEnd == text.Length || !char.IsLetter(text[powerEnd])))
        {
            number = new WrittenNumber(mantissa, power, powerEnd);
            return true;
        }

        number = new WrittenNumber(mantissa, 0, end);
        var times = SkipSpaces(text, end);
        if (times < text.Length && text[times] is '.' or 'x' or 'X' or '×' or '*' && (text[times] != '.' || times == end))
        {
            var ten = SkipSpaces(text, times + 1);
            if (ten + 2 < text.Length && text[ten] == '1' && text[ten + 1] == '0' && TryPower(text, ten + 2, out power, out powerEnd)) number = new WrittenNumber(mantissa, power, powerEnd);
        }

        return true;
    }

    /// <summary>The value of ½, ¼ or ¾; 0 of another character.</summary>
    internal static decimal Fraction(char c) => c switch
    {
        '½' => 0.5m,
        '¼' => 0.25m,
        '¾' => 0.75m,
        _ => 0,
    };

    /// <summary>Whether a power of ten is written at a position: <c>10^9</c>, <c>10⁹</c>, <c>10*9</c>.</summary>
    internal static bool TryPowerOfTen(ReadOnlySpan<char> text, int at, out int power, out int end)
    {
        (power, end) = (0, at);
        return at + 2 < text.Length && text[at] == '1' && text[at + 1] == '0' && TryPower(text, at + 2, out power, out end);
    }

    internal static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 3 && text[end] == ' ') end++;
        return end;
    }

    /// <summary>After 10: ^9, ⁹, E9, *9, puissance 9.</summary>
    private static bool TryPower(ReadOnlySpan<char> text, int at, out int power, out int end)
    {
        (power, end) = (0, at);
        if (at >= text.Length) return false;
        while (end < text.Length && Superscript(text[end]) is >= 0 and var digit && power < 100) (power, end) = ((power * 10) + digit, end + 1);
        if (end > at) return power is > 0 and <= LargestPower;
        if (text[at] is '^' or '*' or 'e' or 'E') return TryDigits(text, at + 1, out power, out end);
        const string Words = " puissance ";
        return text[at..].StartsWith(Words, StringComparison.OrdinalIgnoreCase) && TryDigits(text, at + Words.Length, out power, out end);
    }

    private static bool TryDigits(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        (value, end) = (0, at);
        var negative = at < text.Length && text[at] == '-';
        if (negative) end++;
        var first = end;
        while (end < text.Length && end - first < 3 && char.IsAsciiDigit(text[end])) (value, end) = ((value * 10) + text[end] - '0', end + 1);
        var read = end > first && value <= LargestPower;
        if (negative) value = -value;
        return read;
    }

    private static int Superscript(char c) => c switch
    {
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '\u2070' => 0,
        >= '\u2074' and <= '\u2079' => c - '\u2070',
        _ => -1,
    };

    private static bool TryDecimal(ReadOnlySpan<char> text, int at, int groupsEnd, out decimal value, out int end)
    {
        value = 0;
        end = at;
        var digits = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && digits <= MostDigits) (value, digits, end) = ((value * 10) + text[end] - '0', digits + 1, end + 1);
        if (digits is 0 or > MostDigits) return false;
        var first = digits;
        var grouped = false;
        while (first <= 3 && digits < MostDigits && end + 3 < Math.Min(text.Length + 1, groupsEnd + 1) && text[end] is ' ' or '.' && IsGroup(text, end + 1, groupsEnd)
            && (text[end] == ' ' || grouped || IsThousands(text, at, end)))
        {
            for (var i = end + 1; i <= end + 3; i++) value = (value * 10) + text[i] - '0';
            (digits, end, grouped) = (digits + 3, end + 4, true);
        }

        if (end + 1 >= text.Length || text[end] is not (',' or '.') || !char.IsAsciiDigit(text[end + 1])) return true;

        // 1,2.10^5 and 11.10^9: the dot multiplies.
        if (text[end] == '.' && TryPowerOfTen(text, end + 1, out _, out _)) return true;
        decimal unit = 1;
        var mark = end;
        for (end++; end < text.Length && char.IsAsciiDigit(text[end]) && end - mark <= MostDigits; end++) value += (text[end] - '0') * (unit /= 10);
        return end == text.Length || !char.IsAsciiDigit(text[end]);
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int at, int groupsEnd) =>
        at + 3 <= Math.Min(text.Length, groupsEnd) && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    /// <summary>187.000 and 12.500 are thousands, 0.125 and 2.345 are not.</summary>
    private static bool IsThousands(ReadOnlySpan<char> text, int start, int dot) => text[start] != '0' && (dot - start >= 2 || text[dot + 3] == '0');
}
