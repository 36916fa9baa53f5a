using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>
/// Abbreviations that a text defines itself: <c>récepteurs à la progestérone (RP)</c>, <c>RP (réponse partielle)</c>, <c>RP = réponse partielle</c>. The letters
/// of the abbreviation are looked for backwards in the words, the first at the start of a word (method of Schwartz and Hearst, 2003).
/// </summary>
internal sealed class AbbreviationDefinitions
{
    internal const int LongestAbbreviation = 8;

    private const int ShortestAbbreviation = 2;
    private const int MostExtraWords = 5;
    private const int ShortestPlainWord = 4;

    private readonly NormalizedText _text;
    private readonly SpanIndex<Token> _tokens;
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);

    private AbbreviationDefinitions(NormalizedText text, SpanIndex<Token> tokens) => (_text, _tokens) = (text, tokens);

    /// <summary>The wording of each abbreviation that the text defines; of two definitions the first.</summary>
    internal static Dictionary<string, string> Find(NormalizedText text, SpanIndex<Token> tokens, CancellationToken cancellationToken)
    {
        var definitions = new AbbreviationDefinitions(text, tokens);
        for (var mark = 1; mark + 1 < tokens.Count; mark++)
        {
            if ((mark & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            if (definitions.Is(mark, "(")) definitions.ReadParenthesis(mark);
            else if (definitions.Is(mark, "=") && definitions.IsAbbreviation(mark - 1)) definitions.Add(mark - 1, mark + 1, definitions.PhraseEnd(mark + 1));
        }

        return definitions._found;
    }

    private void ReadParenthesis(int open)
    {
        var inner = Is(open + 1, "«\"“") ? open + 2 : open + 1;
        if (inner < _tokens.Count && IsAbbreviation(inner) && Is(Is(inner + 1, "»\"”") ? inner + 2 : inner + 1, ")"))
        {
            var most = _tokens[inner].Normalized.Length + (2 * MostExtraWords);
            var first = open;
            while (first > 0 && open - first < most && IsPartOfPhrase(first - 1)) first--;
            Add(inner, first, open);
        }
        else if (IsAbbreviation(open - 1))
        {
            var end = PhraseEnd(open + 1);
            if (Is(end, ")")) Add(open - 1, open + 1, end);
        }
    }

    private int PhraseEnd(int start)
    {
        var end = start;
        while (end < _tokens.Count && end - start <= LongestAbbreviation + MostExtraWords && IsPartOfPhrase(end))
        {
            end++;
            if (EndsLine(end - 1)) break;
        }

        return end;
    }

    private bool Is(int token, string marks) => token < _tokens.Count && _tokens[token].Normalized.Length == 1 && marks.Contains(_text.Text[_tokens[token].Normalized.Start], StringComparison.Ordinal);

    private bool IsAbbreviation(int token)
    {
        var place = _tokens[token].Normalized;
        if (_tokens[token].Kind != TokenKind.Word || place.Length is < ShortestAbbreviation or > LongestAbbreviation) return false;
        var capitals = 0;
        foreach (var c in _text.Text.AsSpan(place.Start, place.Length)) capitals += char.IsUpper(c) ? 1 : 0;
        return capitals >= ShortestAbbreviation;
    }

    private bool IsPartOfPhrase(int token) => _tokens[token].Kind == TokenKind.Word || Is(token, "'’-");

    private bool EndsLine(int token) => token + 1 < _tokens.Count
        && _text.Text.AsSpan(_tokens[token].Normalized.End, _tokens[token + 1].Normalized.Start - _tokens[token].Normalized.End).Contains('\n');

    private void Add(int abbreviation, int first, int end)
    {
        var start = LongForm(LatinLetters.Fold(Written(abbreviation)), first, end);
        if (start < 0 || end - start < 2 || !Enumerable.Range(start, end - start).Any(IsPlainWord)) return;
        var span = _tokens[start].Span.Union(_tokens[end - 1].Span);
        var wording = _text.Raw.Substring(span.Start, span.Length);
        _found.TryAdd(_text.Raw.Substring(_tokens[abbreviation].Span.Start, _tokens[abbreviation].Span.Length), IsPlainCapital(wording) ? char.ToLowerInvariant(wording[0]) + wording[1..] : wording);
    }

    // A capital at the start of a sentence, not that of a name in capitals.
    private static bool IsPlainCapital(string wording) => char.IsUpper(wording[0]) && char.IsLower(wording[1]);

    // Names of persons begin with capitals: a wording of the field has words that do not, besides its links.
    private bool IsPlainWord(int token) => _tokens[token].Normalized.Length >= ShortestPlainWord && char.IsLower(_text.Text[_tokens[token].Normalized.Start]);

    private string Written(int token) => _text.Text.Substring(_tokens[token].Normalized.Start, _tokens[token].Normalized.Length);

    // The first token of the long form, or -1.
    private int LongForm(string letters, int first, int end)
    {
        var letter = letters.Length - 1;
        for (var token = end - 1; token >= first; token--)
        {
            for (var at = _tokens[token].Normalized.End - 1; at >= _tokens[token].Normalized.Start; at--)
            {
                if (_text.Folded[at] != letters[letter] || (letter == 0 && at > _tokens[token].Normalized.Start)) continue;
                if (--letter < 0) return token;
            }
        }

        return -1;
    }
}
