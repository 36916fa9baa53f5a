namespace HealthNlp.Text;

/// <summary>
/// Cuts French clinical text into tokens: elided words, compounds, codes, numbers, units, dates, times, telephones, addresses of the Internet,
/// abbreviations with their period. All but white space belongs to exactly one token.
/// </summary>
/// <remarks>Immutable and thread-safe. Linear in the length of the text.</remarks>
public static class FrenchTokenizer
{
    /// <summary>Cuts a text.</summary>
    /// <param name="text">The raw text; normalised with the default options first.</param>
    /// <returns>The tokens in text order, with raw spans.</returns>
    public static SpanIndex<Token> Tokenize(string text) => Tokenize(TextNormalizer.Default.Normalize(text));

    /// <summary>Cuts a normalised text.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The tokens in text order, with raw and normalised spans.</returns>
    public static SpanIndex<Token> Tokenize(NormalizedText text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>(text.Text.Length / 5);
        var scanner = new TokenScanner(text.Text);
        var raw = new OffsetMap.Cursor(text.Map);
        while (scanner.Next(out var span, out var kind))
        {
            tokens.Add(new Token(raw.ToRaw(span), span, kind));
            if ((tokens.Count & 0xFFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
        }

        return new SpanIndex<Token>(tokens);
    }
}
