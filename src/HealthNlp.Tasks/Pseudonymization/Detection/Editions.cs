using System.Buffers;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Dates of texts, classifications, forms and machines, which tell nothing of a patient: UICC 2017, loi du 4 mars 2002, imprimé v7 (01/2023), scanner mis en service en 2018.</summary>
internal static class Editions
{
    private static readonly SearchValues<char> VersionMarks = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> StemEnds = SearchValues.Create("-/0123456789");

    private const int Reach = 4;
    private const int LawReach = 8;
    private const int ActReach = 6;
    private const int DeviceReach = 20;
    private const int CriterionReach = 6;

    internal static bool Has(TokenText text, int i, bool hasDay) =>
        (!hasDay && (IsReferred(text, i) || IsByAuthor(text, i))) || IsOfLaw(text, i) || IsOfMachine(text, i);

    /// <summary>A reference or a version just before, with no word of time between.</summary>
    private static bool IsReferred(TokenText text, int i)
    {
        for (var j = i - 1; j >= i - Reach && text.SameLine(j, i) && text.Folded(j) is not ("depuis" or "en" or "le" or "vers" or "avant" or "des" or ";"); j--)
        {
            var word = text.Folded(j);
            if (DateLabelWords.References.Contains(word) || DateLabelWords.References.Contains(Stem(word)) || IsVersion(word)) return true;
            if (text.Is(i - 1, "(") && j == i - 2 && DateLabelWords.PlaceReferences.Contains(word)) return true;
            if (word is "machine" or "appareil" or "materiel" && j >= i - 2) return true;
            if (j == i - 1 && IsAcronym(text, j)) return true;
            if (word is "jour" && text.Is(j - 1, "a") && text.Is(j - 2, "mise")) return true;
        }

        return false;
    }

    /// <summary>A text of law before, with its number and its author at most between: circulaire DGOS/R4 n° 12 du 3 mai 2016.</summary>
    private static bool IsOfLaw(TokenText text, int i)
    {
        for (var j = i - 1; j >= i - LawReach && text.SameLine(j, i); j--)
        {
            var word = text.Folded(j);
            if (DateLabelWords.Laws.Contains(word) || (IsVersion(word) && text.Is(i - 1, "du"))) return true;

            // "traitement arrêté du 3 au 5 mai" is a time of the patient.
            if (word is "arrete" && text.Is(i - 1, "du") && !text.IsBefore(j, 2, DateLabelWords.NotLaw) && (j == i - 2 || text.IsCapitalized(j)) && !text.Is(i + 1, "au") && !text.Is(i + 2, "au") && !text.Is(i + 3, "au") && !text.Is(i + 4, "au")) return true;
            if (word is "en" or "." or ";" || (word.Length > 3 && !text.Is(i - 1, "du") && !text.IsCapitalized(j) && char.IsLetter(word[0]) && word is not ("modifie" or "modifiee"))) return false;
        }

        return false;
    }

    private static bool IsOfMachine(TokenText text, int i)
    {
        for (var j = i - 1; j >= i - ActReach && text.SameLine(j, i) && text.Folded(j) is not ("." or ";"); j--)
        {
            if (DateLabelWords.Calibrations.Contains(text.Folded(j))) return true;
            var isAct = DateLabelWords.DeviceActs.Contains(text.Folded(j)) || (text.Is(j, "service") && text.Is(j - 1, "en") && text.Folded(j - 2) is "mis" or "mise");
            if (isAct && text.IsBefore(i, DeviceReach, DateLabelWords.Devices)) return true;
        }

        return false;
    }

    /// <summary>(McKhann 2011) after a word of classification.</summary>
    private static bool IsByAuthor(TokenText text, int i)
    {
        if (!text.SameLine(i - 2, i) || text.Folded(i - 2) is not "(" || !text.IsCapitalized(i - 1) || text[i - 1].Length < 4 || !char.IsLower(text[i - 1][^1])) return false;
        return text.IsBefore(i - 2, CriterionReach, DateLabelWords.Criteria) && text.Folded(i + 1) is ")" or ":" or ",";
    }

    /// <summary>ISGPS 2016, ASCO/CAP 2018, CKD-EPI 2021: the name of a society or a formula, and no event or examination.</summary>
    private static bool IsAcronym(TokenText text, int i)
    {
        var word = text[i];
        if (word.Length < 3 || word.Count('-') + word.Count('/') > 2 || !char.IsUpper(word[0])) return false;
        foreach (var c in word)
        {
            if (!char.IsUpper(c) && c is not ('-' or '/')) return false;
        }

        return text.SameLine(i - 1, i) && text.Folded(i - 1) is "(" or "/" or "selon" or "criteres" or "score" or "grade" or "stade" && !DateLabelWords.Events.Contains(text.Folded(i));
    }

    /// <summary>v2, v4.2.</summary>
    private static bool IsVersion(ReadOnlySpan<char> word) => word is ['v', >= '0' and <= '9', ..] && word[1..].IndexOfAnyExcept(VersionMarks) < 0;

    /// <summary>dsm in dsm-5-tr.</summary>
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) => word.IndexOfAny(StemEnds) is > 1 and var end ? word[..end] : word;
}
