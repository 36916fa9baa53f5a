namespace HealthNlp.Text;

/// <summary>Numbers, units, dates, times and telephones.</summary>
internal ref partial struct TokenScanner
{
    private TokenKind Number()
    {
        var start = _at;
        if (Phone(start) is > 0 and var phoneEnd) return End(phoneEnd, TokenKind.Phone);
        if (Date(start) is > 0 and var dateEnd) return End(dateEnd, TokenKind.Date);
        if (Time(start) is > 0 and var timeEnd) return End(timeEnd, TokenKind.Time);
        if (_nextAtSign >= start && _nextAtSign - start <= LongestAddress && Address(start, out var kind)) return kind;

        var end = DigitsEnd(start);
        if (OrdinalEnd(end) is > 0 and var ordinalEnd) return End(ordinalEnd, TokenKind.Word);

        // 22C3, 17p13: a code that begins with digits.
        if ((char.IsAsciiLetterUpper(Peek(end)) || Peek(end) is 'p' or 'q') && Peek(end) != 'X' && char.IsAsciiDigit(Peek(end + 1))) return End(RunEnd(end), TokenKind.Word);
        return End(NumberEnd(start, end), TokenKind.Number);
    }

    private TokenKind End(int at, TokenKind kind)
    {
        _at = at;
        return kind;
    }

    private readonly int DigitsEnd(int at)
    {
        while (at < _text.Length && char.IsAsciiDigit(_text[at])) at++;
        return at;
    }

    private readonly int CountDigits(int at, int most)
    {
        var count = 0;
        while (count < most && char.IsAsciiDigit(Peek(at + count))) count++;
        return count;
    }

    /// <summary>1 000,5 · 1.000 · 3,5 · 14/9 · 10^6 · 10⁹ · 15-3 · 1-0-1</summary>
    private readonly int NumberEnd(int start, int end)
    {
        if (end - start <= 3)
        {
            while (Peek(end) == ' ' && CountDigits(end + 1, 4) == 3 && !char.IsLetter(Peek(end + 4))) end += 4;
        }

        while (Peek(end) == '.' && char.IsAsciiDigit(Peek(end + 1))) end = DigitsEnd(end + 1);
        if (Peek(end) == ',' && char.IsAsciiDigit(Peek(end + 1))) end = DigitsEnd(end + 1);
        if (Peek(end) == '^')
        {
            var digits = end + (Peek(end + 1) is '-' or '+' ? 2 : 1);
            if (char.IsAsciiDigit(Peek(digits))) end = DigitsEnd(digits);
        }

        // 1.10e7
        if (Peek(end) is 'e' or 'E' && char.IsAsciiDigit(Peek(end + 1)) && DigitsEnd(end + 1) is var exponent && !IsLetterOrDigitAt(exponent)) end = exponent;
        while (Peek(end) is '²' or '³' or '¹' or (>= '\u2070' and <= '\u207E') or '½' or '¼' or '¾') end++;
        while (Peek(end) == '/' && char.IsAsciiDigit(Peek(end + 1)))
        {
            var denominator = DigitsEnd(end + 1);
            if (Peek(denominator) is ',' or '.' && char.IsAsciiDigit(Peek(denominator + 1))) denominator = DigitsEnd(denominator + 1);
            // mg/24h is a unit, 500/24h a number by a time; 14/9 and 1/8 000 are one number.
            if (TokenLexicon.IsTimeUnit(_text[denominator..LettersEnd(denominator)])) return end;
            end = denominator;
        }

        while (Peek(end) == '-' && char.IsAsciiDigit(Peek(end + 1)) && DigitsEnd(end + 1) is var next && !char.IsLetter(Peek(next)))
        {
            end = next;
            if (Peek(end) is ',' or '.' && char.IsAsciiDigit(Peek(end + 1))) end = DigitsEnd(end + 1);
        }

        return end;
    }

    /// <summary>1er, 2e, 3ème, 2nde</summary>
    private readonly int OrdinalEnd(int at)
    {
        var end = at;
        while (end < _text.Length && end - at < 5 && (char.IsLetter(_text[end]) || _text[end] == 'ᵉ')) end++;
        var suffix = _text[at..end];
        return !IsLetterOrDigitAt(end) && suffix is "er" or "ER" or "ers" or "re" or "ère" or "e" or "è" or "ème" or "eme" or "ième" or "ieme" or "èmes" or "nd" or "nde" or "ᵉ" ? end : 0;
    }

    /// <summary>12/03/2024, 10.10.2010, 12-03-24, 2024-03-12. Whether the date exists is for the date component to say.</summary>
    private readonly int Date(int start)
    {
        var first = CountDigits(start, 5);
        var mark = Peek(start + first);
        if (first is 0 or 3 or 5 || mark is not ('/' or '.' or '-')) return 0;
        var second = CountDigits(start + first + 1, 3);
        var third = start + first + 1 + second;
        if (second is 0 or 3 || Peek(third) != mark) return 0;
        var last = CountDigits(third + 1, 5);
        var end = third + 1 + last;
        if (char.IsLetter(Peek(end)) || (Peek(end) == mark && char.IsAsciiDigit(Peek(end + 1)))) return 0;
        if (first == 4) return mark == '-' && second == 2 && last == 2 ? end : 0;
        if (last is not (2 or 4) || (mark != '/' && (first == 1 || second == 1) && last == 2)) return 0;
        var (day, month) = (int.Parse(_text.Slice(start, first), System.Globalization.CultureInfo.InvariantCulture), int.Parse(_text.Slice(start + first + 1, second), null));
        return mark == '/' || (day is >= 1 and <= 31 && month is >= 1 and <= 12) ? end : 0;
    }

    /// <summary>21h30, 8 h 05 is a number and units, 08:15, 08:15:30.</summary>
    private readonly int Time(int start)
    {
        var hours = CountDigits(start, 3);
        if (hours is 0 or 3) return 0;
        var end = start + hours;
        var mark = Peek(end);
        if (mark is not ('h' or 'H' or ':') || CountDigits(end + 1, 3) != 2 || (mark == ':' && hours == 1)) return 0;
        if (int.Parse(_text.Slice(start, hours), System.Globalization.CultureInfo.InvariantCulture) > 24 || _text[end + 1] > '5') return 0;
        end += 3;
        if (mark == ':' && Peek(end) == ':' && CountDigits(end + 1, 3) == 2) end += 3;
        if (mark != ':' && _text[end..].StartsWith("min", StringComparison.Ordinal)) end += 3;
        return IsLetterOrDigitAt(end) ? 0 : end;
    }

    /// <summary>01 99 00 12 34 with spaces, dots, hyphens or none; +33 and 0033; (0) after the country.</summary>
    private readonly int Phone(int start)
    {
        var at = start;
        if (Peek(at) == '+' || (Peek(at) == '0' && Peek(at + 1) == '0'))
        {
            at += Peek(at) == '+' ? 1 : 2;
            if (CountDigits(at, 2) < 2) return 0;
            // +33, +32, +41 and the three-digit codes of the French overseas departments.
            at += _text[at] is '5' or '2' or '6' && CountDigits(at, 3) == 3 ? 3 : 2;
            at = SkipMark(at);
            if (Peek(at) == '(' && Peek(at + 1) == '0' && Peek(at + 2) == ')') at = SkipMark(at + 3);
            if (Peek(at) is < '1' or > '9') return 0;
            at++;
        }
        else
        {
            if (Peek(at) != '0' || Peek(at + 1) is < '1' or > '9') return 0;
            at += 2;
        }

        // +590 690 12 34 56: overseas numbers are grouped by three first.
        var pairs = 4;
        if (at > start + 3 && CountDigits(at, 3) == 2 && Peek(at + 2) is ' ' or '.' or '-') (at, pairs) = (at + 2, 3);
        var mark = Peek(at) is ' ' or '.' or '-' or '/' ? Peek(at) : '\0';
        for (var pair = 0; pair < pairs; pair++)
        {
            if (mark != '\0')
            {
                if (Peek(at) != mark) return 0;
                at++;
            }

            if (CountDigits(at, 2) != 2) return 0;
            at += 2;
        }

        return IsLetterOrDigitAt(at) || (mark != '\0' && Peek(at) == mark && CountDigits(at + 1, 2) == 2) ? 0 : at;
    }

    private readonly int SkipMark(int at) => Peek(at) is ' ' or '.' or '-' ? at + 1 : at;

    /// <summary>The end of a unit that begins here: after a number any unit, elsewhere a compound such as mg/L.</summary>
    private readonly int UnitEnd(int start)
    {
        var end = UnitAtomEnd(start);
        if (end == 0) return 0;
        var compound = CompoundUnitEnd(end);
        if (compound > end) return compound;
        // In 2013 l'hiver, the l is an article.
        return AfterNumber(start) && Peek(end) != '\'' && TokenLexicon.IsUnit(_text[start..end]) ? end : 0;
    }

    /// <summary>The end of / and units from here, or where it began.</summary>
    private readonly int CompoundUnitEnd(int end)
    {
        while (Peek(end) is '/' or '.')
        {
            var digits = DigitsEndWithin(end + 1);
            var next = UnitAtomEnd(digits);
            if (next == 0 || (Peek(end) == '.' && digits > end + 1)) break;
            end = next;
        }

        return end;
    }

    private readonly int DigitsEndWithin(int at) => at + CountDigits(at, 3);

    private readonly int UnitAtomEnd(int start)
    {
        var end = start;
        while (end < _text.Length && end - start <= TokenLexicon.LongestUnit && (char.IsLetterOrDigit(_text[end]) || _text[end] is '²' or '³' or '%')) end++;
        return end > start && end - start <= TokenLexicon.LongestUnit && TokenLexicon.IsUnitPart(_text[start..end]) ? end : 0;
    }
}
