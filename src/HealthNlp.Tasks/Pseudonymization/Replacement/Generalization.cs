using System.Globalization;
using HealthNlp.Dates;

namespace HealthNlp.Pseudonymization;

/// <summary>Less precise values.</summary>
internal static class Generalization
{
    private const int PostalCodeLength = 5;

    /// <summary>The year of a date, the department of a postal code; <see langword="null"/> for what has no less precise form.</summary>
    internal static string? Of(string text, Lazy<SpanIndex<DateMention>> dates, Entity entity) => entity.Label switch
    {
        IdentifierLabels.BirthDate or IdentifierLabels.IdentifyingDate or IdentifierLabels.UnidentifyingDate =>
            DocumentDates.At(dates.Value, entity.Span)?.Value?.Year?.ToString("0000", CultureInfo.InvariantCulture),
        IdentifierLabels.PostalCode => Department(entity.Span.Of(text)),
        _ => null,
    };

    // Overseas departments have three digits.
    private static string? Department(string code) => code.Length != PostalCodeLength || code.AsSpan().ContainsAnyExceptInRange('0', '9') ? null
        : code.StartsWith("97", StringComparison.Ordinal) || code.StartsWith("98", StringComparison.Ordinal) ? code[..3] : code[..2];
}
