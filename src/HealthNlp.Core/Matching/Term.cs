namespace HealthNlp.Matching;

/// <summary>A wording that a <see cref="TermMatcher{T}"/> looks for, and what it stands for.</summary>
/// <typeparam name="T">What the wording stands for.</typeparam>
/// <param name="Text">The wording, as clinicians write it.</param>
/// <param name="Value">What it stands for.</param>
public readonly record struct Term<T>(string Text, T Value) where T : class
{
    /// <summary>Whether letters must have the case of <see cref="Text"/>: <c>RAS</c>, <c>SA</c>, <c>ER</c>.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool CaseSensitive { get; init; }

    /// <summary>How freely the words may stand.</summary>
    /// <value><see cref="WordOrder.Adjacent"/> by default.</value>
    public WordOrder Order { get; init; }
}

/// <summary>How freely the words of a term may stand in a text.</summary>
public enum WordOrder
{
    /// <summary>One after the other; link words (<c>de</c>, <c>la</c>, <c>du</c>) may be missing or added.</summary>
    Adjacent,

    /// <summary>In this order, with a few other words between.</summary>
    WithGaps,

    /// <summary>In any order, with a few other words between.</summary>
    Any,
}

/// <summary>A place where a text names a term.</summary>
/// <typeparam name="T">What the term stands for.</typeparam>
/// <param name="Span">The words, in the raw text.</param>
/// <param name="Value">What they stand for.</param>
/// <param name="FirstToken">The place of the first token in the list of tokens.</param>
/// <param name="EndToken">The place after the last token.</param>
/// <param name="Edits">0 when the words are those of the term but for case, accents and inflection; 1 when one is misspelt.</param>
public readonly record struct TermMatch<T>(TextSpan Span, T Value, int FirstToken, int EndToken, int Edits) : ISpanned where T : class;
