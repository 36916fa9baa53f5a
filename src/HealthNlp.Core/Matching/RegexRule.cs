using System.Collections.ObjectModel;

namespace HealthNlp.Matching;

/// <summary>A fact that a pattern recognises in its context.</summary>
/// <param name="Label">The label of the entities.</param>
/// <param name="Pattern">A .NET regular expression, read on one sentence in lower case without accents. No look-around and no back-reference: it runs without backtracking.</param>
public sealed record RegexRule(string Label, string Pattern)
{
    /// <summary>What must stand before the match in the same sentence.</summary>
    /// <value><see langword="null"/> by default: anything.</value>
    public string? Before { get; init; }

    /// <summary>What must stand after the match in the same sentence.</summary>
    /// <value><see langword="null"/> by default: anything.</value>
    public string? After { get; init; }

    /// <summary>What must stand nowhere in the sentence.</summary>
    /// <value><see langword="null"/> by default: nothing excludes.</value>
    public string? Exclude { get; init; }

    /// <summary>Attributes given to each entity. A value <c>$name</c> is the text, as written, of that group of <see cref="Pattern"/>; any other stands for itself.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> Assign { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The name of the rule, as <see cref="Entity.Source"/> gives it.</summary>
    /// <value>The label by default.</value>
    public string Name { get; init; } = Label;
}
