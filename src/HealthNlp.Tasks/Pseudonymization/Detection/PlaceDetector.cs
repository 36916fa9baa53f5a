using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Towns and countries named in a sentence ("vit à Rennes", "née au Maroc"), at the head of a letter, beside a name, or in a field of a form.</summary>
internal sealed class PlaceDetector : Detector
{
    private const int WordsFromHome = 8;

    private static readonly Lazy<PhraseTable<string>> Countries = new(() => new PhraseTable<string>(Knowledge.Rows("countries.tsv").Select(row => (row[0], row[0]))));

    private static readonly Lazy<WordSet> BeforeTown = Knowledge.Words("place_words.tsv", "before-town");
    private static readonly Lazy<WordSet> Residence = Knowledge.Words("place_words.tsv", "residence");
    private static readonly Lazy<WordSet> Stays = Knowledge.Words("place_words.tsv", "stay");
    private static readonly Lazy<WordSet> PlaceNouns = Knowledge.Words("place_words.tsv", "place-noun");
    private static readonly Lazy<WordSet> PlaceVerbs = Knowledge.Words("place_words.tsv", "place-verb");
    private static readonly Lazy<WordSet> Labels = Knowledge.Words("place_words.tsv", "town-label");
    private static readonly Lazy<WordSet> Beside = Knowledge.Words("place_words.tsv", "beside-town");
    private static readonly Lazy<WordSet> NotTown = Knowledge.Words("place_words.tsv", "not-town");

    internal override string Name => "places";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Kind(i) != TokenKind.Word) continue;
            if (Nationalities.Length(text, i) is > 0 and var words)
            {
                findings.Add(new Finding(text.Span(i, i + words), IdentifierLabels.Nationality));
                i += words - 1;
            }
            else if (CountryLength(text, i) is > 0 and var country)
            {
                findings.Add(new Finding(text.Span(i, i + country), IdentifierLabels.Country, PlaceOwners.OfCountry(text, i)));
                i += country - 1;
            }
            else if (TownLength(text, i) is > 0 and var town)
            {
                var dates = text.Folded(i + town) is "," && (!text.IsJoined(i) || (text.Is(i - 1, "a") && text.Is(i - 2, "fait")));
                findings.Add(new Finding(text.Span(i, i + town), IdentifierLabels.City, dates ? PlaceOwners.OfHead(text, i) : PlaceOwners.Of(text, i, 8)));
                i += town - 1;
            }
        }
    }

    private static int CountryLength(TokenText text, int i)
    {
        var length = Countries.Value.Match(text, i, out _);
        if (length == 0 || text.IsBefore(i, 3, NotTown.Value)) return 0;
        return text.IsCapitalized(i) || (text.SameLine(i - 1, i) && text.Folded(i - 1) is "en" or "au" or "aux") || (text.Is(i - 1, "l'") && text.Folded(i - 2) is "pour" or "vers") ? length : 0;
    }

    private static int TownLength(TokenText text, int i)
    {
        if (text.IsCapitalized(i))
        {
            if (Dated(text, i) is > 0 and var dated) return dated;
            if (Field(text, i) is > 0 and var value) return value;
            if (BesideCountry(text, i) is > 0 and var foreign) return foreign;
        }

        if (Apposed(text, i) is > 0 and var apposed) return apposed;

        var near = text.SameLine(i - 1, i) || (text.IsNextLine(i) && text.Folded(i - 1) is "a");
        return near && !text.IsBefore(i, 3, NotTown.Value) ? AfterWord(text, i) : 0;
    }

    /// <summary>"Nantes, le 3 mars" at the head of a letter, "Nantes, 03/05/24", "Fait à Nantes".</summary>
    private static int Dated(TokenText text, int i)
    {
        var apart = !text.IsJoined(i);
        if (!apart && text.Folded(i - 1) is not ",") return 0;
        var length = apart ? Towns.Any(text, i) : Towns.Known(text, i);
        var comma = i + length;
        if (length == 0 || !text.SameLine(i, comma + 1)) return 0;
        if (text.Folded(comma) is "cedex") return length;
        if (text.Folded(comma) is not ",") return 0;
        var known = Towns.Known(text, i) == length;
        if (text.Is(comma + 1, "le") && ((known && apart) || text.Kind(comma + 2) is TokenKind.Number or TokenKind.Date || text.Folded(comma + 2) is "1er")) return length;
        return apart && known && (text.Kind(comma + 1) == TokenKind.Date || (text.Kind(comma + 1) == TokenKind.Number && text[comma + 1].Length <= 2 && text.Kind(comma + 2) == TokenKind.Word)) ? length : 0;
    }

    /// <summary>The value of "Ville :", "Commune :", "Lieu de naissance :".</summary>
    private static int Field(TokenText text, int i)
    {
        if (text.Folded(i - 1) is not (":" or "=" or "|") || NameWords.Stops.Contains(text.Folded(i)) || text[i].Length < 3) return 0;
        var label = i - 2;
        while (label > 0 && text.Folded(label) is "." or "...") label--;
        if (label > 0 && text.Is(label, "a") && text.SameLine(label, i) && text.IsBefore(label, 6, Residence.Value)) return Towns.Any(text, i);
        if (label < 0 || !text.SameLine(label, i) || !Labels.Value.Contains(text.Folded(label)) || text.Folded(label - 1) is "en" or "de" && !text.Is(label, "naissance")) return 0;
        return Towns.Any(text, i);
    }

    /// <summary>"Recife (Brésil)", "Livourne, Italie", "Brésil (Recife)", "Saint-Denis (93)".</summary>
    private static int BesideCountry(TokenText text, int i)
    {
        if (text.Folded(i - 1) is "(" && text.SameLine(i - 2, i) && IsCountry(text, i - 2)) return Towns.Any(text, i) is > 0 and var inside && text.Folded(i + inside) is ")" ? inside : 0;
        if (text.Folded(i - 1) is "de" or "d'" or "du" or "en" or "au" || text.IsBefore(i, 3, NotTown.Value)) return 0;
        if (!IsFollowedByMark(text, i)) return 0;
        var known = Towns.Known(text, i);
        var length = known > 0 ? known : Towns.Any(text, i);
        if (length == 0 || !text.SameLine(i, i + length + 1) || NameWords.Stops.Contains(text.Folded(i))) return 0;
        var after = i + length + 1;
        if (text.Folded(after - 1) is "(")
        {
            if (Countries.Value.Match(text, after, out _) is > 0 and var country && text.Folded(after + country) is ")") return length;
            return known > 0 && text.Kind(after) == TokenKind.Number && text[after].Length is 2 or 3 or 5 && text.Folded(after + 1) is ")" && Communes.Match(text, i, "", text[after]) > 0 ? length : 0;
        }

        return text.Folded(after - 1) is "," && !text.IsLineStart(i) && text.IsCapitalized(after) && Countries.Value.Match(text, after, out _) > 0 && Countries.Value.Match(text, i, out _) == 0 && text.Folded(i - 1) is "," or "a" or "(" or ":" ? length : 0;
    }

    private static bool IsFollowedByMark(TokenText text, int i)
    {
        for (var j = i + 1; j < i + 6 && text.SameLine(i, j); j++)
        {
            if (text.Folded(j) is "," or "(") return true;
            if (text.Kind(j) != TokenKind.Word) return false;
        }

        return false;
    }

    private static bool IsCountry(TokenText text, int last)
    {
        for (var first = last; first >= last - 2 && text.SameLine(first, last); first--)
        {
            if (Countries.Value.Match(text, first, out _) == last - first + 1) return true;
        }

        return false;
    }

    /// <summary>A known town between marks, beside a person, an establishment or a street: "Dr X, Mende", "Dr X (Mende)".</summary>
    private static int Apposed(TokenText text, int i)
    {
        var (bracket, capital) = (text.Folded(i - 1) is "(", text.IsCapitalized(i));
        if (text.IsLineStart(i) || (!bracket && ((!capital && !(text.Folded(i - 1) is "," && Towns.Large(text, i) > 0 && text.IsBefore(i, 4, Beside.Value))) || (text.Folded(i - 1) is not ("," or "-" or ")") && text.IsJoined(i))))) return 0;
        var length = Towns.Known(text, i);
        if (length == 0 || Towns.IsHomograph(text, i, length) || IsShouted(text, i, length)) return 0;
        var end = i + length;
        if (bracket && !capital) return text.Folded(end) is ")" && (Towns.Large(text, i) == length || Towns.IsPlain(text, i, length)) ? length : 0;
        if (!text.IsClauseEnd(end) && text.IsJoined(end) && text.Kind(end) != TokenKind.Phone && text.Folded(end) is not "cedex") return 0;

        // "Son frère, Job": a first name stands right after a relative.
        if (text.Folded(i - 1) is "," && NameWords.Relatives.Contains(text.Folded(i - 2))) return Towns.Large(text, i);
        return text.IsBefore(i, 10, Beside.Value) || Towns.IsPlain(text, i, length) ? length : 0;
    }

    /// <summary>A word alone in capitals is as often an abbreviation.</summary>
    private static bool IsShouted(TokenText text, int i, int length) => length == 1 && text[i].Length <= 4 && !text[i].ContainsAnyInRange('a', 'z');

    /// <summary>A town after "à", "de", "depuis", or after what belongs to a town: "pompiers de", "CPAM".</summary>
    private static int AfterWord(TokenText text, int i)
    {
        var capital = text.IsCapitalized(i);
        var word = text.Folded(i - 1);
        if (!BeforeTown.Value.Contains(word)) return capital && (text.IsBefore(i, 1, PlaceNouns.Value) || (text.IsBefore(i, 2, PlaceVerbs.Value) && word is not ("en" or "dans" or "le" or "la" or "les" or "un" or "une" or "chez"))) && Towns.Known(text, i) is > 0 and var named && !IsShouted(text, i, named) && !Towns.IsHomograph(text, i, named) ? named : 0;
        var known = Towns.Known(text, i);
        if (capital && word is "au" or "du" or "aux") return known > 0 && Towns.IsPlain(text, i, known) ? known : AfterArticle(text, i, word is "aux" ? "les " : "le ");
        if (known > 0 && (capital ? IsNamed(text, i, known) : IsNamedInLowerCase(text, i, known))) return known;

        // A town that is not known needs the words of a home before it, and more than an acronym.
        if (!capital || word is not "a" || text[i].Length < 3 || !text[i].ContainsAnyInRange('a', 'z') || NameWords.Stops.Contains(text.Folded(i)) || !text.IsBefore(i - 1, WordsFromHome, Residence.Value)) return 0;
        return NameWords.FirstNames.Contains(text.Folded(i)) || NameTrigger.Match(text, i, false, out _) > 0 ? 0 : Towns.Any(text, i);
    }

    /// <summary>au Mans, aux Sables-d'Olonne.</summary>
    private static int AfterArticle(TokenText text, int i, string article)
    {
        var length = Communes.Match(text, i, article);
        return length > 0 && (Towns.IsPlain(text, i, length) || (!Towns.IsHomograph(text, i, length) && IsHome(text, i))) ? length : 0;
    }

    private static bool IsNamed(TokenText text, int i, int length)
    {
        if (IsShouted(text, i, length)) return Towns.Large(text, i) == length || IsHome(text, i);
        if (text.Is(i - 1, "a")) return !Towns.IsHomograph(text, i, length) || !NameWords.Stops.Contains(text.Folded(i)) || IsHome(text, i);
        if (Towns.Large(text, i) == length || Towns.IsPlain(text, i, length)) return true;
        if (text[i].ContainsAnyInRange('a', 'z') && text.IsBefore(i - 1, 1, PlaceNouns.Value) && !NameWords.Stops.Contains(text.Folded(i)) && !NameWords.FirstNames.Contains(text.Folded(i))) return true;
        return !Towns.IsHomograph(text, i, length) && (length > 1 || text[i].Length > 3 || text.IsBefore(i - 1, 2, PlaceNouns.Value)) && text[i].ContainsAnyInRange('a', 'z') && !text.IsBefore(i, 3, NameWords.Eponyms);
    }

    private static bool IsNamedInLowerCase(TokenText text, int i, int length)
    {
        if (!text.Is(i - 1, "a") || Towns.IsHomograph(text, i, length)) return false;
        if (text[i].Length < 4) return Towns.Large(text, i) == length && IsHome(text, i);
        return text[i - 1] is "à" or "À" || (text[i].Length > 5 && IsHome(text, i)) || Towns.Large(text, i) == length || Towns.IsPlain(text, i, length);
    }

    private static bool IsHome(TokenText text, int i) => text.IsBefore(i - 1, WordsFromHome, Residence.Value) || text.IsBefore(i - 1, WordsFromHome, Stays.Value);
}
