namespace HealthNlp.Matching;

/// <summary>The settings of a <see cref="TermMatcher{T}"/>.</summary>
public sealed class TermMatcherOptions
{
    /// <summary>Whether plural and feminine forms count (<c>fractures</c>, <c>rénale</c>).</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool Inflection { get; set; } = true;

    /// <summary>Whether a word of at least <see cref="ShortestMisspelt"/> letters may hold one typing error.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool Misspellings { get; set; }

    /// <summary>The shortest word that may be misspelt, in letters; at least 5.</summary>
    /// <value>8 by default.</value>
    public int ShortestMisspelt { get; set; } = 8;

    /// <summary>The most other words that may stand between two words of a term whose <see cref="Term{T}.Order"/> lets them; 1 to 10.</summary>
    /// <value>3 by default.</value>
    public int LargestGap { get; set; } = 3;

    /// <summary>What is kept of matches that overlap.</summary>
    /// <value><see cref="OverlapPolicy.Longest"/> by default.</value>
    public OverlapPolicy Overlap { get; set; }
}

/// <summary>What is kept of matches that overlap.</summary>
public enum OverlapPolicy
{
    /// <summary>From left to right the longest, then the first that begins after it; all the meanings of the same words.</summary>
    Longest,

    /// <summary>Every match, also inside another.</summary>
    All,
}
