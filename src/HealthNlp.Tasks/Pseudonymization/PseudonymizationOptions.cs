namespace HealthNlp.Pseudonymization;

/// <summary>What a <see cref="Pseudonymizer"/> replaces, and by what.</summary>
public sealed class PseudonymizationOptions
{
    private const int LargestShift = 520;

    /// <summary>What stands for an identifier whose label is not in <see cref="Strategies"/>.</summary>
    /// <value><see cref="ReplacementStrategy.Tag"/> by default.</value>
    public ReplacementStrategy Strategy { get; set; } = ReplacementStrategy.Tag;

    /// <summary>What stands for the identifiers of one label of <see cref="IdentifierLabels"/>.</summary>
    /// <value>
    /// <see cref="IdentifierLabels.UnidentifyingDate"/> is kept, nothing else is set. Profession, marital status, nationality and country are replaced too: alone they
    /// identify nobody, together they may.
    /// </value>
    public IDictionary<string, ReplacementStrategy> Strategies { get; } =
        new Dictionary<string, ReplacementStrategy>(StringComparer.Ordinal) { [IdentifierLabels.UnidentifyingDate] = ReplacementStrategy.Keep };

    /// <summary>The secret that tokens, encrypted words and surrogates are made with; strategies that need it are refused without it.</summary>
    /// <value><see langword="null"/> by default.</value>
    public PseudonymizationKey? Key { get; set; }

    /// <summary>Within what the same words have the same token or surrogate, and dates keep their intervals. A document without the identifier of its scope is refused.</summary>
    /// <value><see cref="ConsistencyScope.Document"/> by default.</value>
    public ConsistencyScope Scope { get; set; }

    /// <summary>By how many weeks at most the dates of a scope are moved, forwards or backwards, never by none. Whole weeks keep the weekday.</summary>
    /// <value>52 by default; at least 1, at most 520.</value>
    public int LargestDateShiftWeeks { get; set; } = 52;

    /// <summary>Whether a surrogate name begins with the letter of the name that it stands for.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool KeepInitials { get; set; }

    /// <summary>The forms of identifiers that one hospital uses: its IPP, its stay numbers. What they find comes before what the rules find.</summary>
    /// <value>None by default.</value>
    public IList<IdentifierPattern> IdentifierPatterns { get; } = [];

    /// <summary>What is wrong with the settings: unknown labels and values, a strategy that needs a key without one, a pattern that cannot be used.</summary>
    /// <returns>One sentence a fault; none when a <see cref="Pseudonymizer"/> takes them.</returns>
    public IEnumerable<string> Problems()
    {
        foreach (var label in Strategies.Keys.Except(IdentifierLabels.All)) yield return $"'{label}' is not one of IdentifierLabels.";
        foreach (var strategy in Strategies.Values.Append(Strategy).Distinct())
        {
            if (!Enum.IsDefined(strategy)) yield return $"{strategy} is not one of ReplacementStrategy.";
            if (Key is null && strategy is ReplacementStrategy.Token or ReplacementStrategy.Encrypt or ReplacementStrategy.Surrogate) yield return $"The strategy {strategy} needs a key.";
        }

        foreach (var pattern in IdentifierPatterns)
        {
            if (pattern.Problem() is { } problem) yield return problem;
        }

        if (!Enum.IsDefined(Scope)) yield return $"{Scope} is not one of ConsistencyScope.";
        if (LargestDateShiftWeeks is < 1 or > LargestShift) yield return $"The dates are moved by at most 1 to {LargestShift} weeks.";
    }

    internal ReplacementStrategy StrategyOf(string label) => Strategies.TryGetValue(label, out var own) ? own : Strategy;
}
