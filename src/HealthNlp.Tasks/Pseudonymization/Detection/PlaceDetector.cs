using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Towns named in a sentence ("vit à Rennes"), countries and nationalities.</summary>
internal sealed class PlaceDetector : Detector
{
    private static readonly Lazy<PhraseTable<string>> Towns = Knowledge.Phrases("cities.tsv");
    private static readonly Lazy<PhraseTable<string>> Countries = new(() => new PhraseTable<string>(Knowledge.Rows("countries.tsv").Select(row => (row[0], row[0]))));
    private static readonly Lazy<PhraseTable<string>> Nationalities =
        new(() => new PhraseTable<string>(Knowledge.Rows("countries.tsv").SelectMany(row => row[1..]).Where(word => word.Length > 0).Select(word => (word, word))));

    private static readonly Lazy<WordSet> BeforeTown = Knowledge.Words("place_words.tsv", "before-town");
    private static readonly Lazy<WordSet> Residence = Knowledge.Words("place_words.tsv", "residence");
    private static readonly Lazy<WordSet> NotTown = Knowledge.Words("place_words.tsv", "not-town");

    internal override string Name => "places";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (NationalityLength(text, i) is > 0 and var words)
            {
                findings.Add(new Finding(text.Span(i, i + words), IdentifierLabels.Nationality));
                i += words - 1;
            }
            else if (text.IsCapitalized(i) && Countries.Value.Match(text, i, out _) is > 0 and var country && !text.IsBefore(i, 3, NotTown.Value))
            {
                findings.Add(new Finding(text.Span(i, i + country), IdentifierLabels.Country, PlaceRoles.Of(text, i, 4) == Roles.Patient ? Roles.Patient : Roles.Other));
                i += country - 1;
            }
            else if (TownLength(text, i) is > 0 and var town)
            {
                findings.Add(new Finding(text.Span(i, i + town), IdentifierLabels.City, PlaceRoles.Of(text, i, 8)));
                i += town - 1;
            }
        }
    }

    private static int TownLength(TokenText text, int i)
    {
        if (!text.IsCapitalized(i)) return 0;

        // "Nantes, le 3 mars" at the head of a letter.
        if (text.IsLineStart(i)) return Towns.Value.Match(text, i, out _) is > 0 and var dated && text.Folded(i + dated) is "," && text.Is(i + dated + 1, "le") ? dated : 0;
        if (!text.SameLine(i - 1, i) || !BeforeTown.Value.Contains(text.Folded(i - 1)) || text.IsBefore(i, 3, NotTown.Value)) return 0;
        if (Towns.Value.Match(text, i, out _) is > 0 and var known) return known;

        // A town that is not in the list needs the words of a home before it, and more than an acronym.
        if (!text.Is(i - 1, "a") || text.Kind(i) != TokenKind.Word || text[i].Length < 3 || !text[i].ContainsAnyInRange('a', 'z') || !text.IsBefore(i - 1, 5, Residence.Value)) return 0;
        var end = i + 1;
        while (text.SameLine(i, end) && (text.IsCapitalized(end) || (text.Folded(end) is "sur" or "sous" or "en" or "la" or "le" or "les" && text.IsCapitalized(end + 1)))
            && text.Kind(end) == TokenKind.Word && end - i < 5) end++;
        return NameWords.Stops.Contains(text.Folded(i)) && end == i + 1 ? 0 : end - i;
    }

    /// <summary>An adjective of nationality, said of the patient.</summary>
    private static int NationalityLength(TokenText text, int i)
    {
        if (!text.SameLine(i - 1, i)) return 0;
        var length = Nationalities.Value.Match(text, i, out _);
        if (length == 0) return text.Is(i - 1, "nationalite") && text.Kind(i) == TokenKind.Word ? 1 : 0;
        return text.Folded(i - 1) is "nationalite" or "origine" or "patient" or "patiente" || (text.Folded(i - 1) is ":" && text.Folded(i - 2) is "nationalite" or "origine") ? length : 0;
    }
}
