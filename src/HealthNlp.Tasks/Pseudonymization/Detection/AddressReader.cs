using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// Reads an address from its first token on: a street with or without a number, and before or after it what says where in the street (residence, building, staircase, floor, door, box, lieu-dit, BP).
/// </summary>
internal static class AddressReader
{
    private const int MostStreetWords = 8;
    private const int MostParts = 7;
    private const int MostLabelledWords = 18;
    private const int LongestHouseNumber = 4;

    private static readonly Lazy<PhraseTable<string>> Types = Knowledge.Phrases("street_types.tsv");
    private static readonly Lazy<WordSet> Links = Knowledge.Words("place_words.tsv", "street-link");
    private static readonly Lazy<WordSet> Stops = Knowledge.Words("place_words.tsv", "street-stop");
    private static readonly Lazy<WordSet> Labels = Knowledge.Words("place_words.tsv", "address-label");
    private static readonly Lazy<WordSet> Residence = Knowledge.Words("place_words.tsv", "residence");
    private static readonly Lazy<WordSet> Admissions = Knowledge.Words("place_words.tsv", "admission");

    /// <summary>The first token of the address that begins at a token or after the label there, and the one after its last; twice the same when there is none.</summary>
    internal static (int Start, int End) Read(TokenText text, int i)
    {
        if (Labelled(text, i) is (var labelled, var labelledEnd) && labelledEnd > labelled) return (labelled, labelledEnd);
        var (at, end, parts, street, placed, likely) = (i, i, 0, false, false, false);
        while (parts < MostParts)
        {
            var kind = Part(text, at, parts > 0, out var partEnd);
            if (kind == PartKind.None || (parts == 0 && kind == PartKind.Place && text.IsBefore(i, 8, Admissions.Value))) break;
            (end, parts) = (partEnd, parts + 1);
            street |= kind == PartKind.Street;
            placed |= kind == PartKind.Place;
            likely |= kind == PartKind.Likely;
            at = text.SameLine(end - 1, end) && text.Folded(end) is "," or "-" ? end + 1 : end;
            if (!text.SameLine(end - 1, at)) break;
        }

        if (street || (placed && parts > 1) || (likely && (IsPostalCodeNear(text, end) || (text.SameLine(i, end) && text.Folded(end) is "," && Towns.Known(text, end + 1) > 0)))) return (i, end);
        return parts > 0 && !likely && (placed ? IsPlaced(text, i, end) : text.IsLineStart(i) && IsPostalCodeNear(text, end)) ? (i, end) : (i, i);
    }

    private enum PartKind
    {
        None,
        Street,
        Likely,
        Place,
        Detail,
    }

    /// <summary>A place without a street (lieu-dit, résidence, ZI) needs words of a home or a postal code beside it; a residence into which one is admitted is an establishment.</summary>
    private static bool IsPlaced(TokenText text, int start, int end)
    {
        return IsPostalCodeNear(text, end) || text.IsBefore(start, 6, Residence.Value) || text.IsBefore(start, 4, Labels.Value) || text.Folded(start) is "lieu-dit" or "lieudit" or "lotissement" or "hameau";
    }

    private static bool IsPostalCodeNear(TokenText text, int end)
    {
        for (var i = end; i <= end + 2 && i < text.Count && (text.SameLine(end - 1, i) || text.IsNear(end - 1, i)); i++)
        {
            if (text.Kind(i) == TokenKind.Number && text[i].Length == 5) return true;
        }

        return false;
    }

    private static PartKind Part(TokenText text, int at, bool follows, out int end)
    {
        end = at;
        if (at >= text.Count) return PartKind.None;
        if (Floor(text, at, out end)) return follows || !text.IsJoined(at) ? PartKind.Detail : PartKind.None;
        var type = AfterNumber(text, at);
        var length = Types.Value.Match(text, type, out var kind);
        if (length == 0 && text[type].Length > 3 && text[type].Contains('.')) (length, kind) = Acronym(text[type]);
        if (follows && type == at && text.Folded(at) is "n°" && text.IsJoined(at + 1) && text.Kind(at + 1) == TokenKind.Number)
        {
            end = at + 2;
            return PartKind.Detail;
        }

        if (follows && type == at && Types.Value.Match(text, at, out _, candidate => candidate == "detail") is > 0 and var detail && DetailEnd(text, at + detail) is > 0 and var detailEnd)
        {
            end = detailEnd;
            return PartKind.Detail;
        }

        if (length == 0) return follows || !text.IsJoined(at) ? Quoted(text, at, out end) : PartKind.None;
        if (kind == "detail")
        {
            end = type == at ? DetailEnd(text, at + length) : at;
            return end == at || (!follows && text.Kind(at) == TokenKind.Unit) ? PartKind.None : PartKind.Detail;
        }

        var (name, capitals, sure) = NameEnd(text, type + length, kind == "strong");
        if (type > at)
        {
            // "9 imp du moulin": an abbreviation asks for a link word when no capital follows.
            if (name == type + length || (capitals == 0 && kind is not "strong" && !(sure && kind is "short" or "lane" && Links.Value.Contains(text.Folded(type + length))))) return PartKind.None;
            end = name;
            return kind == "site" ? PartKind.Place : PartKind.Street;
        }

        if (capitals == 0 || (kind == "common" && !text.IsCapitalized(at + length)) || (kind is not ("site" or "common") && text.IsBefore(at, 1, NameWords.Stops) && !follows)) return PartKind.None;
        end = name;
        return kind switch
        {
            "strong" => PartKind.Street,
            "place" or "lane" when follows || text.IsBefore(at, 3, Residence.Value) => PartKind.Street,
            "place" or "lane" when text.Folded(at - 1) is "situe" or "sis" or "sise" => PartKind.Street,
            "place" or "lane" when text.IsLineStart(at) || !text.IsJoined(at) || text.Folded(at - 1) is "-" or "," or ":" => PartKind.Likely,
            "site" or "common" => PartKind.Place,
            _ => PartKind.None,
        };
    }

    /// <summary>Z.A., Z.I., B.P.</summary>
    private static (int Length, string Kind) Acronym(ReadOnlySpan<char> word) => word switch
    {
        "Z.A." or "Z.I." or "Z.A.C." or "Z.A" or "Z.I" => (1, "site"),
        "B.P." or "C.S." or "B.P" => (1, "detail"),
        _ => (0, ""),
    };

    /// <summary>Over a house number with its bis and its comma.</summary>
    private static int AfterNumber(TokenText text, int at)
    {
        var i = text.Folded(at) is "n°" && text.IsJoined(at + 1) ? at + 1 : at;
        if (!IsHouseNumber(text, i)) return at;
        i++;
        if (text.IsJoined(i) && text.Folded(i) is "bis" or "ter" or "quater" or "a" or "b" or "c" or "t" && text.IsJoined(i + 1)) i++;
        if (text.IsJoined(i) && text.Folded(i) is ",") i++;
        return text.SameLine(at, i) ? i : at;
    }

    private static bool IsHouseNumber(TokenText text, int i) => i < text.Count && char.IsAsciiDigit(text[i][0]) &&
        ((text.Kind(i) == TokenKind.Number && text[i].Length <= LongestHouseNumber)
        || (text.Kind(i) == TokenKind.Word && text[i].Length <= 7 && (text.Folded(i)[^1] is 'b' or 't' or 'a' || text.Folded(i).EndsWith("bis") || text.Folded(i).EndsWith("ter"))));

    /// <summary>The end of a street's name, how many of its words have a capital, and whether its words in lower case end where a clause ends.</summary>
    private static (int End, int Capitals, bool Sure) NameEnd(TokenText text, int start, bool strong)
    {
        var (end, capitals, lower, i) = (start, 0, start, start);
        for (; i < start + MostStreetWords && text.IsJoined(i) && text.Kind(i) is TokenKind.Word or TokenKind.Date or TokenKind.Number; i++)
        {
            if ((text.Kind(i) == TokenKind.Number && text[i].Length == 5) || Stops.Value.Contains(text.Folded(i)) || IsDetail(text, i)) break;
            if (text.Is(i, "a") && Towns.Known(text, i + 1) > 0) break;
            if (capitals == 0 && lower > start && Towns.Known(text, i) is > 0 and var town && (text.IsClauseEnd(i + town) || (Towns.Large(text, i) > 0 && !Towns.IsHomograph(text, i, town)))) break;
            if (text.IsCapitalized(i) || (strong && text.Kind(i) != TokenKind.Word)) (end, capitals) = (i + 1, capitals + 1);
            else if (text.Kind(i) != TokenKind.Word && capitals == 0) break;
            else if (!Links.Value.Contains(text.Folded(i)) && lower == start) lower = i + 1;
            if (capitals > 0 && text.Folded(i) is "prolonge" or "prolongee") end = i + 1;
        }

        if (capitals > 0) return (end, capitals, true);
        var closed = i < text.Count && (text.IsClauseEnd(i) || !text.IsJoined(i) || IsDetail(text, i) || Stops.Value.Contains(text.Folded(i)) || text.Is(i, "a") || text.Kind(i) == TokenKind.Number || Towns.Known(text, i) > 0);
        return lower == start ? (start, 0, false) : (closed || i >= text.Count ? i : lower, 0, closed || i >= text.Count);
    }

    private static bool IsDetail(TokenText text, int i) => Types.Value.Match(text, i, out _, kind => kind == "detail") is > 0 and var length && DetailEnd(text, i + length) > i;

    /// <summary>The end of "C" after "bâtiment", of "n° 12" after "appartement"; 0 when no number, letter or name follows.</summary>
    private static int DetailEnd(TokenText text, int at)
    {
        if (text.IsJoined(at) && text.Folded(at) is ".") at++;
        if (text.IsJoined(at) && text.Folded(at) is "n°" or "no" or ":") at++;
        if (!text.IsJoined(at)) return 0;
        if (text.Kind(at) == TokenKind.Number)
        {
            while (text.IsJoined(at + 1) && text.Kind(at + 1) == TokenKind.Number && text[at].Length <= 3 && text[at + 1].Length <= 3) at++;
            return at + 1;
        }

        var word = text[at];
        if (char.IsAsciiDigit(word[0]) && word.Length <= 5) return at + 1;
        if (text.Kind(at) is not (TokenKind.Word or TokenKind.Unit) || !char.IsUpper(word[0])) return 0;
        return word.Length <= 3 || word.ContainsAnyInRange('0', '9') || word.ContainsAnyInRange('a', 'z') ? at + 1 : 0;
    }

    /// <summary>1er étage, 3e porte à gauche, rez-de-chaussée.</summary>
    private static bool Floor(TokenText text, int at, out int end)
    {
        end = at;
        if (text.Folded(at) is "rdc" or "rez-de-chaussee") end = at + 1;
        else if (char.IsAsciiDigit(text[at][0]) && text.IsJoined(at + 1) && text.Folded(at + 1) is "etage" or "porte") end = at + 2;
        else if (char.IsAsciiDigit(text[at][0]) && text[at].Length <= 2 && text.IsJoined(at + 2) && text.Folded(at + 1) is "e" or "eme" or "er" && text.Folded(at + 2) is "etage" or "porte") end = at + 3;
        if (end == at) return false;
        if (text.IsJoined(end + 1) && text.Folded(end) is "a" && text.Folded(end + 1) is "gauche" or "droite") end += 2;
        else if (text.IsJoined(end) && text.Folded(end) is "gauche" or "droite" or "droit" or "face") end++;
        return true;
    }

    /// <summary>A house called by its name between quotes.</summary>
    private static PartKind Quoted(TokenText text, int at, out int end)
    {
        end = at;
        if (text.Folded(at) is not "\"" || !text.IsCapitalized(at + 1)) return PartKind.None;
        var i = at + 1;
        while (i < at + 6 && text.IsJoined(i) && text.Kind(i) == TokenKind.Word) i++;
        if (!text.SameLine(at, i) || text.Folded(i) is not "\"") return PartKind.None;
        end = i + 1;
        return PartKind.Detail;
    }

    /// <summary>Whatever stands after "Adresse :" or "demeurant", up to a town, a postal code or the end of the clause.</summary>
    private static (int Start, int End) Labelled(TokenText text, int i)
    {
        if (!Labels.Value.Contains(text.Folded(i))) return default;
        var strict = text.Folded(i) is "adresse" or "domicile";
        var start = i + 1;
        while (text.SameLine(i, start) && text.Folded(start) is "." or "..." or "…") start++;
        var colon = text.SameLine(i, start) && text.Folded(start) is ":" or "=";
        if (colon) start++;
        if ((strict && !colon) || !text.SameLine(i, start) || text.Kind(start) is not (TokenKind.Word or TokenKind.Number) && text.Folded(start) is not "\"") return default;
        if (text.Kind(start) == TokenKind.Number ? text[start].Length == 5 : !text.IsCapitalized(start)) return default;
        if (Stops.Value.Contains(text.Folded(start)) || text.Is(start, "a") || Towns.Known(text, start) is > 0 and var town && text.IsClauseEnd(start + town)) return default;
        if (NameTrigger.Match(text, start, false, out _) > 0) return default;
        var (end, typed) = (start, false);
        for (var at = start; at < start + MostLabelledWords && (at == start || text.IsJoined(at)); at++)
        {
            if (text.Kind(at) is not (TokenKind.Word or TokenKind.Number or TokenKind.Date or TokenKind.Unit))
            {
                if (text.Folded(at) is not ("," or "-" or "\"" or "'" or "n°" or "°") && !(text.Folded(at) is "." && IsDetail(text, at - 1))) break;
                if (text.Folded(at) is "\"") end = at + 1;
                continue;
            }

            if ((text.Kind(at) == TokenKind.Number && text[at].Length == 5) || Stops.Value.Contains(text.Folded(at))) break;
            if (text.Is(at, "a") && at + 1 < text.Count && (text.IsCapitalized(at + 1) || text[at + 1].Length == 5)) break;
            if (text.Folded(at - 1) is "," or "-" && Towns.Known(text, at) is > 0 and var place && !Towns.IsHomograph(text, at, place) && !IsDetail(text, at) && Types.Value.Match(text, at, out _) == 0) break;
            typed |= text.Kind(at) == TokenKind.Number || Types.Value.Match(text, at, out _) > 0;
            end = at + 1;
        }

        return typed ? (start, end) : default;
    }
}
