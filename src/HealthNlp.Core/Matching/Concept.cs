using System.Collections.ObjectModel;

namespace HealthNlp.Matching;

/// <summary>A unit of meaning of a terminology: what several wordings stand for.</summary>
/// <param name="System">The terminology (<c>ATC</c>, <c>healthnlp:disease</c>).</param>
/// <param name="Code">The code in that terminology.</param>
/// <param name="Display">The preferred wording, in French.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Concept(string System, string Code, string Display)
{
    /// <summary>Other wordings.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Named values that the terminology gives (<c>class</c>, <c>sample</c>, <c>unit</c>).</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>System and code.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"{System}|{Code}";
}
