using System.Globalization;
using HealthNlp.Quantities;

namespace HealthNlp.Terminologies;

/// <summary>A statement as the writers write it: its normalised values as attributes.</summary>
internal static class MedicationRecord
{
    internal static Entity Of(MedicationStatement statement)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("drug", statement.Drug.Concept?.Code);
        Add("atc", statement.Drug.Concept?.Properties.GetValueOrDefault("atc"));
        Add("dose", string.Join("; ", statement.Doses.Select(Dose)));
        Add("route", statement.Route?.Value);
        Add("form", statement.Form?.Value);
        Add("frequency", statement.Frequency?.Code);
        Add("duration", statement.Duration?.Code);
        Add("from", statement.Duration?.FromDate?.ToString());
        Add("until", statement.Duration?.UntilDate?.ToString());
        Add("status", statement.Status?.Value);
        return new Entity(statement.Span, LexiconLabels.Medication) { Concept = statement.Drug.Concept, Context = statement.Drug.Context, Source = "medications", Attributes = attributes };

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) attributes[name] = value;
        }
    }

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
