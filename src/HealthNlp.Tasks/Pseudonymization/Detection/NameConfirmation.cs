using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Whether the words that were read are a name for what announced them: a weak trigger asks for more.</summary>
internal static class NameConfirmation
{
    internal static bool Confirms(TokenText text, int start, int end, NameTrigger trigger)
    {
        if (text.IsBefore(start, 2, NameWords.Eponyms) && trigger.Kind is not ("title" or "civility" or "label" or "by" or "last" or "first")) return false;
        return trigger.Kind switch
        {
            "job" or "by" => IsStaff(text, start, end, trigger),
            "newborn" => (IsGivenName(text, start) || (text.Is(start - 1, "de") && IsAllUpper(text, start))) && text.IsClauseEnd(end) && (!IsWord(text, start) || text.Folded(start - 1) is "\""),
            "relative" => IsRelative(text, start, end),
            "child" => IsGivenName(text, start) || IsAllUpper(text, start) || end - start > 1,
            "label" => IsLabelled(text, start, end, trigger),
            "civility" => !IsFunction(text, start, end),
            "last" or "first" => text[start].Length > 1 && !(end - start == 1 && NameWords.Stops.Contains(text.Folded(start))),
            _ => true,
        };
    }

    /// <summary>Madame la Procureure, Monsieur le Directeur.</summary>
    private static bool IsFunction(TokenText text, int start, int end) => end - start >= 2 && text.Folded(start) is "le" or "la" or "l'" && !text.IsCapitalized(start) && (NameWords.OtherPeople.Contains(text.Folded(start + 1)) || (IsWord(text, start + 1) && !NameWords.Common.Contains(text.Folded(start + 1))));

    private static bool IsStaff(TokenText text, int start, int end, NameTrigger trigger)
    {
        if (!text.IsCapitalized(start) && !NameVocabulary.IsFirstName(text.Folded(start))) return false;
        if (end - start == 1) return IsGivenName(text, start) && (NameVocabulary.IsFirstName(text.Folded(start)) || (!IsWord(text, start) && (text[start].Contains('-') || !NameWords.EndsAsAdjective(text[start])) && text[start].Length > 3));
        if (NameVocabulary.IsFirstName(text.Folded(start)) || NameVocabulary.IsFirstName(text.Folded(end - 1))) return true;
        if (trigger.Kind == "job" && NameReader.IsParticle(text, start) && text.IsCapitalized(start)) return true;
        return (!IsWord(text, start) || NameReader.IsParticle(text, start)) && !IsWord(text, end - 1) && (char.IsLower(text[start][^1]) ? !char.IsLower(text[end - 1][^1]) : char.IsLower(text[end - 1][^1]) || text[start].Length == 1);
    }

    private static bool IsRelative(TokenText text, int start, int end)
    {
        if (NameWords.FirstNames.Contains(text.Folded(start)) || NameVocabulary.IsFirstName(text.Folded(start))) return text.IsCapitalized(start) || !NameVocabulary.Contains(text.Folded(start));
        if (IsWord(text, start) || NameWords.EndsAsAdjective(text[start])) return false;
        if (IsGivenName(text, start)) return true;
        if (!text.IsCapitalized(start) && end - start == 1) return text[start].Length > 2 && (text.IsClauseEnd(end) || text.Kind(end) != TokenKind.Word || NameWords.Stops.Contains(text.Folded(end)));

        // son père MARTIN Jean
        return end - start > 1 && IsAllUpper(text, start) && char.IsLower(text[end - 1][^1]) && !IsWord(text, end - 1);
    }

    private static bool IsLabelled(TokenText text, int start, int end, NameTrigger trigger)
    {
        if (NameWords.Places.Contains(text.Folded(start)) && !NameReader.IsParticle(text, start)) return false;
        if (text[start].Length == 1) return end - start >= 2 && text[end - 1].Length > 1;
        var first = NameVocabulary.IsFirstName(text.Folded(start));
        var every = true;
        for (var i = start; i < end; i++) every &= (IsWord(text, i) && !(NameWords.FirstNames.Contains(text.Folded(i)) && char.IsLower(text[i][^1]))) || NameReader.IsParticle(text, i);
        if (end - start >= 2) return !every || NameVocabulary.IsFirstName(text.Folded(end - 1)) || first;
        if (first) return IsGivenName(text, start) || BareNameReader.IsEnd(text, end);
        if (IsWord(text, start) && !(NameWords.Common.Contains(text.Folded(start)) && IsAllUpper(text, start) && trigger.Role == Roles.Carer)) return false;
        return trigger.Role switch
        {
            Roles.Carer => text.IsClauseEnd(end) || BareNameReader.IsEnd(text, end),
            Roles.Patient => text.IsClauseEnd(end),
            _ => text.IsClauseEnd(end) && char.IsLower(text[start][^1]),
        };
    }

    private static bool IsWord(TokenText text, int i) => NameVocabulary.Contains(text.Folded(i)) && !NameVocabulary.IsFirstName(text.Folded(i));

    private static bool IsGivenName(TokenText text, int i) => text.IsCapitalized(i) && text[i].Length > 2 && char.IsLower(text[i][^1]);

    private static bool IsAllUpper(TokenText text, int i) => !text[i].ContainsAnyInRange('a', 'z') && text[i].Length > 3;
}
