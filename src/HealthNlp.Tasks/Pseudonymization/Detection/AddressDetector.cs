using System.Globalization;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Street addresses, and postal codes with their town.</summary>
internal sealed class AddressDetector : Detector
{
    private const int MostStreetWords = 7;
    private const int MostTownWords = 6;

    private static readonly Lazy<PhraseTable<string>> Streets = Knowledge.Phrases("street_types.tsv");
    private static readonly Lazy<WordSet> AddressWords = Knowledge.Words("place_words.tsv", "address");

    internal override string Name => "addresses";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        var (streetEnd, streetRole) = (-1, "");
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Kind(i) == TokenKind.Number && text[i].Length == 5 && IsPostalCode(text, i, streetEnd))
            {
                var townEnd = TownEnd(text, i + 1);
                if (townEnd == i + 1) continue;
                var role = IsJustAfter(text, streetEnd, i) ? streetRole : PlaceRoles.Of(text, i, 20);
                findings.Add(new Finding(text.Span(i), IdentifierLabels.PostalCode, role));
                findings.Add(new Finding(text.Span(i + 1, townEnd), IdentifierLabels.City, role));
                i = townEnd - 1;
            }
            else if (Streets.Value.Match(text, i, out var kind) is > 0 and var length && Street(text, i, length, kind) is (var start, var end) && end > start)
            {
                (streetEnd, streetRole) = (end, PlaceRoles.Of(text, start, 12));
                findings.Add(new Finding(text.Span(start, end), IdentifierLabels.Address, streetRole));
                i = end - 1;
            }
        }
    }

    /// <summary>The first token of an address and the one after its last; twice the same when it is none.</summary>
    private static (int Start, int End) Street(TokenText text, int at, int length, string kind)
    {
        var start = at;
        if (text.SameLine(start - 1, at) && text.Folded(start - 1) is ",") start--;
        if (text.SameLine(start - 1, at) && text.Folded(start - 1) is "bis" or "ter" or "quater") start--;
        var numbered = text.SameLine(start - 1, at) && IsHouseNumber(text, start - 1);
        start = numbered ? start - 1 : at;
        if (!numbered && (kind != "strong" || text.IsBefore(at, 1, NameWords.Stops))) return (at, at);

        var (end, capital) = (at + length, -1);
        for (var i = at + length; i < at + length + MostStreetWords && text.SameLine(at, i) && text.Kind(i) is TokenKind.Word or TokenKind.Date or TokenKind.Number; i++)
        {
            if (text.Kind(i) == TokenKind.Number && text[i].Length == 5) break;
            if (text.IsCapitalized(i) || text.Kind(i) != TokenKind.Word) capital = i;
            end = i + 1;
        }

        // 12 rue des lilas may be in lower case; without a number, or after a common word, a capital is needed.
        if (capital < 0) return numbered && kind == "strong" && end > at + length ? (start, end) : (at, at);
        return numbered && kind == "strong" ? (start, end) : (start, capital + 1);
    }

    private static bool IsHouseNumber(TokenText text, int i) =>
        (text.Kind(i) == TokenKind.Number && text[i].Length <= 4) || (text.Kind(i) == TokenKind.Word && char.IsAsciiDigit(text[i][0]) && text[i].Length <= 6 && text.Folded(i)[^1] is 'b' or 't' or 'a' or 's' or 'r');

    private static bool IsPostalCode(TokenText text, int i, int streetEnd)
    {
        if (!int.TryParse(text[i], NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 1000 or > 98899) return false;
        return text.IsLineStart(i) || IsJustAfter(text, streetEnd, i) || text.IsBefore(i, 4, AddressWords.Value)
            || (text.Folded(i - 1) is "," or "-" or "(" && text.IsBefore(i, 12, AddressWords.Value));
    }

    private static bool IsJustAfter(TokenText text, int streetEnd, int i) => streetEnd > 0 && text.SameLine(streetEnd - 1, i) && i - streetEnd <= 3;

    private static int TownEnd(TokenText text, int start)
    {
        var end = start;
        for (var i = start; i < start + MostTownWords && text.SameLine(start - 1, i) && text.Kind(i) is TokenKind.Word or TokenKind.Number; i++)
        {
            var proper = text.Kind(i) == TokenKind.Word && text.IsCapitalized(i) && (text[i].Length > 2 || i > start || text.Folded(i) is "le" or "la" or "st" or "pa");
            var cedex = text.Kind(i) == TokenKind.Number && text.Folded(i - 1) is "cedex" && text[i].Length <= 2;
            if (proper || cedex) end = i + 1;
            else if (text.Folded(i) is not ("sur" or "sous" or "en" or "les" or "lès" or "la" or "le" or "de" or "du" or "d'" or "cedex")) break;
            else if (text.Folded(i) is "cedex") end = i + 1;
        }

        return end;
    }
}
