using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Adjectives of nationality said of the patient; a language or a variety has the same words and is none.</summary>
internal static class Nationalities
{
    private const int MostWordsFromLabel = 4;

    private static readonly Lazy<PhraseTable<string>> Adjectives =
        new(() => new PhraseTable<string>(Knowledge.Rows("countries.tsv").SelectMany(row => row[1..]).Where(word => word.Length > 0).Select(word => (word, word))));

    private static readonly Lazy<WordSet> Words = new(() => new WordSet(Knowledge.Rows("countries.tsv").SelectMany(row => row[1..]).Where(word => word.Length > 0)));
    private static readonly Lazy<WordSet> Countries = Knowledge.Words("countries.tsv");
    private static readonly Lazy<WordSet> Persons = Knowledge.Words("place_words.tsv", "national");
    private static readonly Lazy<WordSet> Languages = Knowledge.Words("place_words.tsv", "language");

    /// <summary>How many tokens the nationality at a token has; 0 when there is none.</summary>
    internal static int Length(TokenText text, int i)
    {
        var length = Adjectives.Value.Match(text, i, out _);
        if (length == 0 && IsDouble(text.Folded(i))) return 1;
        if (length == 0) return text.SameLine(i - 1, i) && ((text.Is(i - 1, "nationalite") && !NameWords.Stops.Contains(text.Folded(i))) || IsCode(text, i)) ? 1 : 0;
        if (text.SameLine(i - 1, i) && Persons.Value.Contains(text.Folded(i - 1))) return length;
        if (IsLabelled(text, i)) return length;
        if (text.Folded(i - 1) is "origine" || (text.Folded(i - 1) is ":" && text.Folded(i - 2) is "origine")) return length;
        return IsClause(text, i, length) && !text.IsBefore(i, 8, Languages.Value) && (text.Is(i + length, "par") || !text.IsBefore(i, 5, NameWords.Relatives)) && !(IsCountry(text, i) && text.Folded(i - 1) is "(" or ",") ? length : 0;
    }

    /// <summary>nationalité : portugaise et française; nationalité (italienne).</summary>
    private static bool IsLabelled(TokenText text, int i)
    {
        for (var j = i - 1; j >= i - MostWordsFromLabel && text.SameLine(j, i); j--)
        {
            if (text.Folded(j) is "nationalite" or "nationalites") return true;
            if (text.Folded(j) is not (":" or "=" or "(" or "." or "..." or "et" or "/" or "-" or "," or "double" or "est" or "de") && !Words.Value.Contains(text.Folded(j))) return false;
        }

        return false;
    }

    /// <summary>nationalite=FR, Nationalité : FRA.</summary>
    private static bool IsCode(TokenText text, int i) =>
        text.Folded(i - 1) is "=" or ":" && text.Folded(i - 2) is "nationalite" or "nat" or "nationality" && text[i].Length is 2 or 3 && !text[i].ContainsAnyExceptInRange('A', 'Z');

    /// <summary>Suisse, Argentine with a capital.</summary>
    private static bool IsCountry(TokenText text, int i) => text.IsCapitalized(i) && Countries.Value.Contains(text.Folded(i));

    /// <summary>Whether an adjective fills a clause or a field: ", turque,", ";ROUMAINE;", "(française)".</summary>
    private static bool IsClause(TokenText text, int i, int length) =>
        (text.IsLineStart(i) ? text.IsCapitalized(i) && text.Folded(i + length) is "," : text.Folded(i - 1) is "," or ";" or "(" or "." || !text.IsJoined(i))
        && (text.IsClauseEnd(i + length) || text.Folded(i + length) is ";" or "|" || (text.Is(i + length, "par") && text.Folded(i + length + 1) is "mariage" or "naturalisation" or "son" or "sa"))
        && (text.Folded(i - 1) is not "." || text.Folded(i + length) is ",") && !(text.Folded(i - 1) is "(" && text.Folded(i + length) is not ")");

    /// <summary>franco-algérienne, italo-suisse.</summary>
    private static bool IsDouble(ReadOnlySpan<char> folded)
    {
        var hyphen = folded.IndexOf('-');
        return hyphen > 2 && (folded[hyphen - 1] == 'o' || Words.Value.Contains(folded[..hyphen])) && Words.Value.Contains(folded[(hyphen + 1)..]);
    }
}
