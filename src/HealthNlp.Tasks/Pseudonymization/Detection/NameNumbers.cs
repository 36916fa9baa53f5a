using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>A long number just after the name of the patient, as the title of a page writes it: DURAND Paul 22104477, DURAND/Paul/70881442/p3.</summary>
internal sealed class NameNumbers : Detector
{
    private const int FewestDigits = 6;

    internal override string Name => "codes";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
    }

    internal override void Detect(TokenText text, IReadOnlyList<Finding> names, List<Finding> findings)
    {
        foreach (var name in names)
        {
            if (name.Role != Roles.Patient) continue;
            var first = text.TokenAt(name.Span.End);
            var at = first;
            while (at < first + 2 && text.SameLine(first - 1, at) && text.Folded(at) is "/" or "|" or "-" or "–" or "(" or ",") at++;
            if (!text.SameLine(first - 1, at)) continue;
            var start = text.Span(at).Start;
            var end = start;
            while (end < text.Text.Length && char.IsAsciiDigit(text.Text[end])) end++;
            if (end - start is >= FewestDigits and <= 12 && (end == text.Text.Length || !(char.IsLetterOrDigit(text.Text[end]) || text.Text[end] is '.' or ',')) && text.Kind(at) != TokenKind.Phone)
            {
                findings.Add(new Finding(new TextSpan(start, end), IdentifierLabels.IdentifierCode) { CodeType = "NIPouIPP" });
            }
        }
    }
}
