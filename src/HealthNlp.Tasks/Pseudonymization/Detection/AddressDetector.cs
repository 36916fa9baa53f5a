using System.Globalization;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Street addresses, and postal codes with their town.</summary>
internal sealed class AddressDetector : Detector
{
    private const int PostalCodeLength = 5;
    private const int MostTownWords = 6;

    private static readonly Lazy<WordSet> AddressWords = Knowledge.Words("place_words.tsv", "address");

    internal override string Name => "addresses";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        var (streetEnd, streetRole) = (-1, "");
        for (var i = 0; i < text.Count; i++)
        {
            if (IsFiveDigits(text, i))
            {
                if (PostalCode(text, i, streetEnd, streetRole, findings) is > 0 and var townEnd) i = townEnd - 1;
            }
            else if (AddressReader.Read(text, i) is (var start, var end) && end > start)
            {
                (streetEnd, streetRole) = (end, PlaceOwners.Of(text, start, 12));
                findings.Add(new Finding(text.Span(start, end), IdentifierLabels.Address, streetRole));
                i = end - 1;
                if (TownAfter(text, end) is (var town, var length) && length > 0)
                {
                    findings.Add(new Finding(text.Span(town, town + length), IdentifierLabels.City, streetRole));
                    (i, streetEnd) = (town + length - 1, town + length);
                }
            }
        }
    }

    /// <summary>Adds a postal code and the town beside it.</summary>
    /// <returns>The token after the last one; 0 when there is no postal code.</returns>
    private static int PostalCode(TokenText text, int i, int streetEnd, string streetRole, List<Finding> findings)
    {
        if (!int.TryParse(text[i], NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 1000 or > 98899) return 0;
        var afterStreet = IsJustAfter(text, streetEnd, i);
        var role = afterStreet ? streetRole : PlaceOwners.Of(text, i, 20);

        // Ascain 64310, Eu (76260)
        var before = text.Folded(i - 1) is "(" ? i - 1 : i;
        for (var start = before - 1; start >= before - MostTownWords && text.SameLine(start, before - 1) && text.Kind(start) == TokenKind.Word; start--)
        {
            if ((!text.SameLine(start, i) && !text.IsNextLine(before)) || Communes.Match(text, start, "", text[i]) != before - start) continue;
            if (!text.IsCapitalized(start) && !afterStreet && !text.IsClauseStart(start)) continue;
            if (!afterStreet || text.IsClauseStart(start)) findings.Add(new Finding(text.Span(start, before), IdentifierLabels.City, role));
            findings.Add(new Finding(text.Span(i), IdentifierLabels.PostalCode, role));
            return i + 1;
        }

        var town = i + 1;
        if (!text.SameLine(i, town) && text.IsNextLine(town) && afterStreet && Communes.Match(text, town, "", text[i]) > 0 && text.IsCapitalized(town))
        {
            var below = town + Communes.Match(text, town, "", text[i]);
            return Add(below);
        }

        var known = text.SameLine(i, town) ? Communes.Match(text, town, "", text[i]) : 0;
        if (known > 0 && (text.IsCapitalized(town) || afterStreet)) return Add(Math.Max(town + known, text.IsJoined(town) ? TownEnd(text, town, town + known) : 0));
        if (!IsAnnounced(text, i, afterStreet)) return 0;
        if (text.IsJoined(town) && TownEnd(text, town, town) is var end && end > town) return Add(end);
        if (!afterStreet) return 0;
        findings.Add(new Finding(text.Span(i), IdentifierLabels.PostalCode, role));
        return town;

        int Add(int end)
        {
            findings.Add(new Finding(text.Span(i), IdentifierLabels.PostalCode, role));
            findings.Add(new Finding(text.Span(town, end), IdentifierLabels.City, role));
            return end;
        }
    }

    private static bool IsFiveDigits(TokenText text, int i) => text.Kind(i) == TokenKind.Number && text[i].Length == PostalCodeLength && !text[i].ContainsAnyExceptInRange('0', '9');

    private static bool IsAnnounced(TokenText text, int i, bool afterStreet) =>
        text.IsLineStart(i) || afterStreet || text.IsBefore(i, 4, AddressWords.Value) || (text.Folded(i - 1) is "," or "-" or "(" && text.IsBefore(i, 12, AddressWords.Value));

    private static bool IsJustAfter(TokenText text, int streetEnd, int i) =>
        streetEnd > 0 && i - streetEnd <= 3 && (text.SameLine(streetEnd - 1, i) || text.IsNextLine(i));

    /// <summary>The end of the capitalised words after a postal code; CEDEX is no part of the town.</summary>
    private static int TownEnd(TokenText text, int start, int known)
    {
        var end = known;
        for (var i = start; i < start + MostTownWords && text.SameLine(start - 1, i) && (i == start || text.IsJoined(i)) && text.Kind(i) == TokenKind.Word; i++)
        {
            if (text.Folded(i) is "cedex" or "tel" or "fax" or "france" or "standard") break;
            var proper = text.IsCapitalized(i) && (text[i].Length > 2 || i > start || text.Folded(i) is "le" or "la" or "st" or "pa");
            if (proper) end = Math.Max(end, i + 1);
            else if (i >= known && text.Folded(i) is not ("sur" or "sous" or "en" or "les" or "lès" or "la" or "le" or "de" or "du" or "d'")) break;
        }

        return end;
    }

    /// <summary>The town after a street and a comma or "à", without its postal code.</summary>
    private static (int Start, int Length) TownAfter(TokenText text, int end)
    {
        var marked = text.SameLine(end - 1, end) && text.Folded(end) is "," or "-" or "a";
        var town = marked ? end + 1 : end;
        if (!text.SameLine(end - 1, town) || text.Kind(town) != TokenKind.Word) return default;
        var known = Towns.Known(text, town);
        var large = Towns.Large(text, town) == known;
        if (known == 0 || (!text.IsCapitalized(town) && !(large && marked) && Towns.IsHomograph(text, town, known))) return default;
        return marked || large || text.IsCapitalized(town) || text.IsClauseEnd(town + known) ? (town, known) : default;
    }
}
