namespace HealthNlp;

/// <summary>A word, a number, a unit, a mark: the smallest piece of text that the analysis reasons on.</summary>
/// <param name="Span">The place in the raw text.</param>
/// <param name="Normalized">The place in <see cref="AnalyzedDocument.Normalized"/>: <c>normalized.Text</c> for its clean form, <c>normalized.Folded</c> for
/// its form without case and accents.</param>
/// <param name="Kind">What the token is.</param>
public readonly record struct Token(TextSpan Span, TextSpan Normalized, TokenKind Kind) : ISpanned;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    /// <summary>A word, elided word (<c>l'</c>), compound (<c>post-opératoire</c>) or code of letters and digits (<c>pT1aN0</c>, <c>J5</c>).</summary>
    Word,

    /// <summary>A number as French clinicians write it: <c>1 000,5</c>, <c>1.000</c>, <c>14/9</c>, <c>10^6</c>.</summary>
    Number,

    /// <summary>A unit of measure: <c>mg</c>, <c>g/dL</c>, <c>%</c>.</summary>
    Unit,

    /// <summary>A date written with digits: <c>12/03/2024</c>, <c>10.10.2010</c>.</summary>
    Date,

    /// <summary>A time of day: <c>21h30</c>, <c>08:15</c>.</summary>
    Time,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A punctuation mark.</summary>
    Punctuation,

    /// <summary>Any other sign: emoji, arrow, mathematical sign.</summary>
    Symbol,
}
