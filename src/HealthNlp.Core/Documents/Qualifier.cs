namespace HealthNlp;

/// <summary>What a context changes in the meaning of a fact.</summary>
public enum Qualifier
{
    /// <summary>The fact is denied: <c>pas de</c>, <c>absence de</c>, <c>: non</c>.</summary>
    Negation,

    /// <summary>The fact is uncertain: <c>suspicion de</c>, <c>à éliminer</c>, <c>?</c>.</summary>
    Hypothesis,

    /// <summary>The fact is about a relative: <c>mère</c>, <c>ATCD familiaux</c>.</summary>
    Family,

    /// <summary>The fact belongs to the past: a section of history, <c>ancien</c>, a past year.</summary>
    History,

    /// <summary>The fact is told by someone, not observed: <c>rapporte</c>, <c>selon la patiente</c>.</summary>
    ReportedSpeech,
}
