using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Absolute dates, whole or in part, as the date layer finds them. Never what is relative (il y a 2 ans, J5).</summary>
internal sealed class DateDetector : Detector
{
    internal override string Name => "dates";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        foreach (var date in AbsoluteDates.Find(text))
        {
            findings.Add(new Finding(date.Span, date.IsRangeStart ? IdentifierLabels.IdentifyingDate : DateLabel.Of(text, date.Token)));
        }
    }
}
