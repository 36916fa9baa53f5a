namespace HealthNlp.Matching;

/// <summary>A set of concepts under codes, with the operations that FHIR names: lookup, validate-code, subsumes, translate.</summary>
/// <remarks>Implementations are immutable and thread-safe, and open no connection.</remarks>
public abstract class Terminology
{
    /// <summary>The name of the system that the codes belong to (<c>ATC</c>, <c>CIM-10</c>).</summary>
    public abstract string System { get; }

    /// <summary>The edition.</summary>
    public abstract string Version { get; }

    /// <summary>All concepts, in the ordinal order of their codes.</summary>
    public abstract IEnumerable<Concept> Concepts { get; }

    /// <summary>The concept under a code (FHIR <c>$lookup</c>).</summary>
    /// <param name="code">A code, as the system writes it.</param>
    /// <returns>The concept, or <see langword="null"/> when the edition has no such code.</returns>
    public abstract Concept? Lookup(string code);

    /// <summary>Whether the edition has a code (FHIR <c>$validate-code</c>).</summary>
    /// <param name="code">A code.</param>
    /// <returns><see langword="true"/> when <see cref="Lookup"/> finds it.</returns>
    public virtual bool Validate(string code) => Lookup(code) is not null;

    /// <summary>The codes right above a code; empty at the top or when the system has no hierarchy.</summary>
    /// <param name="code">A code.</param>
    /// <returns>Codes of the same system.</returns>
    protected abstract IEnumerable<string> Parents(string code);

    /// <summary>How two concepts relate in the hierarchy (FHIR <c>$subsumes</c>).</summary>
    /// <param name="code">A code.</param>
    /// <param name="other">Another code.</param>
    /// <returns>Whether the first is the same as, above, below or apart from the second.</returns>
    public Subsumption Subsumes(string code, string other)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(other);
        if (code == other) return Subsumption.Equivalent;
        if (Ancestors(other).Contains(code)) return Subsumption.Subsumes;
        return Ancestors(code).Contains(other) ? Subsumption.SubsumedBy : Subsumption.NotSubsumed;
    }

    /// <summary>The concepts of another system that mean the same (FHIR <c>$translate</c>).</summary>
    /// <param name="code">A code of this system.</param>
    /// <param name="targetSystem">The other system.</param>
    /// <returns>Codes of the other system; empty when no translation is known.</returns>
    public virtual IReadOnlyList<string> Translate(string code, string targetSystem) => [];

    private HashSet<string> Ancestors(string code)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(Parents(code));
        while (pending.TryPop(out var parent))
        {
            if (!found.Add(parent)) continue;
            foreach (var above in Parents(parent)) pending.Push(above);
        }

        return found;
    }
}

/// <summary>How a concept relates to another.</summary>
public enum Subsumption
{
    /// <summary>Neither is above the other.</summary>
    NotSubsumed,

    /// <summary>They are the same.</summary>
    Equivalent,

    /// <summary>The first is above the second.</summary>
    Subsumes,

    /// <summary>The first is below the second.</summary>
    SubsumedBy,
}
