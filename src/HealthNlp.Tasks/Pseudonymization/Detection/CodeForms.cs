using System.Text.RegularExpressions;

namespace HealthNlp.Pseudonymization;

/// <summary>Numbers that prove themselves by a key, whatever stands before them: NIR, IBAN, SIRET, RPPS; and French registration plates of vehicles.</summary>
internal static partial class CodeForms
{
    private const string Other = "AUTRE";

    /// <summary>The 13 digits of a NIR and its key, with or without spaces, points and hyphens; the key may stand apart: / 50, clé 50.</summary>
    [GeneratedRegex(@"(?<![\dA-Za-z])[1-478][ .-]{0,2}\d{2}[ .-]{0,2}\d{2}[ .-]{0,2}(?:\d{2}|2[ABab])[ .-]{0,2}\d{3}[ .-]{0,2}\d{3}(?:[ .-]{0,2}(?:/ ?|\(? ?[Cc]l[ée] ?:? ?)?\d{2})?(?![\dA-Za-z])", RegexOptions.CultureInvariant)]
    internal static partial Regex NirForm();

    /// <summary>The same in its usual groups: nothing else is written so, and a typing error in it must not leave it in the text.</summary>
    [GeneratedRegex(@"\A[12] \d{2} \d{2} (?:\d{2}|2[ABab]) \d{3} \d{3}(?: \d{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex GroupedNirForm();

    /// <summary>The same, of which some digits were read as letters; only after a label.</summary>
    [GeneratedRegex(@"\G[1-478lI] ?[\dOoIlSB]{2} ?[\dOoIlSB]{2} ?[\dOoIlSBA]{2} ?[\dOoIlSB]{3} ?[\dOoIlSB]{3}(?: ?[\dOoIlSB]{2})?(?![\dA-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex MisreadNirForm();

    [GeneratedRegex(@"(?<![\dA-Za-z])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\dA-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex IbanForm();

    [GeneratedRegex(@"(?<![\dA-Za-z.,/-])\d{3} ?\d{3} ?\d{3} ?\d{5}(?![\dA-Za-z])|(?<![\dA-Za-z.,/-])(?:10|8\d)\d{9}(?![\dA-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LuhnForm();

    [GeneratedRegex(@"(?<![\w-])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex PlateForm();

    internal static void Find(string text, List<Finding> findings)
    {
        foreach (var match in NirForm().EnumerateMatches(text))
        {
            var number = text.AsSpan(match.Index, match.Length);
            if (Nir.IsValid(number) || GroupedNirForm().IsMatch(number)) Add(match, "NIR");
        }

        foreach (var match in IbanForm().EnumerateMatches(text))
        {
            // The last group may be a word of the text: the longest that proves itself wins.
            var code = text.AsSpan(match.Index, match.Length);
            while (code.Length >= 15 && !Checksums.IsIban(code)) code = code[..Math.Max(0, code.LastIndexOf(' '))];
            if (code.Length >= 15) findings.Add(new Finding(TextSpan.FromLength(match.Index, code.Length), IdentifierLabels.IdentifierCode) { CodeType = Other });
        }

        foreach (var match in LuhnForm().EnumerateMatches(text))
        {
            if (Checksums.IsLuhn(text.AsSpan(match.Index, match.Length))) Add(match, Other);
        }

        foreach (var match in PlateForm().EnumerateMatches(text)) Add(match, Other);

        void Add(ValueMatch match, string type) => findings.Add(new Finding(TextSpan.FromLength(match.Index, match.Length), IdentifierLabels.IdentifierCode) { CodeType = type });
    }

    /// <summary>The end of a NIR or IBAN that begins at a position, whatever its key; 0 when none does.</summary>
    internal static int EndAt(string text, int start)
    {
        var length = Math.Min(48, text.Length - start);
        foreach (var form in (Regex[])[NirForm(), IbanForm(), MisreadNirForm()])
        {
            foreach (var match in form.EnumerateMatches(text.AsSpan(start, length)))
            {
                if (match.Index == 0) return start + match.Length;
                break;
            }
        }

        return 0;
    }
}

/// <summary>The keys of identifiers. Spaces and other marks are ignored.</summary>
internal static class Checksums
{
    /// <summary>Luhn's sum: SIRET, SIREN, RPPS. All zeros are no number.</summary>
    internal static bool IsLuhn(ReadOnlySpan<char> text)
    {
        var (sum, count, any) = (0, 0, false);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var digit = text[i] - '0';
            any |= digit > 0;
            if (count++ % 2 == 1) digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }

        return any && sum % 10 == 0;
    }

    /// <summary>ISO 13616: the country and key moved to the end, letters as numbers from 10, leave 1 by 97.</summary>
    internal static bool IsIban(ReadOnlySpan<char> text)
    {
        Span<char> compact = stackalloc char[34];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c)) continue;
            if (length == compact.Length) return false;
            compact[length++] = char.ToUpperInvariant(c);
        }

        if (length < 15) return false;
        var rest = 0;
        for (var k = 0; k < length; k++)
        {
            var c = compact[(k + 4) % length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }
}

/// <summary>The key of the NIR, the French social security number: 97 minus the remainder of its 13 digits by 97.</summary>
internal static class Nir
{
    /// <summary>Whether 13 characters and a key of two digits go together; what stands between them is ignored. Corsica: 2A counts as 19, 2B as 18.</summary>
    internal static bool IsValid(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[15];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c is not ('A' or 'a' or 'B' or 'b')) continue;
            if (length == digits.Length) return false;
            digits[length++] = c;
        }

        if (length != digits.Length) return false;
        if (digits[6] is 'A' or 'a') (digits[5], digits[6]) = ('1', '9');
        else if (digits[6] is 'B' or 'b') (digits[5], digits[6]) = ('1', '8');
        return long.TryParse(digits[..13], null, out var number) && int.TryParse(digits[13..], null, out var key) && key == KeyOf(number);
    }

    /// <summary>The key of 13 digits.</summary>
    internal static int KeyOf(long number) => 97 - (int)(number % 97);
}
