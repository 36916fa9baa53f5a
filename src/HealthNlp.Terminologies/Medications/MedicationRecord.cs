using System.Globalization;
using HealthNlp.Quantities;

namespace HealthNlp.Terminologies;

/// <summary>A statement as the writers write it: its normalised values as attributes.</summary>
internal static class MedicationRecord
{
    internal static Entity Of(MedicationStatement statement) => new(statement.Span, LexiconLabels.Medication)
    {
        Concept = statement.Drug.Concept,
        Context = statement.Drug.Context,
        Source = "medications",
        Attributes = AnalysisRecords.Written(
            ("drug", statement.Drug.Concept?.Code),
            ("atc", statement.Drug.Concept?.Properties.GetValueOrDefault("atc")),
            ("dose", string.Join("; ", statement.Doses.Select(Dose))),
            ("route", statement.Route?.Value),
            ("form", statement.Form?.Value),
            ("frequency", statement.Frequency?.Code),
            ("duration", statement.Duration?.Code),
            ("from", statement.Duration?.FromDate?.ToString()),
            ("until", statement.Duration?.UntilDate?.ToString()),
            ("status", statement.Status?.Value)),
    };

    private static string Dose(Quantity dose)
    {
        var value = dose.Values.Count > 0
            ? string.Join('/', dose.Values.Select(strength => strength.ToString(CultureInfo.InvariantCulture)))
            : dose.Value.ToString(CultureInfo.InvariantCulture);
        if (dose.Multiplier is { } multiplier) value = string.Create(CultureInfo.InvariantCulture, $"{multiplier}*{value}");
        if (dose.UpperValue is { } upper) value = string.Create(CultureInfo.InvariantCulture, $"{value}..{upper}");
        return dose.Unit is null ? value : $"{value} {dose.Unit}";
    }
}
