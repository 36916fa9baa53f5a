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
    internal static (int Start, int End) Surname(TokenText text, int start, int end, Func<string, bool> knownSurname)
    {
        if (end - start == 1 || NameReader.IsParticle(text, start) || text[start][^1] == '\'' || knownSurname(NameKey.Of(text, start, end))) return (start, end);
        if (end - start == 2 && knownSurname(NameKey.Of(text, start, start + 1)) && !knownSurname(NameKey.Of(text, start + 1, end))) return (start, start + 1);
        if (text[start].Length == 1) return (FirstNameEnd(text, start, end), end);
        var capitals = 0;
        while (start + capitals < end && IsUpper(text, start + capitals)) capitals++;

        // DUPONT Jean
        if (capitals > 0 && start + capitals < end) return char.IsLower(text[start + capitals][^1]) && HasLongWord(text, start, capitals) ? (start, start + capitals) : (start + 1, end);

        // JEAN DUPONT is a first name and a surname, Sorolla Ibarra two surnames.
        if (capitals == end - start) return NameWords.FirstNames.Contains(text.Folded(start)) ? (FirstNameEnd(text, start, end), end) : (start, end);
        return (FirstNameEnd(text, start, end), end);
    }

    /// <summary>Jean Pierre Dupont: the second word may still be a first name when a surname follows.</summary>
    private static int FirstNameEnd(TokenText text, int start, int end)
    {
        var at = start + 1;
        while (at + 1 < end && (text.Folded(at) is "." or "-" || (text[at].Length == 1 && text[start].Length == 1))) at++;
        if (at + 1 < end && NameWords.FirstNames.Contains(text.Folded(start)) && NameWords.FirstNames.Contains(text.Folded(at)) && text.IsCapitalized(at + 1) && !IsUpper(text, at)) at++;
        return at;
    }

    private static bool HasLongWord(TokenText text, int start, int count)
    {
        for (var i = start; i < start + count; i++)
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
