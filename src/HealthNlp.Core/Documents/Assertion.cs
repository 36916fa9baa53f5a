namespace HealthNlp;

/// <summary>What the text says of the existence of a fact.</summary>
public enum Assertion
{
    /// <summary>Stated as true, now or in the past.</summary>
    Present,

    /// <summary>Denied.</summary>
    Absent,

    /// <summary>Suspected, asked, feared, awaited: neither stated nor denied.</summary>
    Indeterminate,
}
