namespace HealthNlp.Qualifiers;

/// <summary>What a cue is said of, where the place alone does not tell.</summary>
internal enum QualifierTarget
{
    Any,

    /// <summary>Acts alone, which are refused, planned, not taken: in <c>refuse la chirurgie de son cancer</c> the cancer is there.</summary>
    Act,

    /// <summary>What an act may show or prevent: in <c>ECBU prélevé</c> the examination was done, its result is awaited; in <c>vaccination : Shingrix</c> the vaccine was given.</summary>
    Finding,

    /// <summary>A germ alone: a sample that was soiled was taken, and the germ was seen, but nothing says that the patient carries it.</summary>
    Germ,
}

/// <summary>What a mention names, where its lexicon tells.</summary>
internal enum FactKind
{
    /// <summary>Not told: what is said of acts and of findings holds alike.</summary>
    Unknown,

    /// <summary>An examination, a procedure, a drug, a device.</summary>
    Act,

    /// <summary>A disease, a symptom.</summary>
    State,
    Germ,
}
