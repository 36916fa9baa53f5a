using HealthNlp.Matching;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>
/// Reads the side of a term from the words of its own noun phrase, from the term on: adjectives, complements (<c>de</c>, <c>à</c>, <c>sur</c> and a part
/// of the body), parts joined by <c>et</c>. A new determiner, a verb, another term, a mark or the end of the line ends the phrase.
/// </summary>
internal sealed class SideFinder
{
    // The longest phrases read: "fracture comminutive ouverte de l'extrémité inférieure des deux os de la jambe gauche".
    private const int LongestPhrase = 18;

    private readonly TokenText _text;
    private readonly Side?[] _sides;
    private readonly IReadOnlyList<TermMatch<LexiconEntry>> _terms;

    // The place plus one, among the terms, of the longest that begins at a token.
    private readonly int[] _termAt;
    private readonly bool[] _endsPlace;

    internal SideFinder(NormalizedText text, SpanIndex<Token> tokens, IReadOnlyList<TermMatch<LexiconEntry>> terms, CancellationToken cancellationToken)
    {
        _text = new TokenText(text, tokens, SpanIndex<Section>.Empty);
        _sides = new Side?[tokens.Count + 1];
        _terms = terms;
        _termAt = new int[tokens.Count + 1];
        _endsPlace = new bool[tokens.Count + 1];
        foreach (var side in SideLexicon.Matcher.Value.Match(text, tokens, cancellationToken))
            _sides[side.FirstToken] = new Side(side, _text.Folded(side.EndToken - 1).EndsWith('s') || side.Value.Value == "bilateral");
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            if (!HasSide(term.Value.Label)) continue;
            if (TermAt(term.FirstToken) is not { } other || term.EndToken > other.EndToken) _termAt[term.FirstToken] = i + 1;
            _endsPlace[term.EndToken] |= term.Value.Label is LexiconLabels.Anatomy or LexiconLabels.Procedure or LexiconLabels.Device;
        }
    }

    /// <summary>The side of a term, or <see langword="null"/> when its noun phrase gives none, or two.</summary>
    internal string? SideOf(TermMatch<LexiconEntry> term) => HasSide(term.Value.Label) ? Own(term) ?? After(term) ?? Before(term) : null;

    private static bool HasSide(string label) => label is LexiconLabels.Anatomy or LexiconLabels.Disease or LexiconLabels.Symptom or LexiconLabels.Examination or LexiconLabels.Procedure or LexiconLabels.Device;

    /// <summary>The side that a term says by itself: by its meaning, by one of its words, by <c>deux</c> before a part that goes in pairs.</summary>
    private string? Own(TermMatch<LexiconEntry> term)
    {
        var properties = term.Value.Concept.Properties;
        if (properties.TryGetValue("side", out var side)) return side;
        for (var i = term.FirstToken; i < term.EndToken; i++)
        {
            if (_sides[i]?.Match.Value is { AfterAnatomy: false, Value: not "none" } inside) return inside.Value;
        }

        return properties.ContainsKey("paired") && _text.SameLine(term.FirstToken - 1, term.FirstToken) && Word(term.FirstToken - 1) == PhraseWord.Two ? "bilateral" : null;
    }

    private string? After(TermMatch<LexiconEntry> term)
    {
        var isPlace = term.Value.Label == LexiconLabels.Anatomy;
        var (found, previous) = ((string?)null, PhraseWord.Other);
        var pluralOnly = false;
        var end = Math.Min(_text.Count, term.EndToken + LongestPhrase);
        for (var i = term.EndToken; i < end && _text.SameLine(i - 1, i);)
        {
            string? said = null;
            var next = i;
            if (_sides[i] is { } side && (!side.Match.Value.AfterAnatomy || _endsPlace[i]))
            {
                next = side.Match.EndToken;
                if (side.Match.Value.Value != "none") said = pluralOnly && !side.Plural ? "" : side.Match.Value.Value;
            }
            else if (TermAt(i) is { } other)
            {
                if (other.Value.Label != LexiconLabels.Anatomy && !IsLed(previous) && !IsAdjective(other)) return found;
                next = other.EndToken;
                said = Own(other);
                if (pluralOnly && said is not (null or "bilateral")) said = "";
            }

            if (said is not null)
            {
                if (said.Length > 0 && found is not null && found != said) return null;
                if (said.Length > 0) found = said;

                // A side closes its part; only a part joined to it may follow. One of another part ("", after "et" without "de") is not the term's.
                if (isPlace || (i = Joined(next, out pluralOnly)) < 0) return found;
                previous = PhraseWord.Of;
                continue;
            }

            if (next > i)
            {
                (i, previous) = (next, PhraseWord.Other);
                continue;
            }

            var word = Word(i);
            switch (word)
            {
                case PhraseWord.Join:
                    if ((i = Joined(i, out var bare)) < 0) return found;
                    pluralOnly = bare || isPlace;
                    previous = PhraseWord.Of;
                    continue;
                case PhraseWord.End:
                case PhraseWord.Determiner or PhraseWord.Two when !IsLed(previous):
                case PhraseWord.Place when isPlace || !LeadsToPlace(i + 1):
                case PhraseWord.Other when !IsPhraseToken(i):
                    return Parenthesis(i) ?? found;
                case PhraseWord.Two:
                    word = PhraseWord.Determiner;
                    break;
            }

            previous = word;
            i++;
        }

        return found;
    }

    // After "de", "à", "sur" and their determiner another noun is a complement, not a phrase of its own.
    private static bool IsLed(PhraseWord previous) => previous is PhraseWord.Of or PhraseWord.Place or PhraseWord.Determiner;

    /// <summary>The token where a part alike begins after <c>et</c>, or after a comma and <c>de</c>; -1 when none does.</summary>
    /// <param name="i">The token of the conjunction.</param>
    /// <param name="bare">Whether no <c>de</c> or <c>à</c> leads to the part: then a side in the plural alone stands for both.</param>
    private int Joined(int i, out bool bare)
    {
        bare = true;
        if (!_text.SameLine(i - 1, i) || (Word(i) != PhraseWord.Join && !_text.Is(i, ","))) return -1;
        var comma = _text.Is(i, ",");
        var start = i + 1;
        if (Word(start) is PhraseWord.Of or PhraseWord.Place) (bare, start) = (false, start + 1);
        var at = start;
        while (at < _text.Count && at < start + 3 && (Word(at) is PhraseWord.Determiner or PhraseWord.Two || char.IsAsciiDigit(_text[at][0]))) at++;
        return !(comma && bare) && at < _text.Count && _text.SameLine(i, at) && TermAt(at)?.Value.Label == LexiconLabels.Anatomy ? start : -1;
    }

    // "à la hanche gauche", "au niveau du genou", "sur prothèse": not "à une", "en faveur".
    private bool LeadsToPlace(int i)
    {
        while (Word(i) is PhraseWord.Determiner or PhraseWord.Two) i++;
        return i < _text.Count && (Word(i) == PhraseWord.Level || _sides[i] is not null || TermAt(i)?.Value.Label is LexiconLabels.Anatomy or LexiconLabels.Procedure or LexiconLabels.Device);
    }

    // "fémur (gauche)"
    private string? Parenthesis(int i) =>
        _text.Is(i, "(") && _sides[i + 1] is { Match.Value.Value: not "none" } side && _text.Is(side.Match.EndToken, ")") ? side.Match.Value.Value : null;

    // "mollet droit douloureux": the sign said of a part and its side.
    private string? Before(TermMatch<LexiconEntry> term)
    {
        if (term.Value.Label != LexiconLabels.Symptom) return null;
        for (var i = Math.Max(1, term.FirstToken - 3); i < term.FirstToken; i++)
        {
            if (_endsPlace[i] && _sides[i]?.Match is { Value.Value: not "none" } side && side.EndToken == term.FirstToken && _text.SameLine(i - 1, term.FirstToken)) return side.Value.Value;
        }

        return null;
    }

    // "genou douloureux gauche", "pneumopathie hypoxémiante droite": a sign of one word beside the term is read as said of it.
    private static bool IsAdjective(TermMatch<LexiconEntry> term) => term.Value.Label == LexiconLabels.Symptom && term.EndToken == term.FirstToken + 1;

    private bool IsPhraseToken(int i) => _text.Kind(i) is TokenKind.Word or TokenKind.Number or TokenKind.Unit;

    private TermMatch<LexiconEntry>? TermAt(int i) => _termAt[i] > 0 ? _terms[_termAt[i] - 1] : null;

    private PhraseWord Word(int i) => SideLexicon.Words.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(_text.Folded(i), out var word) ? word : PhraseWord.Other;

    private sealed record Side(TermMatch<SideWord> Match, bool Plural);
}
