using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Parts the words of a name into first name and surname.</summary>
internal static class NameSplitter
{
    /// <summary>The token at which the surname begins and the one after its last; the rest is the first name.</summary>
    /// <param name="text">The document.</param>
    /// <param name="start">The first word.</param>
    /// <param name="end">After the last word.</param>
    /// <param name="knownSurname">Whether folded words were found as a surname elsewhere in the document.</param>
    /// <param name="surnameFirst">Whether the document writes surnames first where case tells.</param>
    internal static (int Start, int End) Surname(TokenText text, int start, int end, Func<string, bool> knownSurname, bool surnameFirst)
    {
        if (end - start == 1 || knownSurname(NameKey.Of(text, start, end))) return (start, end);
        if (end - start == 2 && knownSurname(NameKey.Of(text, start, start + 1)) && !knownSurname(NameKey.Of(text, start + 1, end))) return (start, start + 1);
        for (var i = start + 1; i < end; i++)
        {
            // MARTIN, Jeanne
            if (text.Folded(i) is "," or "/") return (start, i);
        }

        if (NameReader.IsInitial(text[start]) && text.Folded(start + 1) is "." && end - start > 2) return (FirstNameEnd(text, start, end), end);
        if (text[start].Length == 1 && !(text[end - 1].Length == 1 && end - start == 2)) return (FirstNameEnd(text, start, end), end);
        if (text[end - 1].Length == 1 && text[start].Length > 1 && text[end - 2][^1] != '\'') return NameVocabulary.IsFirstName(text.Folded(start)) && !IsUpper(text, start) ? (end - 1, end) : (start, InitialStart(text, start, end));
        var given = start;
        while (given < end && ((IsUpper(text, given) && (text[given][^1] != '\'' || (given + 1 < end && IsUpper(text, given + 1)))) || (NameReader.IsParticle(text, given) && given + 1 < end && IsUpper(text, given + 1)))) given++;

        // DUPONT Jean, DE SOUSA Maria
        if (given > start && given < end) return HasLongWord(text, start, given) ? (start, given) : (start + 1, end);
        if (given == start && LastUpper(text, start, end) is var upper && upper > start) return (upper, end);
        var particle = NameReader.IsParticle(text, start) || text[start][^1] == '\'';
        var trailing = TrailingFirstNames(text, start, end, surnameFirst);

        // JEAN DUPONT is a first name and a surname, DUPONT JEAN the reverse, Sorolla Ibarra two surnames.
        if (end - start == 2 && NameReader.IsParticle(text, end - 1)) return (start, end);
        var reversed = given == end || surnameFirst || !text.IsCapitalized(start) || particle || text[end - 1].Contains('-') || text[start].Contains('-');
        for (var i = start + 1; i < end - 1; i++) reversed |= NameReader.IsParticle(text, i) && !text.IsCapitalized(i);
        if (reversed && (text.IsCapitalized(end - 1) || !text.IsCapitalized(start)) && trailing < end && trailing > start && (particle || !NameVocabulary.IsFirstName(text.Folded(start))) && !NameReader.IsParticle(text, trailing - 1)) return (start, trailing);
        if (particle) return (start, end);
        if (given == end) return NameWords.FirstNames.Contains(text.Folded(start)) || NameVocabulary.IsFirstName(text.Folded(start)) ? (FirstNameEnd(text, start, end), end) : (start, end);
        return (FirstNameEnd(text, start, end), end);
    }

    /// <summary>LABORDE S., LABORDE J.-P.: the first of the initials that end a name.</summary>
    private static int InitialStart(TokenText text, int start, int end)
    {
        var at = end - 1;
        while (at - 1 > start && (text.Folded(at - 1) is "." or "-" || text[at - 1].Length == 1)) at--;
        return at;
    }

    /// <summary>Where the words in capitals begin that end a name, with the particles before them: Jeanne de LA TOUR.</summary>
    private static int LastUpper(TokenText text, int start, int end)
    {
        var at = end;
        while (at > start && (IsUpper(text, at - 1) || (NameReader.IsParticle(text, at - 1) && at < end))) at--;
        return at == end ? start : at;
    }

    private static int TrailingFirstNames(TokenText text, int start, int end, bool surnameFirst)
    {
        var at = end;
        while (at > start + 1 && (NameVocabulary.IsFirstName(text.Folded(at - 1)) || (surnameFirst && NameWords.FirstNames.Contains(text.Folded(at - 1)))) && !NameReader.IsParticle(text, at - 1)) at--;
        return at;
    }

    /// <summary>Jean Pierre Dupont: the second word may still be a first name when a surname follows.</summary>
    private static int FirstNameEnd(TokenText text, int start, int end)
    {
        var at = start + 1;
        while (at + 1 < end && (text.Folded(at) is "." or "-" || (text[at].Length == 1 && text[start].Length == 1))) at++;
        if (at + 1 < end && NameWords.FirstNames.Contains(text.Folded(start)) && NameWords.FirstNames.Contains(text.Folded(at)) && text.IsCapitalized(at + 1) && !IsUpper(text, at)) at++;
        return at;
    }

    private static bool HasLongWord(TokenText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i].Length > 1) return true;
        }

        return false;
    }

    private static bool IsUpper(TokenText text, int i) => !text[i].ContainsAnyInRange('a', 'z') && char.IsUpper(text[i][0]);
}

/// <summary>The form in which two mentions of a name are the same: folded words parted by spaces.</summary>
internal static class NameKey
{
    internal static string Of(TokenText text, int start, int end)
    {
        var key = new System.Text.StringBuilder();
        for (var i = start; i < end; i++)
        {
            if (i > start) key.Append(' ');
            key.Append(text.Folded(i));
        }

        return key.Replace('-', ' ').Replace("' ", "'").ToString();
    }
}
