using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Stays;

/// <summary>Reads <see cref="StayProfile"/>.</summary>
internal sealed class StayComponent() : TextComponent(
    "stay",
    [Layers.Normalized, Layers.Tokens, Layers.Sentences, Layers.Sections, Layers.Profile, Layers.Dates],
    Layers.Stay,
    () => [StayCues.Knowledge.Value])
{
    private const int StrongCue = 3;

    internal override void Prepare()
    {
        StayCues.Prepare();
    }

    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        var profile = context.Get(Layers.Profile);
        var text = new TokenText(context.Get(Layers.Normalized), context.Get(Layers.Tokens), context.Get(Layers.Sections));
        var cues = StayCues.Find(text, context, cancellationToken);
        var care = Care(cues, profile);
        var dates = StayDates.Read(context, text, cues, care?.Value);
        context.Set(Layers.Stay, new StayProfile
        {
            Age = AgeReader.Read(text, context.Get(Layers.Tokens), context.Get(Layers.Dates)),
            Sex = cues.Best<Sex>("sex"),
            Care = care,
            Admission = Admission(cues, care),
            Discharge = Discharge(cues, care),
            AdmissionDate = dates.Admission,
            DischargeDate = dates.Discharge,
            LengthOfStay = dates.Length,
        });
    }

    private static StayFact<CareType>? Care(StayCues cues, DocumentProfile profile) => cues.Best<CareType>("care") ?? profile.Kind switch
    {
        DocumentKind.HospitalizationReport or DocumentKind.DeliveryReport => Implied(CareType.FullHospitalization, profile),
        DocumentKind.Consultation => Implied(CareType.Consultation, profile),
        DocumentKind.EmergencyReport => Implied(CareType.Emergency, profile),
        _ => null,
    };

    private static StayFact<CareType> Implied(CareType value, DocumentProfile profile) => new(value, profile.Evidence, "document_kind");

    // A day's hospital stay is planned and an emergency visit is not, unless the text says otherwise; a consultation has no admission of its own.
    private static StayFact<AdmissionMode>? Admission(StayCues cues, StayFact<CareType>? care) => care?.Value switch
    {
        CareType.DayHospital => cues.Best<AdmissionMode>("admission", least: 2) ?? new(AdmissionMode.Planned, care.Evidence, "day_hospital"),
        CareType.Emergency => SurelyPlanned(cues) ?? new(AdmissionMode.Emergency, care.Evidence, "emergency_visit"),
        CareType.Consultation => SurelyPlanned(cues),
        null => null,
        _ => cues.Best<AdmissionMode>("admission"),
    };

    private static StayFact<AdmissionMode>? SurelyPlanned(StayCues cues) => cues.Best<AdmissionMode>("admission", least: 4) is { Value: AdmissionMode.Planned } planned ? planned : null;

    private static StayFact<DischargeMode>? Discharge(StayCues cues, StayFact<CareType>? care) => care?.Value switch
    {
        CareType.Emergency => cues.Best<DischargeMode>("discharge"),
        CareType.Consultation or null => null,
        // A transfer during the stay gives way to the return home that is written after it.
        _ => cues.Best("discharge", except: (DischargeMode?)DischargeMode.Hospitalization) is not { } found ? new(DischargeMode.Home, care.Evidence, "stay")
            : found.Value == DischargeMode.Transfer && cues.Last<DischargeMode>("discharge", StrongCue) is { Value: DischargeMode.Home } last ? last : found,
    };
}
