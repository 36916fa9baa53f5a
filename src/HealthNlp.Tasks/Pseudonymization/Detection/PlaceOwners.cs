using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Whose a place is: the words before it on its line say so; at the head of a line or a column, the lines above do (a letterhead, a form, an addressee).</summary>
internal static class PlaceOwners
{
    private const int WordsAbove = 40;
    private const int WordsOfHead = 200;

    private static readonly Lazy<WordSet> Establishments = Knowledge.Words("place_words.tsv", "establishment");
    private static readonly Lazy<WordSet> Carers = Knowledge.Words("place_words.tsv", "carer");
    private static readonly Lazy<WordSet> Identity = Knowledge.Words("place_words.tsv", "identity");
    private static readonly Lazy<WordSet> Labels = Knowledge.Words("place_words.tsv", "form-label");
    private static readonly Lazy<WordSet> Births = Knowledge.Words("place_words.tsv", "birth");
    private static readonly Lazy<WordSet> PatientWords = Knowledge.Words("place_words.tsv", "patient");
    private static readonly Lazy<WordSet> HospitalWords = Knowledge.Words("place_words.tsv", "hospital");

    /// <summary>The role of a town, a postal code or an address.</summary>
    internal static string Of(TokenText text, int at, int window)
    {
        var role = Nearest(text, at, window);
        if (role == Roles.Patient) return IsRelatives(text, at, window) ? Roles.Other : role;
        if (role == Roles.Hospital && IsCarers(text, at, window)) return Roles.Other;
        if (role != Roles.Other) return role;
        var start = at;
        while (start > 0 && text.IsJoined(start) && text.Folded(start - 1) is ":" or "." or "-") start--;
        if (text.IsBefore(at, 5, Labels.Value)) return IsAbove(text, at, WordsOfHead, Identity.Value) ? Roles.Patient : Roles.Other;
        return text.IsJoined(start) && text.Folded(start - 1) is not "," ? role : Above(text, at);
    }

    /// <summary>The role that the nearest word before it on its line tells.</summary>
    private static string Nearest(TokenText text, int at, int window)
    {
        for (var i = at - 1; i >= at - window && text.SameLine(i, at); i--)
        {
            if (HospitalWords.Value.Contains(text.Folded(i))) return Roles.Hospital;
            if (PatientWords.Value.Contains(text.Folded(i))) return Roles.Patient;
        }

        return Roles.Other;
    }

    /// <summary>The role of a town that dates a letter: that of the establishment at its head.</summary>
    internal static string OfHead(TokenText text, int at) => IsAbove(text, at, WordsOfHead, Establishments.Value) ? Roles.Hospital : Roles.Other;

    /// <summary>A country is the patient's where a birth or a nationality is told.</summary>
    internal static string OfCountry(TokenText text, int at)
    {
        for (var i = at - 1; i >= at - 14 && text.SameLine(i, at) && text.Folded(i) is not ("." or ";"); i--)
        {
            if (Births.Value.Contains(text.Folded(i))) return text.IsBefore(i, 3, NameWords.Relatives) ? Roles.Other : Roles.Patient;
        }

        return Nearest(text, at, 4) == Roles.Patient && !text.IsBefore(at, 6, NameWords.Relatives) ? Roles.Patient : Roles.Other;
    }

    /// <summary>The nearest establishment or addressee before, in the few lines above.</summary>
    private static string Above(TokenText text, int at)
    {
        for (var i = at - 1; i >= at - WordsAbove && i >= 0; i--)
        {
            if (Establishments.Value.Contains(text.Folded(i))) return Roles.Hospital;
            if (text.Folded(i) is "monsieur" or "madame" or "docteur" or "dr" or "m" or "mme" && (text.IsLineStart(i) || !text.IsJoined(i))) return Roles.Other;
            if (text.Folded(i) is "ipp" or "nip" or "ne" or "nee" && text.IsCapitalized(i)) return Roles.Patient;
        }

        return Roles.Other;
    }

    /// <summary>"Dr X, Mende", "cardiologue à Mende": the place of a carer of town.</summary>
    private static bool IsCarers(TokenText text, int at, int window)
    {
        for (var i = at - 1; i >= at - window && text.SameLine(i, at) && !Establishments.Value.Contains(text.Folded(i)); i--)
        {
            if (Carers.Value.Contains(text.Folded(i))) return true;
        }

        return false;
    }

    private static bool IsAbove(TokenText text, int at, int window, WordSet words)
    {
        for (var i = at - 1; i >= at - window && i >= 0; i--)
        {
            if (words.Contains(text.Folded(i))) return true;
        }

        return false;
    }

    /// <summary>"sa fille, qui vit à": the place of a relative.</summary>
    private static bool IsRelatives(TokenText text, int at, int window)
    {
        for (var i = at - 1; i >= at - window && text.SameLine(i, at) && text.Folded(i) is not "."; i--)
        {
            if (PatientWords.Value.Contains(text.Folded(i))) return text.Folded(i - 1) is "qui" || text.IsBefore(i, 3, NameWords.Relatives);
        }

        return false;
    }
}
