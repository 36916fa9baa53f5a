using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Names told by the form of a letter: initials of who dictated and typed it, greetings, and the signature after the closing words.</summary>
internal static class NameMarks
{
    private const int MostSignatureLines = 4;

    private static readonly NameTrigger Initials = new("last", Roles.Carer, "");
    private static readonly NameTrigger First = new("first", Roles.Carer, "weak");
    private static readonly NameTrigger Whole = new("bare", Roles.Carer, "weak");

    private static readonly Lazy<PhraseTable<string>> Words = new(() => new PhraseTable<string>(Knowledge.Rows("name_words.tsv").Where(row => row[0] is "greeting" or "closing" or "typist").Select(row => (row[1], row[0]))));

    internal static void Read(TokenText text, List<FoundName> names)
    {
        var closing = -1;
        var closingLines = 0;
        for (var i = 0; i < text.Count; i++)
        {
            if (closing >= 0 && text.IsLineStart(i) && ++closingLines > MostSignatureLines) closing = -1;
            if (closing >= 0 && text.IsCellStart(i) && Signature(text, i) is var signed && signed > i)
            {
                names.Add(new FoundName(i, signed, signed == i + 1 ? First : Whole, Roles.Carer));
                i = signed - 1;
                continue;
            }

            var length = Words.Value.Match(text, i, out var kind);
            if (length == 0) continue;
            var at = i + length;
            if (kind == "typist") i = Typists(text, i, at, names) - 1;
            else if (kind == "greeting" && text.IsCellStart(i) && Greeted(text, i, at) is var greeted && greeted > at) names.Add(new FoundName(at, greeted, text.Folded(at - 1) is "cher" or "chere" && !NameVocabulary.IsFirstName(text.Folded(at)) ? Initials : First, Roles.Carer));
            else if (kind == "closing" && (text.IsLineStart(i) || text.IsClauseStart(i)))
            {
                (closing, closingLines) = (i, 0);
                if (text.SameLine(i, at + 1) && text.Folded(at) is "." or "," or "-" && text[at + 1].Length is 2 or 3 && !text[at + 1].ContainsAnyInRange('a', 'z') && IsInitials(text, at + 1) && !text.SameLine(at + 1, at + 2)) names.Add(new FoundName(at + 1, at + 2, Initials, Roles.Carer));
                if (text.SameLine(i, at + 1) && text.Folded(at) is "," or "-" && (text.IsClauseEnd(at + 2) || text.IsLineStart(at + 2)) && IsGiven(text, at + 1)) names.Add(new FoundName(at + 1, at + 2, First, Roles.Carer));
            }
        }
    }

    /// <summary>Bonsoir Hélène, Mon cher Régis,</summary>
    private static int Greeted(TokenText text, int i, int at) =>
        text.SameCell(i, at) && IsGiven(text, at) && (!text.SameLine(at, at + 1) || text.Folded(at + 1) is "," or "!" or "." or ":") ? at + 1 : at;

    private static bool IsGiven(TokenText text, int i) =>
        NameReader.IsNameToken(text, i) && text[i].Length > 2 && text.IsCapitalized(i) && char.IsLower(text[i][^1]) && (NameVocabulary.IsFirstName(text.Folded(i)) || !NameVocabulary.Contains(text.Folded(i)));

    /// <summary>A column that holds one to four words of a name and nothing else.</summary>
    private static int Signature(TokenText text, int i)
    {
        if (NameTrigger.Match(text, i, false, out _) > 0) return i;
        var (at, words) = (i, 0);
        for (; text.SameCell(i, at) && at - i < 8; at++)
        {
            if (text.Folded(at) is "." or "-" && at > i && text[at - 1].Length < 4) continue;
            if (!NameReader.IsNameToken(text, at)) return i;
            var folded = text.Folded(at);
            if (!NameReader.IsParticle(text, at) && text[at].Length > 1 && NameVocabulary.Contains(folded) && !NameWords.FirstNames.Contains(folded) && !(words > 0 && NameWords.Common.Contains(folded))) return i;
            words++;
        }

        if (words is 0 or > 5 || text.SameCell(i, at)) return i;
        var last = text.Folded(at - 1) is "." ? at - 1 : at;
        if (words == 1) return text[i].Length > 2 && (NameVocabulary.IsFirstName(text.Folded(i)) || (text.IsCapitalized(i) && char.IsLower(text[i][^1]))) ? last : i;
        return text.IsCapitalized(i) || NameVocabulary.IsFirstName(text.Folded(i)) ? last : i;
    }

    /// <summary>Réf : HQ/mlt, dicté par AFH, frappé par nb.</summary>
    private static int Typists(TokenText text, int i, int at, List<FoundName> names)
    {
        while (text.SameLine(i, at) && text.Folded(at) is ":" or "." or "/" or "-" or "par") at++;
        var end = i + 1;
        for (; text.SameCell(i, at) || (at > i && text.SameLine(i, at) && text.Folded(at - 1) is ":"); at++)
        {
            if (text.Folded(at) is "/" or "." or "-") continue;
            if (Words.Value.Match(text, at, out _) > 0) break;
            if (text.Folded(at + 1) is "/" && at == i + 2 && text[at].Length > 2 && !char.IsUpper(text[at][^1])) continue;
            if (!IsInitials(text, at) || (text.SameCell(at, at + 1) && text.Kind(at + 1) == TokenKind.Number)) break;
            names.Add(new FoundName(at, at + 1, Initials, Roles.Carer));
            end = at + 1;
        }

        return end;
    }

    private static bool IsInitials(TokenText text, int i)
    {
        var word = text[i];
        if (word.Length is < 2 or > 4 || NameWords.Stops.Contains(text.Folded(i)) || NameReader.IsParticle(text, i) || (word.Length > 3 && NameVocabulary.Contains(text.Folded(i)))) return false;
        var upper = 0;
        foreach (var c in word)
        {
            if (!char.IsLetter(c)) return false;
            if (char.IsUpper(c)) upper++;
        }

        return upper == word.Length || upper == 0;
    }
}
