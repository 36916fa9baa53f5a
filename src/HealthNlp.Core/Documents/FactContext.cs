namespace HealthNlp;

/// <summary>How a text qualifies a fact: whether it holds, whose it is, when, and which cues say so.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FactContext
{
    /// <summary>A fact that nothing qualifies: present, of the patient, now.</summary>
    public static FactContext Plain { get; } = new();

    /// <summary>Whether the fact holds.</summary>
    /// <value><see cref="Assertion.Present"/> by default.</value>
    public Assertion Assertion { get; init; }

    /// <summary>How sure <see cref="Assertion"/> is, from 0 to 1: the weight of the rule that decided, not a probability measured on patients.</summary>
    /// <value>1 by default.</value>
    public double Certainty { get; init; } = 1;

    /// <summary>The cues that govern the fact, in text order.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<QualifierScope> Scopes { get; init; } = [];

    /// <summary>Whether a qualifier applies.</summary>
    /// <param name="qualifier">A qualifier.</param>
    /// <returns><see langword="true"/> when one of <see cref="Scopes"/> is of that kind.</returns>
    public bool Has(Qualifier qualifier) => Scopes.Any(scope => scope.Qualifier == qualifier);
}
