namespace HealthNlp.Qualifiers;

/// <summary>A row of <c>qualifier_cues.tsv</c> or <c>qualifier_ends.tsv</c>, ready for use.</summary>
/// <param name="Track">The cues that it competes with for the same words.</param>
/// <param name="Effect">What it does where it is found.</param>
/// <param name="Qualifier">What it changes in the meaning of the words that it governs.</param>
/// <param name="Direction">Where those words stand.</param>
/// <param name="Reach">How far they go.</param>
/// <param name="Certainty">How much it weighs against another cue, from 0 to 1.</param>
/// <param name="Rule">Qualifier and cue as in the file, for the explanation.</param>
internal sealed record Cue(Track Track, Effect Effect, Qualifier Qualifier, Direction Direction, Reach Reach, double Certainty, string Rule)
{
    /// <summary>Whether it is a relative, once its direction is known.</summary>
    internal bool IsKin { get; init; }

    /// <summary>Whether it is a past date: said of the last thing before it, not of what goes on.</summary>
    internal bool IsDate { get; init; }

    /// <summary>What it is said of.</summary>
    internal QualifierTarget Target { get; init; }

    /// <summary>A cue so weak that a result in the same sentence answers it: a sample taken, a test asked for.</summary>
    internal bool IsPending => Effect == Effect.Qualify && Qualifier == Qualifier.Hypothesis && Certainty <= 0.5;
}

/// <summary>Cues that hide each other where they share words; those of different tracks do not.</summary>
internal enum Track
{
    Assertion,
    Family,
    History,
    Speech,
    End,
}

/// <summary>What a cue does where it is found.</summary>
internal enum Effect
{
    /// <summary>Qualifies the words that it governs.</summary>
    Qualify,

    /// <summary>Nothing: it keeps the shorter cue inside it from being read (<c>sans doute</c>).</summary>
    Nothing,

    /// <summary>Answers a pending cue of the sentence (<c>positif</c>).</summary>
    Answer,

    /// <summary>Settles a suspicion before it (<c>est confirmée</c>).</summary>
    Confirm,

    /// <summary>Ends the reach of all cues (<c>mais</c>).</summary>
    End,

    /// <summary>Leads to another fact and ends the reach of negation and hypothesis (<c>chez</c>, <c>pour</c>).</summary>
    Part,

    /// <summary>Leads to what goes on and ends the reach of history (<c>actuellement</c>).</summary>
    Now,
}

/// <summary>Where the words that a cue governs stand.</summary>
internal enum Direction
{
    After,
    Before,
    Both,

    /// <summary>An adjective: after it when a noun follows (<c>probable infection</c>), before it otherwise.</summary>
    Adjective,

    /// <summary>A relative: before it in <c>chez la mère</c>, <c>(mère)</c>, <c>: mère</c>; around it in <c>de la mère</c>; after it otherwise.</summary>
    Kin,
}

/// <summary>How far the words that a cue governs go.</summary>
internal enum Reach
{
    /// <summary>To the end of the clause, over the commas of an enumeration.</summary>
    Clause,

    /// <summary>Over all commas, to the next subject, verb or contrast.</summary>
    List,

    /// <summary>A condition that opens its sentence: to its end, with what is to be done then (<c>si fièvre : hémocultures</c>); elsewhere the clause.</summary>
    Condition,

    /// <summary>The noun and its complements.</summary>
    Group,

    /// <summary>The next word.</summary>
    Next,

    /// <summary>From a sample (<c>ECBU</c>) to the cue; nothing when there is none.</summary>
    Sample,

    /// <summary>A result: from the test that it is said of, else the two words before it (<c>HPV négatif</c>) or the whole subject of its verb.</summary>
    Result,

    /// <summary>To the next check box or the end of the line.</summary>
    Line,
}

/// <summary>A cue at a place of the text: tokens <c>[Start, End)</c>.</summary>
internal readonly record struct CueHit(Cue Cue, int Start, int End)
{
    /// <summary>Whether this row of <c>qualifier_ends.tsv</c> ends the reach of <paramref name="other"/>.</summary>
    internal bool Ends(CueHit other) => Cue.Effect == Effect.End || (Cue.Effect == Effect.Now && other.Cue.Track == Track.History) || (Cue.Effect == Effect.Part && other.Cue.Track == Track.Assertion && other.Cue.Reach != Reach.Sample);
}
