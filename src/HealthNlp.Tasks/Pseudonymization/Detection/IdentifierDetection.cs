using System.Collections;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Runs the detectors in the order of their priority and keeps, of those that overlap, the first.</summary>
/// <remarks>
/// What the caller knows comes first. What has its own form (numbers, addresses: rue du Docteur Martin) comes before what is read from words; a name that its context announces comes before a place or a date
/// (Mme Paris, Dr Avril), and a name that is only repeated comes last (hôpital Cochin in a report on a M. Cochin).
/// </remarks>
internal static class IdentifierDetection
{
    private static readonly NameDetector Names = new();
    private static readonly Detector[] BeforeNames = [new CodeDetector(), new ContactDetector(), new AddressDetector()];
    private static readonly Detector[] AfterNames = [new NameNumbers(), new HospitalDetector(), new DateDetector(), new SocialDetector(), new PlaceDetector()];

    internal static SpanIndex<Entity> Find(AnalyzedDocument analyzed, PatternDetector patterns, CancellationToken cancellationToken)
    {
        var text = new TokenText(analyzed);
        var taken = new BitArray(analyzed.Document.Text.Length);
        var entities = new List<Entity>();
        var findings = new List<Finding>();
        if (analyzed.Document.Patient is { } patient) Collect(KnownIdentifiers.Source, () => KnownIdentifiers.Detect(text, patient, findings));
        Run(patterns);
        foreach (var detector in BeforeNames) Run(detector);
        Run(Names);
        var names = findings.ToArray();
        foreach (var detector in AfterNames) Collect(detector.Name, () => detector.Detect(text, names, findings));
        Collect(NamePropagation.Source, () => NamePropagation.Detect(text, names, analyzed.Document.Patient, findings));
        return new SpanIndex<Entity>(entities);

        void Run(Detector detector) => Collect(detector.Name, () => detector.Detect(text, findings));

        void Collect(string source, Action detect)
        {
            cancellationToken.ThrowIfCancellationRequested();
            findings.Clear();
            detect();
            foreach (var finding in findings)
            {
                var span = analyzed.Normalized.Map.ToRaw(finding.Span);
                if (!span.IsEmpty && Take(taken, span)) entities.Add(ToEntity(analyzed, finding, span, source));
            }
        }
    }

    private static bool Take(BitArray taken, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (taken[i]) return false;
        }

        for (var i = span.Start; i < span.End; i++) taken[i] = true;
        return true;
    }

    private static Entity ToEntity(AnalyzedDocument analyzed, Finding finding, TextSpan span, string source)
    {
        var attributes = new Dictionary<string, string>();
        if (finding.Role.Length > 0) attributes["role"] = finding.Role;
        if (finding.CodeType.Length > 0) attributes["code_type"] = finding.CodeType;
        return new Entity(span, finding.Label) { Attributes = attributes, Section = analyzed.SectionAt(span.Start), Source = source };
    }
}
