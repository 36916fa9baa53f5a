using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The numbers that the caller knows the patient by, wherever they stand in the text, as they are written or without their spaces.</summary>
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
    }

    private static void Find(string text, string identifier, List<Finding> findings)
    {
        for (var at = text.IndexOf(identifier, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(identifier, at + identifier.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + identifier.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            findings.Add(new Finding(new TextSpan(at, end), IdentifierLabels.IdentifierCode));
        }
    }
}
