namespace HealthNlp.Qualifiers;

/// <summary>Reads the context of a mention from the scopes that hold it.</summary>
internal static class FactContexts
{
    /// <summary>The context of a span.</summary>
    /// <param name="scopes">The scopes of the document.</param>
    /// <param name="mention">A span of the raw text.</param>
    /// <param name="kind">What it names.</param>
    internal static FactContext Of(SpanIndex<QualifierScope> scopes, TextSpan mention, FactKind kind = FactKind.Unknown)
    {
        if (mention.IsEmpty) return FactContext.Plain;
        List<QualifierScope>? held = null;
        foreach (var scope in scopes.Overlapping(mention))
        {
            if (IsSaidOf(scope.Target, kind) && Holds(scope, mention)) (held ??= []).Add(scope);
        }

        if (held is null) return FactContext.Plain;
        var (assertion, certainty) = Decide(held);
        // What was overruled explains nothing.
        var overruled = assertion switch { Assertion.Absent => Qualifier.Hypothesis, Assertion.Indeterminate => Qualifier.Negation, _ => (Qualifier?)null };
        return new FactContext { Assertion = assertion, Certainty = certainty, Scopes = [.. held.Where(scope => scope.Qualifier != overruled)] };
    }

    /// <summary>
    /// The scope holds the first word of the mention, or its cue ends inside it (<c>pas de [signe de choc]</c>). A cue that lies inside the mention
    /// belongs to its wording.
    /// </summary>
    private static bool Holds(QualifierScope scope, TextSpan mention) =>
        !mention.Contains(scope.Cue) && (scope.Span.Contains(mention.Start) || (scope.Cue.Contains(mention.Start) && scope.Cue.End <= scope.Span.Start));

    private static bool IsSaidOf(QualifierTarget target, FactKind kind) => target switch
    {
        QualifierTarget.Act => kind is FactKind.Act or FactKind.Unknown,
        QualifierTarget.Finding => kind != FactKind.Act,
        QualifierTarget.Germ => kind == FactKind.Germ,
        _ => true,
    };

    private static (Assertion Assertion, double Certainty) Decide(List<QualifierScope> held)
    {
        var negation = Surest(held, Qualifier.Negation);
        var hypothesis = Surest(held, Qualifier.Hypothesis);
        if (negation is null) return hypothesis is null ? (Assertion.Present, 1) : (Assertion.Indeterminate, CertaintyOf(hypothesis));
        if (hypothesis is null) return (Assertion.Absent, CertaintyOf(negation));
        // "pas de suspicion de": the doubt itself is denied; "pourrait être absent": the denial is in doubt.
        if (Governs(negation, hypothesis)) return (Assertion.Absent, CertaintyOf(negation) * CertaintyOf(hypothesis));
        return CertaintyOf(negation) >= CertaintyOf(hypothesis)
            ? (Assertion.Absent, CertaintyOf(negation))
            : (Assertion.Indeterminate, CertaintyOf(hypothesis));
    }

    private static QualifierScope? Surest(List<QualifierScope> held, Qualifier qualifier) =>
        held.Where(scope => scope.Qualifier == qualifier).OrderByDescending(CertaintyOf).ThenBy(scope => scope.Cue.Start).FirstOrDefault();

    private static bool Governs(QualifierScope outer, QualifierScope inner) => outer.Cue.End <= inner.Cue.Start && outer.Span.Contains(inner.Cue.Start);

    private static double CertaintyOf(QualifierScope scope) => CueLexicon.Default.CertaintyOf(scope.Rule);
}
