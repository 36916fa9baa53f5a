namespace HealthNlp.Text;

/// <summary>Reads the names of the authors in the signature: the words after Dr, Pr, Docteur, Professeur, or after "Signataire :".</summary>
internal static class AuthorFinder
{
    private const int MostWords = 6;

    internal static IReadOnlyList<TextSpan> Find(NormalizedText text, SpanIndex<Token> tokens, SpanIndex<Section> sections)
    {
        var authors = new List<TextSpan>();
        foreach (var section in sections)
        {
            if (section.Kind != SectionKind.Signature) continue;
            var list = tokens.AsSpan();
            for (var i = tokens.FirstStartingAtOrAfter(section.Span.Start); i < list.Length && list[i].Span.Start < section.Span.End; i++)
            {
                var afterTitle = IsTitle(Of(text, list[i])) || (Of(text, list[i]) is ":" && i > 0 && IsSigner(Of(text, list[i - 1])));
                if (!afterTitle || i + 1 >= list.Length || IsTitle(Of(text, list[i + 1]))) continue;
                var count = NameLength(text, list[(i + 1)..]);
                if (count > 0) authors.Add(new TextSpan(list[i + 1].Span.Start, list[i + count].Span.End));
                i += count;
            }
        }

        return authors;
    }

    /// <summary>How many of the tokens make a name: words up to a mark or the end of the line; when more follows, as far as words have capitals.</summary>
    private static int NameLength(NormalizedText text, ReadOnlySpan<Token> tokens)
    {
        var (count, capitals) = (0, 0);
        while (count < tokens.Length && count < MostWords && tokens[count].Kind == TokenKind.Word && (count == 0 || SameLine(text, tokens[count - 1], tokens[count])))
        {
            if (count == capitals && char.IsUpper(Of(text, tokens[count])[0])) capitals++;
            count++;
        }

        if (capitals == 0) return 0;
        var ended = count == tokens.Length || tokens[count].Kind == TokenKind.Punctuation || !SameLine(text, tokens[count - 1], tokens[count]);
        return ended ? count : capitals;
    }

    private static bool SameLine(NormalizedText text, Token left, Token right) =>
        !text.Text.AsSpan(left.Normalized.End, right.Normalized.Start - left.Normalized.End).Contains('\n');

    private static bool IsTitle(ReadOnlySpan<char> word) => word is "Dr" or "DR" or "Dr." or "dr" or "Docteur" or "DOCTEUR" or "docteur" or "Pr" or "PR" or "Pr." or "Professeur" or "PROFESSEUR" or "Drs";

    private static bool IsSigner(ReadOnlySpan<char> word) => word.StartsWith("Signataire", StringComparison.OrdinalIgnoreCase) || word.Equals("Signature", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Of(NormalizedText text, Token token) => text.Text.AsSpan(token.Normalized.Start, token.Normalized.Length);
}
