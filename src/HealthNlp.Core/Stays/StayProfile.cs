using HealthNlp.Dates;

namespace HealthNlp.Stays;

/// <summary>What a report says of the patient's age and sex and of the stay, each with the words that it rests on.</summary>
/// <remarks>Immutable and thread-safe. A value that the text neither states nor clearly implies is <see langword="null"/>.</remarks>
public sealed record StayProfile
{
    /// <summary>The patient's age when the report was written.</summary>
    public StayFact<PatientAge>? Age { get; init; }

    /// <summary>The patient's sex.</summary>
    public StayFact<Sex>? Sex { get; init; }

    /// <summary>How the patient came.</summary>
    public StayFact<AdmissionMode>? Admission { get; init; }

    /// <summary>How the patient left.</summary>
    public StayFact<DischargeMode>? Discharge { get; init; }

    /// <summary>Of what kind the care was.</summary>
    public StayFact<CareType>? Care { get; init; }

    /// <summary>When the stay began: <see cref="Document.Admission"/>, else what the text says.</summary>
    public StayFact<PartialDate>? AdmissionDate { get; init; }

    /// <summary>When the stay ended: <see cref="Document.Discharge"/>, else what the text says. Never before <see cref="AdmissionDate"/>.</summary>
    public StayFact<PartialDate>? DischargeDate { get; init; }

    /// <summary>The length of the stay in days: its nights, 0 for a stay of one day.</summary>
    public StayFact<int>? LengthOfStay { get; init; }
}

/// <summary>A value and the words that it rests on.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Evidence">The words, in text order; empty when the kind of document implies the value.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record StayFact<T>(T Value, IReadOnlyList<TextSpan> Evidence, string Rule)
{
    /// <summary>The rule and offsets, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"{Rule} {string.Join(' ', Evidence)}";
}

/// <summary>An age.</summary>
/// <param name="Value">How many units.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct PatientAge(int Value, AgeUnit Unit);

/// <summary>The unit of an age.</summary>
public enum AgeUnit
{
    /// <summary>Years.</summary>
    Years,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Weeks.</summary>
    Weeks,

    /// <summary>Days.</summary>
    Days,
}

/// <summary>The patient's sex, as the report says it.</summary>
public enum Sex
{
    /// <summary>A woman or girl.</summary>
    Female,

    /// <summary>A man or boy.</summary>
    Male,
}

/// <summary>How a patient came.</summary>
public enum AdmissionMode
{
    /// <summary>By the emergency services: <c>urgence</c>.</summary>
    Emergency,

    /// <summary>On appointment: <c>programmé</c>.</summary>
    Planned,

    /// <summary>From another ward or hospital: <c>transfert</c>.</summary>
    Transfer,

    /// <summary>Straight from home: <c>domicile</c>.</summary>
    Home,
}

/// <summary>How a patient left.</summary>
public enum DischargeMode
{
    /// <summary>Home: <c>domicile</c>.</summary>
    Home,

    /// <summary>To another ward or hospital: <c>transfert</c>.</summary>
    Transfer,

    /// <summary>By death: <c>décès</c>.</summary>
    Death,

    /// <summary>From the emergency department or a consultation into hospital: <c>hospitalisation</c>.</summary>
    Hospitalization,
}

/// <summary>Of what kind the care was.</summary>
public enum CareType
{
    /// <summary>A stay with nights: <c>hospitalisation complète</c>.</summary>
    FullHospitalization,

    /// <summary><c>hôpital de jour</c>.</summary>
    DayHospital,

    /// <summary>A day's surgery: <c>ambulatoire</c>.</summary>
    Ambulatory,

    /// <summary><c>consultation</c>.</summary>
    Consultation,

    /// <summary>The emergency department: <c>urgences</c>.</summary>
    Emergency,
}
