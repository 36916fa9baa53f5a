using System.Text.RegularExpressions;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// Numbers that stand for a person, a stay or an examination: a NIR by its form and key, any other after the word that announces it. A number alone,
/// a CIM-10, CCAM or ADICAP code and the batch of an implant are none.
/// </summary>
internal sealed partial class CodeDetector : Detector
{
    private const int FewestDigits = 4;
    private const int LongestCode = 32;
    private const int LongestGroup = 4;

    private static readonly Lazy<PhraseTable<string>> Announcements = Knowledge.Phrases("identifiers.tsv");

    internal override string Name => "codes";

    /// <summary>The 13 digits of a NIR and its key, with or without spaces, points and hyphens; the key may stand apart: / 50, clé 50.</summary>
    [GeneratedRegex(@"(?<![\dA-Za-z])[1-478][ .-]{0,2}\d{2}[ .-]{0,2}\d{2}[ .-]{0,2}(?:\d{2}|2[ABab])[ .-]{0,2}\d{3}[ .-]{0,2}\d{3}[ .-]{0,2}(?:/ ?|[Cc]l[ée] ?:? ?)?\d{2}(?![\dA-Za-z])", RegexOptions.CultureInvariant)]
    internal static partial Regex NirForm();

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        foreach (var match in NirForm().EnumerateMatches(text.Text))
        {
            if (Nir.IsValid(text.Text.AsSpan(match.Index, match.Length)))
            {
                findings.Add(new Finding(TextSpan.FromLength(match.Index, match.Length), IdentifierLabels.IdentifierCode) { CodeType = "NIR" });
            }
        }

        for (var i = 0; i < text.Count; i++)
        {
            var length = Announcements.Value.Match(text, i, out var codeType);
            if (length == 0) continue;
            var start = AfterLinkWords(text, i + length, i);
            if (!text.SameLine(start - 1, start) && !text.IsValueBelow(start)) continue;
            var from = text.Span(start).Start;
            var end = CodeEnd(text.Text, from);
            if (end > 0) findings.Add(new Finding(new TextSpan(from, end), IdentifierLabels.IdentifierCode) { CodeType = codeType });
        }
    }

    private static int AfterLinkWords(TokenText text, int at, int first)
    {
        while ((text.SameLine(first, at) || text.IsValueBelow(at)) && text.Folded(at) is ":" or "=" or "n°" or "no" or "n" or "°" or "est" or "le" or "#" or "(" or ")" or "du" or "patient" or "-") at++;
        return at;
    }

    /// <summary>The end of a code of letters and digits with at least four digits, whose groups may be parted by a mark or, when short, by a space.</summary>
    private static int CodeEnd(ReadOnlySpan<char> text, int start)
    {
        var (end, digits, at, limit) = (0, 0, start, Math.Min(text.Length, start + LongestCode));
        while (at < limit)
        {
            var group = at;
            var letters = 0;
            while (at < limit && char.IsAsciiLetterOrDigit(text[at]))
            {
                if (char.IsAsciiDigit(text[at])) digits++;
                else letters++;
                at++;
            }

            // A word is no part of a code, nor is a date after it.
            if (at == group || letters > 3 || (at < text.Length && char.IsLetter(text[at])) || IsDate(text, group)) break;
            end = at;
            if (at + 1 >= limit) break;
            if (text[at] is '-' or '/' or '.' or '_') at++;
            else if (text[at] == ' ' && char.IsAsciiDigit(text[at + 1]) && at - group <= LongestGroup && letters == 0) at++;
            else break;
        }

        return digits >= FewestDigits ? end : 0;
    }

    private static bool IsDate(ReadOnlySpan<char> text, int at) =>
        at + 4 < text.Length && text[at] is >= '0' and <= '3' && char.IsAsciiDigit(text[at + 1]) && text[at + 2] == '/' && char.IsAsciiDigit(text[at + 3]);
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
        return long.TryParse(digits[..13], null, out var number) && int.TryParse(digits[13..], null, out var key) && key == 97 - (int)(number % 97);
    }
}
