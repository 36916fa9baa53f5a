using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Stays;

/// <summary>Finds the patient's age among the ages of a report: the first that stands close after a word of the patient, outside the history of relatives.</summary>
internal static class AgeReader
{
    // Near the top an age needs no word of the patient beside it, from the age when "3 ans" is seldom that of a child of the patient.
    private const int TopLength = 600;
    private const int LeastYearsAlone = 15;
    private const int PatientReach = 9;

    internal static StayFact<PatientAge>? Read(TokenText text, SpanIndex<Token> tokens, SpanIndex<DateMention> dates)
    {
        StayFact<PatientAge>? weak = null;
        foreach (var mention in dates)
        {
            if (mention.Kind != DateKind.Age || mention.IsGestational || mention.Amounts[0].Value < 1) continue;
            var token = tokens.FirstStartingAtOrAfter(mention.Span.Start);
            if (text.IsUnder(token, SectionKind.FamilyHistory)) continue;
            var age = new PatientAge((int)mention.Amounts[0].Value, Enum.Parse<AgeUnit>(mention.Amounts[0].Unit.ToString()));
            var fact = new StayFact<PatientAge>(age, [mention.Span], "age");
            if (IsOfPatient(text, token)) return fact;
            if (age.Unit == AgeUnit.Years && age.Value >= LeastYearsAlone && mention.Span.Start < TopLength) weak ??= fact;
        }

        return weak;
    }

    // "Monsieur X, 77 ans", "patiente de 34 ans", "âgé de 3 mois".
    private static bool IsOfPatient(TokenText text, int age)
    {
        for (var i = age - 1; i >= Math.Max(0, age - PatientReach); i--)
        {
            if (TimeWords.Patients.Value.Contains(text.Folded(i))) return true;
        }

        return false;
    }
}
