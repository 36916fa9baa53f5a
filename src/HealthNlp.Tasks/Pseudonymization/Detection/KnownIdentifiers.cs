using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The numbers that the caller knows the patient by, wherever they stand in the text, as they are written or without their spaces, and the date of birth in any written form.</summary>
internal static class KnownIdentifiers
{
    internal const string Source = "known-patient";

    private const int Shortest = 4;

    internal static void Detect(TokenText text, KnownPatient patient, List<Finding> findings)
    {
        foreach (var identifier in patient.Identifiers)
        {
            var compact = identifier.Replace(" ", "", StringComparison.Ordinal);
            if (compact.Length < Shortest) continue;
            Find(text.Text, identifier, findings);
            if (compact.Length != identifier.Length) Find(text.Text, compact, findings);
        }

        if (patient.BirthDate is { } birth) FindBirth(text, birth, findings);
    }

    /// <summary>The date as the date layer reads it (figures, months, letters), then the forms that it takes for a date only after a label.</summary>
    private static void FindBirth(TokenText text, DateOnly birth, List<Finding> findings)
    {
        foreach (var date in AbsoluteDates.Find(text))
        {
            var parts = PartsReader.Read(text, date.Span, date.IsRangeStart);
            var year = parts.YearDigits == 2 ? birth.Year % 100 : birth.Year;
            if (parts.Day == birth.Day && parts.Month == birth.Month && parts.Year == year) findings.Add(new Finding(date.Span, IdentifierLabels.BirthDate));
        }

        foreach (var format in (string[])["ddMMyyyy", "yyyyMMdd", "ddMMyy", "dd MM yyyy", "d.M.yyyy", "d.M.yy", "d-M-yyyy", "d-M-yy", "d/M/yy", "dd MM yy"])
        {
            Find(text.Text, birth.ToString(format, System.Globalization.CultureInfo.InvariantCulture), findings, IdentifierLabels.BirthDate);
        }
    }

    private static void Find(string text, string identifier, List<Finding> findings, string label = IdentifierLabels.IdentifierCode)
    {
        for (var at = text.IndexOf(identifier, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(identifier, at + identifier.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + identifier.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            findings.Add(new Finding(new TextSpan(at, end), label));
        }
    }
}
