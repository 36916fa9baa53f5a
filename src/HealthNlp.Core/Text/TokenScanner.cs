using System.Globalization;

namespace HealthNlp.Text;

/// <summary>Walks a normalised text once, token by token. Every look-ahead is bounded, so that the walk is linear.</summary>
internal ref partial struct TokenScanner(string text)
{
    private const int LongestAddress = 64;
    private const int LongestDomain = 255;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _nextAtSign = -1;
    private int _numberEnd = -1;

    /// <summary>Finds the next token.</summary>
    internal bool Next(out TextSpan span, out TokenKind kind)
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        kind = TokenKind.Symbol;
        if (_at == _text.Length)
        {
            span = default;
            return false;
        }

        var start = _at;
        var c = _text[start];
        if (char.IsLetter(c)) kind = Word();
        else if (char.IsAsciiDigit(c)) kind = Number();
        else if (c == '+' && Phone(start) is > 0 and var phoneEnd) (kind, _at) = (TokenKind.Phone, phoneEnd);
        else kind = Mark(c);
        span = new TextSpan(start, _at);
        _numberEnd = kind == TokenKind.Number ? _at : -1;
        return true;
    }

    private readonly char Peek(int at) => at < _text.Length ? _text[at] : '\0';

    private readonly bool IsLetterOrDigitAt(int at) => at < _text.Length && char.IsLetterOrDigit(_text[at]);

    /// <summary>Whether the token under way comes right after a number, or one space after it.</summary>
    private readonly bool AfterNumber(int start) => _numberEnd >= 0 && (start == _numberEnd || (start == _numberEnd + 1 && _text[_numberEnd] == ' '));

    private TokenKind Word()
    {
        var start = _at;
        if (Address(start, out var kind)) return kind;
        if (UnitEnd(start) is > 0 and var unitEnd)
        {
            _at = unitEnd;
            return TokenKind.Unit;
        }

        if (IsMultiplier(start))
        {
            _at = start + 1;
            return TokenKind.Word;
        }

        // 1m75, 3kg250
        if (start == _numberEnd && LettersEnd(start) is var letters && char.IsAsciiDigit(Peek(letters)) && TokenLexicon.IsUnit(_text[start..letters]))
        {
            _at = letters;
            return TokenKind.Unit;
        }

        var end = RunEnd(start);

        if (Peek(end) == '\'' && end + 1 < _text.Length && (char.IsLetter(_text[end + 1]) || _text[end + 1] == ' '))
        {
            var whole = RunEnd(end + 1);
            var elided = TokenLexicon.IsElided(_text[start..end]);
            if (elided && !(whole - start <= 12 && TokenLexicon.IsWholeWord(_text[start..whole])))
            {
                _at = end + 1;
                return TokenKind.Word;
            }

            if (whole > end + 1) end = whole;
        }

        if (Peek(end) == '(' && Rearrangement(start, end) is > 0 and var rearrangementEnd) end = rearrangementEnd;
        else if (Peek(end) == '.') end = VariantEnd(start, end) is > 0 and var variantEnd ? variantEnd : AbbreviationEnd(start, end);
        else if (Peek(end) == '°' && end == start + 1 && _text[start] is 'n' or 'N') end++;
        else end = Compound(start, end);
        _at = end;
        return TokenKind.Word;
    }

    private readonly int RunEnd(int at)
    {
        while (at < _text.Length && (char.IsLetterOrDigit(_text[at]) || _text[at] is '_' || char.GetUnicodeCategory(_text[at]) is UnicodeCategory.OtherNumber)) at++;
        return at;
    }

    /// <summary>The end of the letters that begin here, as far as the longest unit goes.</summary>
    private readonly int LettersEnd(int start)
    {
        var end = start;
        while (end < _text.Length && end - start < TokenLexicon.LongestUnit && char.IsLetter(_text[end])) end++;
        return end;
    }

    /// <summary>2x500, x3/j: the sign of a multiplication.</summary>
    private readonly bool IsMultiplier(int start)
    {
        if (_text[start] is not ('x' or 'X') || !char.IsAsciiDigit(Peek(start + 1))) return false;
        return start == _numberEnd || !IsLetterOrDigitAt(start + 1 + CountDigits(start + 1, 5));
    }

    /// <summary>p.V600E, p.(Val600Glu), c.1799T>A: the name of a variant, as HGVS writes it.</summary>
    private readonly int VariantEnd(int start, int dot)
    {
        if (dot != start + 1 || _text[start] is not ('p' or 'c' or 'g' or 'm' or 'n' or 'r')) return 0;
        var (end, digits) = (dot + 1, 0);
        while (end < _text.Length && end - dot < LongestAddress && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '(' or ')' or '>' or '_' or '*' or '=' or '+' or '-'))
        {
            if (char.IsAsciiDigit(_text[end])) digits++;
            end++;
        }

        if (digits == 0 || Peek(dot + 1) == ')') return 0;

        // A parenthesis or a hyphen that belongs to the sentence is left out.
        while (_text[end - 1] is '-' or '+' or '=' or '(' || (_text[end - 1] == ')' && !_text[dot..end].Contains('('))) end--;
        return end;
    }

    /// <summary>Goes on over hyphens between letters or digits; a pronoun after a verb (a-t-il, est-elle) is left out.</summary>
    private readonly int Compound(int start, int end)
    {
        while (Peek(end) == '-' && IsLetterOrDigitAt(end + 1))
        {
            if (InversionEnd(end) > 0) return end;
            end = RunEnd(end + 1);
            // l'avant-bras d'un pied-d'athlète: an apostrophe inside a compound goes on.
            if (Peek(end) == '\'' && end + 1 < _text.Length && char.IsLetter(_text[end + 1]) && TokenLexicon.IsElided(_text[LastHyphen(start, end)..end])) end = RunEnd(end + 1);
        }

        return end;
    }

    private readonly int LastHyphen(int start, int end) => start + _text[start..end].LastIndexOf('-') + 1;

    /// <summary>The end of -t-il, -elle, -on after a verb; 0 when the hyphen opens none.</summary>
    private readonly int InversionEnd(int hyphen)
    {
        if (hyphen == 0 || !char.IsLetter(_text[hyphen - 1])) return 0;
        var rest = _text[(hyphen + 1)..Math.Min(hyphen + 9, _text.Length)];
        var euphonic = rest.StartsWith("t-", StringComparison.Ordinal) ? 2 : 0;
        rest = rest[euphonic..];
        foreach (var pronoun in (ReadOnlySpan<string>)["elles", "elle", "ils", "il", "on", "je"])
        {
            if (rest.StartsWith(pronoun, StringComparison.Ordinal))
            {
                return rest.Length == pronoun.Length || !(char.IsLetterOrDigit(rest[pronoun.Length]) || rest[pronoun.Length] == '-')
                    ? hyphen + 1 + euphonic + pronoun.Length
                    : 0;
            }
        }

        return 0;
    }

    private readonly int AbbreviationEnd(int start, int end)
    {
        // C.H.U. and S.A.M.U: single letters between periods.
        var dotted = end;
        while (dotted - start >= 1 && Peek(dotted) == '.' && char.IsLetter(Peek(dotted + 1)) && !IsLetterOrDigitAt(dotted + 2) && char.IsUpper(_text[dotted - 1])
            && char.IsUpper(_text[dotted + 1]) && (dotted == start + 1 || _text[dotted - 2] == '.'))
        {
            dotted += 2;
        }

        if (dotted > end) return Peek(dotted) == '.' ? dotted + 1 : dotted;

        // The longest abbreviation of the list that begins here.
        var limit = Math.Min(start + TokenLexicon.LongestAbbreviation, _text.Length);
        for (var last = limit; last > end; last--)
        {
            if (_text[last - 1] == '.' && (!IsLetterOrDigitAt(last) || IsStuckName(start, last)) && TokenLexicon.IsAbbreviation(_text[start..last])) return last;
        }

        return end;
    }

    /// <summary>M.Petit: a title and the name stuck to it.</summary>
    private readonly bool IsStuckName(int start, int name) => char.IsUpper(_text[start]) && char.IsUpper(_text[name]);

    /// <summary>t(8;21), inv(16)(p13q22), del(17p): cytogenetic notation.</summary>
    private readonly int Rearrangement(int start, int open)
    {
        if (!IsRearrangement(_text[start..open])) return 0;
        var end = 0;
        while (Peek(open) == '(')
        {
            var close = open + 1;
            while (close < _text.Length && close - open < 24 && (char.IsAsciiDigit(_text[close]) || _text[close] is 'X' or 'Y' or 'p' or 'q' or ';' or '.' or '?' or '+' or '-')) close++;
            if (Peek(close) != ')' || close < open + 2) break;
            open = end = close + 1;
        }

        return end;
    }

    private static bool IsRearrangement(ReadOnlySpan<char> word) => word is "t" or "inv" or "del" or "der" or "dup" or "ins" or "i" or "dic" or "add" or "idic";

    private bool Address(int start, out TokenKind kind)
    {
        kind = TokenKind.Url;
        var rest = _text[start..];
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            _at = AddressEnd(start);
            return _at > start + 4;
        }

        kind = TokenKind.Email;
        if (_nextAtSign < start)
        {
            var found = rest.IndexOf('@');
            _nextAtSign = found < 0 ? int.MaxValue : start + found;
        }

        if (_nextAtSign - start > LongestAddress || _nextAtSign == start || !IsMailbox(_text[start.._nextAtSign]) || !IsLetterOrDigitAt(_nextAtSign + 1)) return false;
        var end = _nextAtSign + 1;
        var lastDot = -1;
        while (end < _text.Length && end - _nextAtSign < LongestDomain && (char.IsAsciiLetterOrDigit(_text[end]) || (_text[end] is '.' or '-' && IsLetterOrDigitAt(end + 1))))
        {
            if (_text[end] == '.') lastDot = end;
            end++;
        }

        if (lastDot < 0 || end - lastDot < 3) return false;
        _at = end;
        return true;
    }

    private static bool IsMailbox(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '_' or '%' or '+' or '-')) return false;
        }

        return true;
    }

    private readonly int AddressEnd(int at)
    {
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]) && _text[at] is not ('<' or '>' or '"' or '|')) at++;
        while (at > 0 && _text[at - 1] is '.' or ',' or ';' or ':' or ')' or '!' or '?' or '\'') at--;
        return at;
    }

    private TokenKind Mark(char c)
    {
        var start = _at++;
        if (c is '%' or '‰' || (c == '°' && AfterNumber(start)))
        {
            if (c == '°' && Peek(_at) is 'C' or 'c' && !IsLetterOrDigitAt(_at + 1)) _at++;
            return TokenKind.Unit;
        }

        // 70/min, 10^9/L
        if (c == '/' && start == _numberEnd && CompoundUnitEnd(start) is var end && end > start)
        {
            _at = end;
            return TokenKind.Unit;
        }

        if (c == '-' && InversionEnd(start) is > 0 and var inversionEnd)
        {
            _at = inversionEnd;
            return TokenKind.Word;
        }

        if (c is '.' or '-' or '_' or '=' or '*' or '…' or '!' or '?')
        {
            while (Peek(_at) == c) _at++;
            return TokenKind.Punctuation;
        }

        if (c < '\u2000') return char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol;
        _at = start + Math.Max(1, StringInfo.GetNextTextElementLength(_text[start..Math.Min(start + LongestAddress, _text.Length)]));
        return char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol;
    }
}
