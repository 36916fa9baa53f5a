using System.Buffers;
using HealthNlp.Quantities;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>
/// Finds abbreviations that nothing knows: 2 to 6 capitals in no lexicon, that are neither a name, an ordinary word in capitals, a part of a title nor a Roman
/// numeral. What cannot be told from a word or a name is left out: an abbreviation reported in its place would be a false alarm.
/// </summary>
internal sealed class UnknownAbbreviations
{
    private const int Shortest = 2;
    private const int Longest = 6;

    // RAVET or JEUDI; of the abbreviations of that length few can be spoken.
    private const int LongestSpoken = 4;
    private const int NameReach = 4;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");
    private static readonly SearchValues<char> Numerals = SearchValues.Create("IVX");

    private readonly NormalizedText _text;
    private readonly SpanIndex<Token> _tokens;
    private readonly SpanIndex<Section> _sections;
    private readonly SpanIndex<Entity> _entities;
    private readonly SpanIndex<AbbreviationReading> _known;
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    internal UnknownAbbreviations(NormalizedText text, SpanIndex<Token> tokens, SpanIndex<Section> sections, SpanIndex<Entity> entities, SpanIndex<AbbreviationReading> known)
    {
        (_text, _tokens, _sections, _entities, _known) = (text, tokens, sections, entities, known);
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in tokens)
        {
            if (token.Normalized.Length is >= Shortest and <= Longest && !IsCapitals(token)) words.Add(Folded(token));
        }
    }

    internal IEnumerable<TextSpan> Find()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (IsUnknown(i)) yield return _tokens[i].Span;
        }
    }

    private bool IsUnknown(int i)
    {
        var token = _tokens[i];
        if (token.Normalized.Length is < Shortest or > Longest || !IsCapitals(token) || IsJoined(token)) return false;
        var written = Written(token);
        if (written.IndexOfAnyExcept(Numerals) < 0 || (written.Length > LongestSpoken && written.IndexOfAny(Vowels) != written.LastIndexOfAny(Vowels))) return false;
        return !IsKnown(i) && !_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Folded(token)) && !IsTitle(token) && !IsStrangeCapitals(i - 1, i) && !IsStrangeCapitals(i + 1, i) && !IsName(i);
    }

    private bool IsKnown(int i)
    {
        var span = _tokens[i].Span;
        var written = Written(_tokens[i]);
        return _entities.At(span.Start).Any() || _known.At(span.Start).Any() || Measures.OfAbbreviation(written) is not null || TokenLexicon.IsUnitPart(written) || ClinicalLexicon.Named(written.ToString()) is not null;
    }

    // The letters of a code: PD of PD-L1, HLA of HLA-DR.
    private bool IsJoined(Token token)
    {
        var (start, end) = (token.Normalized.Start, token.Normalized.End);
        return (start > 0 && IsLetterOrMark(_text.Text[start - 1])) || (end < _text.Text.Length && IsLetterOrMark(_text.Text[end]));
    }

    private static bool IsLetterOrMark(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '\'' or '’' or '@' or '&' or '*';

    private bool IsTitle(Token token) => _sections.InnermostAt(token.Span.Start) is { } section && section.Title.Overlaps(token.Span);

    // A word beside it in capitals, itself unknown: the letters belong to a line in capitals.
    private bool IsStrangeCapitals(int neighbour, int i) => IsOnLine(neighbour, i) && _tokens[neighbour].Normalized.Length >= Shortest && IsCapitals(_tokens[neighbour]) && !IsKnown(neighbour);

    // After a civility, or after a word with a capital inside a sentence.
    private bool IsName(int i)
    {
        for (var k = i - 1; k >= i - NameReach && IsOnLine(k, i); k--)
        {
            var word = Written(_tokens[k]);
            if (LineWrap.IsCivility(word)) return true;
            if (!char.IsUpper(word[0])) return false;
            if (k < i && word.Length > 2 && char.IsLower(word[^1]) && IsOnLine(k - 1, i) && char.IsLower(Written(_tokens[k - 1])[^1])) return true;
        }

        return false;
    }

    private bool IsOnLine(int k, int i)
    {
        if (k < 0 || k >= _tokens.Count) return false;
        var (first, second) = k < i ? (_tokens[k], _tokens[i]) : (_tokens[i], _tokens[k]);
        return !_text.Text.AsSpan(first.Normalized.End, second.Normalized.Start - first.Normalized.End).Contains('\n');
    }

    private bool IsCapitals(Token token) => token.Kind is TokenKind.Word or TokenKind.Unit && Written(token).IndexOfAnyExceptInRange('A', 'Z') < 0;

    private ReadOnlySpan<char> Written(Token token) => _text.Text.AsSpan(token.Normalized.Start, token.Normalized.Length);

    private ReadOnlySpan<char> Folded(Token token) => _text.Folded.AsSpan(token.Normalized.Start, token.Normalized.Length);
}
