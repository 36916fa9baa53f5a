using HealthNlp.Stays;

namespace HealthNlp.CaseGeneration;

/// <summary>The words of the PARTAGES programme for the values of a stay.</summary>
internal static class ScenarioWords
{
    internal static string Of(Sex value) => value == Sex.Female ? "F" : "M";

    internal static string Of(AdmissionMode value) => value switch
    {
        AdmissionMode.Emergency => "urgence",
        AdmissionMode.Planned => "programmé",
        AdmissionMode.Transfer => "transfert",
        _ => "domicile",
    };

    internal static string Of(DischargeMode value) => value switch
    {
        DischargeMode.Home => "domicile",
        DischargeMode.Transfer => "transfert",
        DischargeMode.Death => "décès",
        _ => "hospitalisation",
    };

    internal static string Of(CareType value) => value switch
    {
        CareType.FullHospitalization => "hospitalisation complète",
        CareType.DayHospital => "hôpital de jour",
        CareType.Ambulatory => "ambulatoire",
        CareType.Consultation => "consultation",
        _ => "urgences",
    };
}
