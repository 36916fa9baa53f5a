using System.Buffers;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// Names that nothing announces, told by their form (a surname in capitals beside a given name), by a first name of the list, or by what follows
/// ("DURTELLE Simone née le", "Simone DURTELLE, 58 ans").
/// </summary>
internal static class BareNameReader
{
    private const int MostWords = 7;
    private const int MostTokens = 20;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUYÉÈÊÂÎÔÛ");

    private static readonly NameTrigger Person = new("bare", Roles.Carer, "weak");
    private static readonly NameTrigger Patient = new("bare", Roles.Patient, "");
    private static readonly NameTrigger Given = new("first", Roles.Other, "weak");

    /// <summary>Reads the name that begins at a token.</summary>
    /// <returns>The position after it; <paramref name="i"/> when there is none.</returns>
    internal static int Read(TokenText text, int i, bool lowerStyle, out NameTrigger trigger)
    {
        trigger = Person;
        if (!NameReader.IsNameToken(text, i) || IsInside(text, i)) return i;
        var end = lowerStyle && !text.IsCapitalized(i) ? LowerEnd(text, i, ref trigger) : CapitalEnd(text, i, ref trigger);
        if (lowerStyle && end == i + 1 && trigger.Kind == "first" && text.IsCapitalized(i)) end = LowerEnd(text, i, ref trigger);
        if (end > i && trigger.Kind == "bare" && IsBornAfter(text, end)) trigger = Patient;
        return end;
    }

    /// <summary>Née, épouse: the word that may join one more surname. The accent tells né from ne.</summary>
    internal static bool IsBorn(TokenText text, int i) =>
        i > 0 && i < text.Count && (text[i] is "né" or "Né" or "NÉ" || text.Folded(i) is "nee" or "ddn" or "dn" || (text[i] is "NE" && text.Folded(i + 1) is "le") || (text.Folded(i) is "ne" && text.Folded(i + 1) is "(" && text.Folded(i + 2) is "e"));

    /// <summary>Whether a birth, an age or a date follows a name.</summary>
    internal static bool IsBornAfter(TokenText text, int end)
    {
        var at = text.SameLine(end - 1, end) && text.Folded(end) is "," or "-" or "(" or "/" or "|" or ";" ? end + 1 : end;
        if (!text.SameLine(end - 1, at)) at = text.IsNextLine(end) ? end : at;
        if (!text.IsNear(end - 1, at)) return false;
        if (IsBorn(text, at) || text.Folded(at) is "age" or "agee" or "ipp" or "nip") return true;
        if (text.Kind(at) == TokenKind.Number) return text.SameLine(at, at + 1) && text.Folded(at + 1) is "ans" or "an" or "mois" or "jours";
        return text.Kind(at) == TokenKind.Date && text.SameLine(end - 1, at);
    }

    /// <summary>Whether the words before make what follows a part of something else: an eponym, a street, an establishment, a longer name.</summary>
    private static bool IsInside(TokenText text, int i)
    {
        if (!text.SameCell(i - 1, i)) return false;
        var at = i - 1;
        if (text.Kind(at) is TokenKind.Number && text.Folded(at - 1) is not ".") return false;
        while (text.SameCell(at, i) && i - at < 4 && text.Folded(at) is "de" or "d'" or "du" or "la" or "l'" or "des" or "le" or "\"" or "et") at--;
        if (!text.SameCell(at, i)) return false;
        if (text.SameCell(at - 1, i) && text.IsCapitalized(at) && text.Folded(at + 1) is "et" or "-" or "/")
        {
            // signe d'Adam et Hakim
            at--;
            while (text.SameCell(at, i) && i - at < 7 && text.Folded(at) is "de" or "d'" or "du" or "la" or "l'") at--;
        }

        if (!text.SameCell(at, i)) return false;
        if (NameWords.Eponyms.Contains(text.Folded(at)) || NameWords.Places.Contains(text.Folded(at)) || (char.IsLetter(text[at][0]) && (NameWords.Eponyms.Contains(text.Folded(at - 1)) || NameWords.Places.Contains(text.Folded(at - 1))))) return true;
        return at == i - 1 && text.IsCapitalized(at) && NameReader.IsNameToken(text, at) && text.Folded(at).Length > 1 && !NameVocabulary.Contains(text.Folded(at));
    }

    private static int CapitalEnd(TokenText text, int i, ref NameTrigger trigger)
    {
        if (!text.IsCapitalized(i)) return i;
        var (end, upper, given, initials, known, words, at) = (i, 0, 0, 0, 0, 0, i);
        while (words < MostWords && text.SameCell(i, at) && NameReader.IsNameToken(text, at))
        {
            var folded = text.Folded(at);
            if (at - i < MostTokens && NameReader.IsParticle(text, at) && (at > i || !NameVocabulary.Contains(text.Folded(at + 1))))
            {
                at++;
                continue;
            }

            if (text[at][^1] == '\'' && text.SameCell(at, at + 1) && text.IsCapitalized(at + 1))
            {
                at++;
                continue;
            }

            if (!text.IsCapitalized(at)) break;
            if (NameReader.IsInitial(text[at]))
            {
                var next = at + 1;
                if (text.SameCell(i, next) && text.Folded(next) is ".") next++;
                if (words > 0 && next == at + 1 && text.SameCell(i, next) && !text.IsClauseEnd(next)) break;
                initials++;
                words++;
                (end, at) = (at + 1, next);
                continue;
            }

            var first = NameVocabulary.IsFirstName(folded);
            var shouted = IsUpper(text, at);
            if (!first && (folded.Length < 2 || (NameVocabulary.Contains(folded) && !(shouted && upper + given > 0 && NameWords.Common.Contains(folded)) && !NameWords.FirstNames.Contains(folded)))) break;
            if (NameTrigger.Match(text, at, false, out var next1) > 0 && next1.Kind is "civility" or "title") break;
            if (first && !shouted) known++;
            if (first && shouted && folded.Length > 3) known++;
            if (shouted) upper++;
            else given++;
            words++;
            end = ++at;
        }

        if (words == 0 || upper + given == 0) return i;
        var bounded = IsEnd(text, end);
        var born = IsBornAfter(text, end);
        if (upper == words && NameLabels.WithFirstName(text, i, end) is var whole && whole > end && !NameVocabulary.Contains(text.Folded(i)) && IsLong(text, i, end) && (IsBornAfter(text, whole) || (text.Folded(whole) is "/" && text.SameCell(end, whole + 1)))) return whole;
        if (words == 1 && NameWords.IsAccented(text[i])) return i;
        if (words == 1) return given == 1 && known == 1 && text[i].Length > 2 && IsGiven(text, i, end, ref trigger) ? end : i;
        if (!bounded && !born)
        {
            // "Jeanne Martin va mieux": a first name of the list and its surname, whatever follows.
            if (known > 0 && words == 2 && given == 2 && end == i + 2 && text.IsClauseStart(i) && text[i].Length > 3 && NameVocabulary.IsFirstName(text.Folded(end - 1))) return end;
            return known > 0 && given > 0 && NameVocabulary.IsFirstName(text.Folded(i)) ? end : i;
        }

        if (known > 0 && (given > 0 || born || (text.IsCellStart(i) && IsCellEnd(text, end)))) return end;
        if (given >= 2 && NameWords.FirstNames.Contains(text.Folded(i)) && !NameVocabulary.Contains(text.Folded(end - 1)) && (born || IsCarerAfter(text, end) || (text.SameCell(i - 1, i) && text.Folded(i - 1) is "chez" or "avec" or "par"))) return end;
        if (born && upper > 0 && given > 0) return end;
        if (upper > 0 && initials > 0 && given == 0 && IsUpper(text, i) && IsLong(text, i, end) && (text.IsClauseStart(i) || text.Folded(i - 1) is "par" or "dr")) return end;
        if (upper > 0 && given > 0 && text.SameCell(i, end) && text.Kind(end) == TokenKind.Number) return i;
        if (upper > 0 && given > 0) return IsLong(text, i, end) && text.IsClauseStart(i) && ((text.IsCellStart(i) && IsCellEnd(text, end)) || IsCarerAfter(text, end) || HasCompoundSurname(text, i, end)) ? end : i;
        if (initials > 0 && text.IsClauseStart(i) && NameReader.IsInitial(text[i]) && text.Folded(i + 1) is ".") return IsLong(text, i, end) ? end : i;
        return i;
    }

    private static bool IsCarerAfter(TokenText text, int end) => text.SameLine(end - 1, end + 1) && text.Folded(end) is "," or "(" or "-" && NameWords.IsCarer(text, end + 1);

    /// <summary>Hôpital d'Enfants Marie-Lannelongue: the cell begins with the word of a place.</summary>
    private static bool IsOfPlace(TokenText text, int i)
    {
        var at = i - 1;
        while (i - at < 5 && text.SameCell(at, i) && char.IsLetter(text[at][0]) && !text.IsCellStart(at)) at--;
        return i - at < 5 && text.SameCell(at, i) && text.IsCapitalized(at) && text.IsCellStart(at) && NameWords.Places.Contains(text.Folded(at));
    }

    /// <summary>A first name alone: not at the head of a word group of capitals, nor before a number.</summary>
    private static bool IsGiven(TokenText text, int i, int end, ref NameTrigger trigger)
    {
        trigger = Given;
        if (IsOfPlace(text, i)) return false;
        if (text.SameCell(i, end) && (text.Kind(end) == TokenKind.Number || (text.IsCapitalized(end) && NameReader.IsNameToken(text, end)) || text.Folded(end) is "'" or "&" or "+" or "%" or "-")) return false;
        if (text.Folded(end) is ":" && (!text.IsCellStart(i) || NameVocabulary.Contains(text.Folded(i)))) return false;
        return !text.SameCell(i - 1, i) || !(text.Folded(i - 1) is "de" or "d'" or "du" or "l'" or "le" or "la" or "saint" or "st" or "sainte" or "ste" or "&" or "+" || (text.Folded(i - 1) is "-" && text.Span(i - 1).End == text.Span(i).Start));
    }

    /// <summary>"gwendal son frère", "le bourdiec jean-claude, 71 ans": in notes without capitals, a first name of the list and the words beside it.</summary>
    private static int LowerEnd(TokenText text, int i, ref NameTrigger trigger)
    {
        if (text[i].Length == 1 && text.SameCell(i, i + 2) && text.Folded(i + 1) is "." && text.IsClauseStart(i) && text[i + 2].Length > 3 && IsLowerWord(text, i + 2) && NameWords.IsCarer(text, i + 3)) return i + 3;
        var first = FindLowerFirst(text, i);
        if (first < 0) return text.IsCapitalized(i) ? i + 1 : i;
        trigger = Person;
        var end = first + 1;
        if (first > i) return (first == i + 1 && text.IsLineStart(i) && text[i].Length > 3) || IsEnd(text, end) || IsBornAfter(text, end) ? end : i;
        while (text.SameCell(i, end) && end - i < 3 && NameVocabulary.IsFirstName(text.Folded(end)) && IsLowerWord(text, end)) end++;
        var at = end;
        while (text.SameCell(i, at) && NameReader.IsParticle(text, at)) at++;
        if (text.SameCell(i, at) && IsLowerWord(text, at) && (text[at].Contains('-') || at > end || IsEnd(text, at + 1))) return at + 1;
        trigger = Given with { };
        return end;
    }

    private static int FindLowerFirst(TokenText text, int i)
    {
        if (IsLowerFirst(text, i)) return i;
        if (!(text.IsLineStart(i) || text.Folded(i - 1) is ":") || (!IsLowerWord(text, i) && !NameReader.IsParticle(text, i))) return -1;
        for (var at = i + 1; at < i + 4 && text.SameCell(i, at); at++)
        {
            if (IsLowerFirst(text, at)) return at;
            if (!IsLowerWord(text, at) && !NameReader.IsParticle(text, at)) return -1;
        }

        return -1;
    }

    private static bool IsLowerFirst(TokenText text, int i) => NameReader.IsNameToken(text, i) && text[i].Length > 3 && NameVocabulary.IsFirstName(text.Folded(i)) && (text[i].Contains('-') || !NameVocabulary.Contains(text.Folded(i)));

    private static bool IsLowerWord(TokenText text, int i) =>
        NameReader.IsNameToken(text, i) && text[i].Length > 1 && !NameVocabulary.Contains(text.Folded(i)) && !NameWords.EndsAsAdjective(text[i]) && !NameReader.IsParticle(text, i);

    private static bool IsUpper(TokenText text, int i) => !text[i].ContainsAnyInRange('a', 'z') && text[i].Length > 1;

    private static bool IsLong(TokenText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i].Length > 3 && IsUpper(text, i) && text[i].ContainsAny(Vowels)) return true;
        }

        return false;
    }

    private static bool HasCompoundSurname(TokenText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IsUpper(text, i) && text[i].Length > 6 && text[i].Contains('-') && text.IsClauseEnd(end)) return true;
        }

        return false;
    }

    private static bool IsCellEnd(TokenText text, int i) => !text.SameCell(i - 1, i);

    /// <summary>Whether a name may end before a token: a mark, a column, a number, or the profession of who bears it.</summary>
    internal static bool IsEnd(TokenText text, int i) =>
        IsCellEnd(text, i) || text.IsClauseEnd(i) || text.Folded(i) is "<" or "[" or "|" or "et" or "=" or "ou" or "au" || text.Kind(i) is TokenKind.Number or TokenKind.Date or TokenKind.Phone or TokenKind.Email
        || IsBorn(text, i) || NameWords.IsCarer(text, i);
}
