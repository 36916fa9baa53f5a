namespace HealthNlp;

/// <summary>The identity of the patient as the hospital's systems know it. Pseudonymization finds the names, the identifiers and the birth date wherever they stand in the text, without case and accents; typing errors are not looked for yet. Identified data: it is never logged.</summary>
public sealed record KnownPatient
{
    /// <summary>First names and surnames, one entry a name, as registered.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Numbers that stand for the patient: IPP, NIR, INS, stay numbers.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>A fixed description: an identity is never printed.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(KnownPatient);
}
