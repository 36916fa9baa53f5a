using System.Globalization;
using HealthNlp.Text;

namespace HealthNlp.Stays;

/// <summary>Finds the patient's age: the first age that a report states outside the history of relatives.</summary>
internal static class AgeReader
{
    private const int OldestYears = 122;

    // Near the top an age needs no word of the patient beside it, from the age when "3 ans" is seldom a delay.
    private const int TopLength = 600;
    private const int LeastYearsAlone = 15;

    internal static StayFact<PatientAge>? Read(TokenText text, SpanIndex<Token> tokens)
    {
        StayFact<PatientAge>? weak = null;
        for (var i = 0; i + 1 < text.Count; i++)
        {
            if (text.Kind(i) != TokenKind.Number || Unit(text.Folded(i + 1)) is not { } unit) continue;
            if (!int.TryParse(text.Folded(i), NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1 or > OldestYears) continue;
            if (IsDuration(text, i) || text.IsUnder(i, SectionKind.FamilyHistory)) continue;
            var fact = new StayFact<PatientAge>(new PatientAge(value, unit), [tokens[i].Span.Union(tokens[i + 1].Span)], "age");
            if (IsOfPatient(text, i)) return fact;
            if (unit == AgeUnit.Years && value >= LeastYearsAlone && tokens[i].Span.Start < TopLength) weak ??= fact;
        }

        return weak;
    }

    // "il y a 10 ans", "depuis 3 mois", "pendant 2 ans", "dans 6 mois", "à 3 mois de".
    private static bool IsDuration(TokenText text, int at)
    {
        for (var before = at - 1; before >= Math.Max(0, at - 3); before--)
        {
            if (text.Folded(before) is "y" or "depuis" or "pendant" or "dans" or "durant" or "tous" or "toutes" or "pour" or "sous" or "de" && before == at - 1 && !FollowsPerson(text, before)) return true;
        }

        return text.Folded(at + 2) is "de" or "apres" or "avant" or "plus";
    }

    private static bool FollowsPerson(TokenText text, int at) => text.Folded(at - 1) is "patient" or "patiente" or "homme" or "femme" or "age" or "agee" or "enfant" or "garcon" or "fille" or "nourrisson" or "monsieur" or "madame"
        or "jeune" or "dame";

    // "Monsieur X, 77 ans", "patiente de 34 ans", "âgé de 3 mois": a word of the patient stands close before.
    private static bool IsOfPatient(TokenText text, int at)
    {
        for (var before = at - 1; before >= Math.Max(0, at - 9); before--)
        {
            if (text.Folded(before) is "monsieur" or "madame" or "m" or "mr" or "mme" or "mademoiselle" or "mlle" or "patient" or "patiente" or "age" or "agee" or "homme" or "femme" or "enfant"
                or "garcon" or "fille" or "nourrisson" or "bebe" or "jeune" or "dame" or "adolescent" or "adolescente" or "primipare" or "multipare") return true;
        }

        return false;
    }

    private static AgeUnit? Unit(ReadOnlySpan<char> word) => word switch
    {
        "ans" or "an" => AgeUnit.Years,
        "mois" => AgeUnit.Months,
        "semaines" or "semaine" => AgeUnit.Weeks,
        "jours" or "jour" => AgeUnit.Days,
        _ => null,
    };
}
