using System.Globalization;
using HealthNlp.Pipelines;

namespace HealthNlp.Stays;

/// <summary>Finds the patient's age: the first age that a report states outside the history of relatives.</summary>
internal static class AgeReader
{
    private const int OldestYears = 122;

    internal static StayFact<PatientAge>? Read(AnalysisContext context)
    {
        var (text, tokens, sections) = (context.Get(Layers.Normalized), context.Get(Layers.Tokens), context.Get(Layers.Sections));
        StayFact<PatientAge>? weak = null;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || Unit(Folded(i + 1)) is not { } unit) continue;
            if (!int.TryParse(Folded(i), NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1 or > OldestYears) continue;
            if (IsDuration(i) || IsRelative(tokens[i].Span)) continue;
            var fact = new StayFact<PatientAge>(new PatientAge(value, unit), [tokens[i].Span.Union(tokens[i + 1].Span)], "age");
            if (IsOfPatient(i)) return fact;
            if (unit == AgeUnit.Years && value >= 15 && tokens[i].Span.Start < 600) weak ??= fact;
        }

        return weak;

        ReadOnlySpan<char> Folded(int at) => text.Folded.AsSpan(tokens[at].Normalized.Start, tokens[at].Normalized.Length);

        // "il y a 10 ans", "depuis 3 mois", "pendant 2 ans", "dans 6 mois", "à 3 mois de".
        bool IsDuration(int at)
        {
            for (var before = at - 1; before >= Math.Max(0, at - 3); before--)
            {
                if (Folded(before) is "y" or "depuis" or "pendant" or "dans" or "durant" or "tous" or "toutes" or "pour" or "sous" or "de" && before == at - 1 && !FollowsPerson(before)) return true;
            }

            return at + 2 < tokens.Count && Folded(at + 2) is "de" or "apres" or "avant" or "plus";
        }

        bool FollowsPerson(int at) => at > 0 && Folded(at - 1) is "patient" or "patiente" or "homme" or "femme" or "age" or "agee" or "enfant" or "garcon" or "fille" or "nourrisson" or "monsieur" or "madame"
            or "jeune" or "dame";

        bool IsRelative(TextSpan span) => sections.At(span.Start).LastOrDefault() is { } section && section.IsUnder(SectionKind.FamilyHistory);

        // "Monsieur X, 77 ans", "patiente de 34 ans", "âgé de 3 mois": a word of the patient stands close before.
        bool IsOfPatient(int at)
        {
            for (var before = at - 1; before >= Math.Max(0, at - 9); before--)
            {
                if (Folded(before) is "monsieur" or "madame" or "m" or "m." or "mr" or "mme" or "mademoiselle" or "mlle" or "patient" or "patiente" or "age" or "agee" or "homme" or "femme" or "enfant"
                    or "garcon" or "fille" or "nourrisson" or "bebe" or "jeune" or "dame" or "adolescent" or "adolescente" or "primipare" or "multipare") return true;
            }

            return false;
        }
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
