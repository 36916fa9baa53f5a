using System.Buffers;
using System.Text.RegularExpressions;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Telephones that the tokenizer does not take for one token: foreign, in odd groups, broken over a line, with letters for digits, or so short that only the word before tells them.</summary>
internal static partial class PhoneForms
{
    private static readonly SearchValues<char> LikeDigits = SearchValues.Create("OoIlSB");

    private const int LongestSkip = 4;
    private const int FewestAfterLabel = 6;

    private static readonly Lazy<PhraseTable<string>> Labels = Table("phone");
    private static readonly Lazy<PhraseTable<string>> Extensions = Table("extension");

    private static readonly Lazy<WordSet> Things = Knowledge.Words("identifiers.tsv", "not");

    /// <summary>+39 000 000 0021, +44 (0)20 79 46 00 00.</summary>
    [GeneratedRegex(@"(?<![\w+])(?:\(\+[1-9]\d{0,2}\)|(?:\+ ?|00)[1-9]\d{0,2})[ .\-]?(?:\(0\)[ .\-]?)?\d(?:[ .\-]?\d){5,11}(?![\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    /// <summary>0596 00 22 22, 0 805 00 00 00, 06.39 98-20 45, and pairs of which some stand on the next line.</summary>
    [GeneratedRegex(@"(?<![\w.,/+\-])(?:0\d{3}(?:[ .\-]\d\d){3}|0\d{3}(?:[ .\-]\d{3}){2}|0 [1-9]\d\d(?: \d\d){3}|0 [1-9]\d\d(?: \d{3}){2}|\(0\)[1-9](?:[ .\-]\d\d){4}|0[1-9] \d{4} \d{4}|0[1-9] \d{3} \d{3} \d{2}|0(?: \d){9}|\(?0[1-9]\)?(?:(?:[ .\-/]{1,2}|[ .\-/]?\r?\n {0,12})\d\d){4})(?!\d|[.,/\-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Odd();

    /// <summary>O4 65 71 9O 33: ten digits of which some were read as letters.</summary>
    [GeneratedRegex(@"(?<![\w.,/+\-])[0O](?:[ .\-]?[0-9OoIlSB]){9}(?![\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Misread();

    /// <summary>What may follow tél: digits and marks.</summary>
    [GeneratedRegex(@"\G\(?\+?\d(?:[ .\-/()]{0,2}\d){3,14}(?!\d|[.,/\-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterLabel();

    [GeneratedRegex(@"\G(?:\d{3,6}|\d\d[ .]\d{2,3}|\d[ .]\d{3,4})(?![\d/:%]|[.,\-]\d| ?(?:h|mg|ml|g|kg|ans|jours|cm|mm)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Short();

    internal static List<TextSpan> Find(TokenText text)
    {
        var (raw, found) = (text.Text, new List<TextSpan>());
        foreach (var match in Foreign().EnumerateMatches(raw))
        {
            // 00885556647 after UDI is the number of a device.
            if (raw[match.Index] == '0' && !raw.AsSpan(match.Index, match.Length).ContainsAny(" .-") && text.IsBefore(text.TokenAt(match.Index), 2, Things.Value)) continue;
            found.Add(TextSpan.FromLength(match.Index, match.Length));
        }

        foreach (var match in Odd().EnumerateMatches(raw)) found.Add(TextSpan.FromLength(match.Index, match.Length));
        foreach (var match in Misread().EnumerateMatches(raw))
        {
            var number = raw.AsSpan(match.Index, match.Length);
            if (number.ContainsAny(LikeDigits) && Digits(number) >= FewestAfterLabel) found.Add(TextSpan.FromLength(match.Index, match.Length));
        }

        for (var i = 0; i < text.Count; i++)
        {
            var isShort = Extensions.Value.Match(text, i, out _) is var length && length > 0;
            if (!isShort && (length = Labels.Value.Match(text, i, out _)) == 0) continue;
            var at = i + length;
            while (text.SameLine(i, at) && at - i - length < LongestSkip && (text.Folded(at) is ":" or "." or "n°" or "no" or "au" or "le" or "(" or ")" or "=" or "-" or "–" or "/" or "fixe" or "interne" or "de" or "du" || text.Folded(at).IndexOfAnyExcept('.') < 0)) at++;
            if (!text.SameLine(i, at)) continue;
            var start = text.Span(at).Start;
            if (isShort)
            {
                // poste 4512 ou 4513
                while (EndOf(Short(), raw, start) is > 0 and var shortEnd)
                {
                    found.Add(new TextSpan(start, shortEnd));
                    var next = text.TokenAt(shortEnd);
                    if (!text.SameLine(at, next + 1) || text.Folded(next) is not ("/" or "ou" or "et" or "-" or ",")) break;
                    start = text.Span(next + 1).Start;
                }
            }
            else if (text.Kind(at) != TokenKind.Date && EndOf(AfterLabel(), raw, start) is > 0 and var end && Digits(raw.AsSpan(start, end - start)) >= FewestAfterLabel) found.Add(new TextSpan(start, end));
        }

        return found;
    }

    private static Lazy<PhraseTable<string>> Table(string kind) =>
        new(() => new PhraseTable<string>(Knowledge.Rows("contacts.tsv").Where(row => row[0] == kind).Select(row => (row[1], row[0]))));

    private static int EndOf(Regex form, string text, int start)
    {
        foreach (var match in form.EnumerateMatches(text, start)) return match.Index + match.Length;
        return 0;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
        }

        return digits;
    }
}
