using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Which date it is: of the patient's birth, of an edition or a law, or any other.</summary>
internal static class DateLabel
{
    private const int LongestGap = 6;

    internal static string Of(TokenText text, int i)
    {
        if (IsEdition(text, i)) return IdentifierLabels.UnidentifyingDate;
        var at = i - 1;
        while (text.SameLine(at, i) && i - at < LongestGap && DateLabelWords.BirthGap.Contains(text.Folded(at)) && !DateLabelWords.Birth.Contains(text.Folded(at))) at--;
        if (!text.SameLine(at, i) || !DateLabelWords.Birth.Contains(text.Folded(at))) return IdentifierLabels.IdentifyingDate;

        // "naissance le 3 mai" is the event of the report, "date de naissance" that of the patient.
        var said = !text.Is(at, "naissance") || text.Is(at - 1, "de");
        return said && !text.IsBefore(at, 1, DateLabelWords.NotBirth) ? IdentifierLabels.BirthDate : IdentifierLabels.IdentifyingDate;
    }

    /// <summary>UICC 2017, loi du 4 mars 2002: a reference before the date, with no word of time between.</summary>
    private static bool IsEdition(TokenText text, int i)
    {
        for (var j = i - 1; j >= i - 4 && text.SameLine(j, i) && text.Folded(j) is not ("depuis" or "en" or "le" or "vers" or "avant" or "des"); j--)
        {
            if (DateLabelWords.References.Contains(text.Folded(j))) return true;
        }

        return false;
    }
}
