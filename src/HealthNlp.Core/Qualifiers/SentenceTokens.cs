using HealthNlp.Text;

namespace HealthNlp.Qualifiers;

/// <summary>The tokens of one sentence with what the knowledge files know of each. Made once a document and moved from sentence to sentence.</summary>
internal sealed class SentenceTokens
{
    private readonly NormalizedText _text;
    private readonly SpanIndex<Token> _tokens;
    private readonly Word[] _words;

    internal SentenceTokens(NormalizedText text, SpanIndex<Token> tokens, WordTable table)
    {
        (_text, _tokens) = (text, tokens);
        _words = new Word[tokens.Count];
        for (var i = 0; i < _words.Length; i++) _words[i] = table.Find(Folded(i));
    }

    /// <summary>The first token of the sentence.</summary>
    internal int Start { get; private set; }

    /// <summary>The first token that is a word, a number or a check box, after a bullet.</summary>
    internal int FirstWord { get; private set; }

    /// <summary>The place after its last token.</summary>
    internal int End { get; private set; }

    internal void MoveTo(int start, int end)
    {
        (Start, End, FirstWord) = (start, end, start);
        while (FirstWord < end && Mark(FirstWord) is '-' or '•' or '*' or '>' or '·' or '–' or '→') FirstWord++;
    }

    internal Word Word(int token) => _words[token];

    internal bool Is(int token, WordFlags flags) => token >= Start && token < End && (_words[token].Flags & flags) != 0;

    internal bool IsWord(int token) => _tokens[token].Kind is not (TokenKind.Punctuation or TokenKind.Symbol);

    internal bool HasWordAfter(int token)
    {
        for (var i = token; i < End; i++)
        {
            if (IsWord(i)) return true;
        }

        return false;
    }

    internal bool IsNumber(int token) => _tokens[token].Kind == TokenKind.Number;

    internal TokenKind Kind(int token) => _tokens[token].Kind;

    /// <summary>The only character of a token of one character, else NUL.</summary>
    internal char Mark(int token) => token >= Start && token < End && _tokens[token].Normalized.Length == 1 ? _text.Text[_tokens[token].Normalized.Start] : '\0';

    internal ReadOnlySpan<char> Folded(int token) => _text.Folded.AsSpan(_tokens[token].Normalized.Start, _tokens[token].Normalized.Length);

    /// <summary>Whether white space stands on both sides of a mark, or the sentence ends there: a dash that parts, not one that joins.</summary>
    internal bool StandsAlone(int token) =>
        (token == Start || _tokens[token - 1].Normalized.End < _tokens[token].Normalized.Start)
        && (token + 1 >= End || _tokens[token + 1].Normalized.Start > _tokens[token].Normalized.End);

    /// <summary>Whether a verb begins here that has a subject: a clause of its own.</summary>
    internal bool IsFinite(int token)
    {
        if (Is(token, WordFlags.Finite)) return true;
        if (!Is(token, WordFlags.PerhapsFinite)) return false;
        // Without accents, "a" is also "à" and "retrouve" also "retrouvé": what stands around decides.
        if (Folded(token) is "a" && !(token > Start && Folded(token - 1) is "n'")) return Is(token + 1, WordFlags.Participle) || (Is(token + 1, WordFlags.Adverb) && Is(token + 2, WordFlags.Participle));
        if (token > Start && Folded(token - 1) is "n'" or "ne" or "se" or "s'") return true;
        return Is(token + 1, WordFlags.Determiner) && !Is(token - 1, WordFlags.Auxiliary);
    }

    /// <summary>Whether a word may be the noun or the adjective that an adjective before it belongs to.</summary>
    internal bool IsPlain(int token) =>
        token < End && Kind(token) == TokenKind.Word && !IsFinite(token)
        && !Is(token, WordFlags.Determiner | WordFlags.Owned | WordFlags.Join | WordFlags.Preposition | WordFlags.Subject | WordFlags.Who | WordFlags.Adverb | WordFlags.Copula | WordFlags.Link);

    /// <summary>The token of the sentence over a position of the raw text, else the first after it.</summary>
    internal int TokenAt(int position)
    {
        var token = _tokens.FirstStartingAtOrAfter(position + 1) - 1;
        return Math.Clamp(token, Start, End - 1);
    }

    internal TextSpan Span(int start, int end) => _tokens[start].Span.Union(_tokens[end - 1].Span);
}
