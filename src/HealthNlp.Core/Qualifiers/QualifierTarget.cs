namespace HealthNlp.Qualifiers;

/// <summary>What a cue is said of, where the place alone does not tell.</summary>
internal enum QualifierTarget
{
    Any,

    /// <summary>Acts alone, which are refused, planned, not taken: in <c>refuse la chirurgie de son cancer</c> the cancer is there.</summary>
    Act,

    /// <summary>What an examination may show: in <c>ECBU prélevé</c> the examination was done, its result is awaited.</summary>
    Result,
}
