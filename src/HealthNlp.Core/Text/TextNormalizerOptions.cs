namespace HealthNlp.Text;

/// <summary>What a <see cref="TextNormalizer"/> changes. Whatever it does, every position maps to the raw text and back.</summary>
public sealed record TextNormalizerOptions
{
    /// <summary>The options of the analysis pipeline: all that is <see langword="true"/> by default.</summary>
    public static TextNormalizerOptions Default { get; } = new();

    /// <summary>Typographic quotes and apostrophes (’ ʼ ‘ “ ” « ») become ' and ".</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool Quotes { get; init; } = true;

    /// <summary>No-break, narrow and other Unicode spaces become a space; dashes and the minus sign become -; all line ends become a line feed.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool Spaces { get; init; } = true;

    /// <summary>Soft hyphens, zero-width characters, direction marks and byte order marks are removed; control characters become a space, lone surrogates U+FFFD.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool InvisibleCharacters { get; init; } = true;

    /// <summary>œ, æ and the typographic ligatures ﬁ, ﬂ, ﬀ, ﬃ, ﬄ, ﬅ, ﬆ become their letters; the Greek mu becomes the micro sign.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool Ligatures { get; init; } = true;

    /// <summary>A letter followed by combining accents becomes one accented letter (NFC); an accent that no letter takes is removed.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool ComposeAccents { get; init; } = true;

    /// <summary>A line that was broken in mid-sentence is joined to the next, with or without a hyphen.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool WrappedLines { get; init; } = true;

    /// <summary>Page numbers, repeated headers and footers, rules and print marks are removed.</summary>
    /// <value><see langword="false"/> by default: a header may hold the patient's name, and the pipeline marks such lines instead.</value>
    public bool RemoveNoise { get; init; }

    /// <summary>Words and numbers that a scanner wrote with a space after each character (<c>D U P O N T</c>, <c>0 6 1 2</c>) are closed up.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool SpacedCharacters { get; init; }

    /// <summary>Letters become lower case.</summary>
    /// <value><see langword="false"/> by default: <see cref="NormalizedText.Folded"/> has both forms at hand.</value>
    public bool FoldCase { get; init; }

    /// <summary>Letters lose their accents.</summary>
    /// <value><see langword="false"/> by default: <see cref="NormalizedText.Folded"/> has both forms at hand.</value>
    public bool FoldAccents { get; init; }
}
