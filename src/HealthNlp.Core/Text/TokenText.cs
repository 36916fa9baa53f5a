namespace HealthNlp.Text;

/// <summary>The tokens of a document with their words at hand. Positions are those of the normalised text.</summary>
internal sealed class TokenText
{
    // So many spaces part two columns of a letterhead or a form.
    private const int WideGap = 3;

    // A line of a paragraph is longer; one of an address or a form may be as short.
    private const int ShortLine = 50;

    private readonly NormalizedText _normalized;
    private readonly SpanIndex<Token> _tokens;
    private readonly SpanIndex<Section> _sections;
    private readonly int[] _lines;
    private readonly int[] _cells;
    private readonly string _folded;

    internal TokenText(AnalyzedDocument analyzed) : this(analyzed.Normalized, analyzed.Tokens, analyzed.Sections)
    {
    }

    internal TokenText(NormalizedText normalized, SpanIndex<Token> tokens, SpanIndex<Section> sections)
    {
        _normalized = normalized;
        _tokens = tokens;
        _sections = sections;
        _folded = normalized.Folded;
        _lines = new int[Count];
        _cells = new int[Count];
        var (line, cell, at) = (0, 0, 0);
        for (var i = 0; i < Count; i++)
        {
            var start = Span(i).Start;
            var gap = i > 0 ? Text.AsSpan(Span(i - 1).End, start - Span(i - 1).End) : [];
            if (gap.Length >= WideGap || gap.ContainsAny('\n', '\t') || IsFieldAfterWrap(i)) cell++;
            line += Text.AsSpan(at, start - at).Count('\n');
            (_lines[i], _cells[i], at) = (line, cell, start);
        }
    }

    internal string Text => _normalized.Text;

    internal string FoldedText => _folded;

    internal int Count => _tokens.Count;

    /// <summary>The token as written.</summary>
    internal ReadOnlySpan<char> this[int i] => Text.AsSpan(Span(i).Start, Span(i).Length);

    internal TokenKind Kind(int i) => _tokens[i].Kind;

    internal TextSpan Span(int i) => _tokens[i].Normalized;

    /// <summary>The place of the tokens from <paramref name="first"/> to the one before <paramref name="end"/>.</summary>
    internal TextSpan Span(int first, int end) => new(Span(first).Start, Span(end - 1).End);

    /// <summary>The token without case, accents and final period; empty outside the document.</summary>
    internal ReadOnlySpan<char> Folded(int i)
    {
        if (i < 0 || i >= Count) return [];
        var span = Span(i);
        var folded = _folded.AsSpan(span.Start, span.Length);
        return folded.Length > 1 && folded[^1] == '.' ? folded[..^1] : folded;
    }

    internal bool Is(int i, string folded) => Folded(i).SequenceEqual(folded);

    /// <summary>Whether two tokens are there and on the same line.</summary>
    internal bool SameLine(int i, int j) => i >= 0 && j >= 0 && i < Count && j < Count && _lines[i] == _lines[j];

    /// <summary>Whether a line that was joined to the one before is a line of a form or a letterhead, not of a sentence: the one before is short, or a label and its colon stand at its head.</summary>
    private bool IsFieldAfterWrap(int i)
    {
        if (i == 0) return false;
        var end = _tokens[i - 1].Span.End;
        var gap = _normalized.Raw.AsSpan(end, _tokens[i].Span.Start - end);
        if (!gap.Contains('\n')) return false;
        if (gap.Length > WideGap || _normalized.Raw.AsSpan(Math.Max(0, end - ShortLine), Math.Min(end, ShortLine)).Contains('\n')) return true;
        for (var j = i + 1; j < i + 4 && j < Count; j++)
        {
            if (Text[Span(j).Start] == ':') return true;
        }

        return false;
    }

    /// <summary>Whether two tokens are on the same line, and no tabulation or wide gap parts them, as between two columns.</summary>
    internal bool SameCell(int i, int j) => i >= 0 && j >= 0 && i < Count && j < Count && _cells[i] == _cells[j];

    /// <summary>Whether a line or a column begins at a token.</summary>
    internal bool IsCellStart(int i) => !SameCell(i - 1, i);

    /// <summary>Whether two tokens are there and on the same line or on two lines that follow each other, as a broken line does.</summary>
    internal bool IsNear(int i, int j) => i >= 0 && j >= 0 && i < Count && j < Count && Math.Abs(_lines[j] - _lines[i]) <= 1;

    /// <summary>Whether a token begins the line after a label and its colon, and no title: "IPP :" above the number.</summary>
    internal bool IsValueBelow(int i) => i > 0 && i < Count && _lines[i] == _lines[i - 1] + 1 && Folded(i - 1) is ":" && !IsTitle(i);

    /// <summary>Whether a token begins the line after another that ends its own, and no title.</summary>
    internal bool IsNextLine(int i) => i > 0 && i < Count && _lines[i] == _lines[i - 1] + 1 && !IsTitle(i);

    /// <summary>The innermost section over a token.</summary>
    internal Section? SectionAt(int i) => _sections.InnermostAt(_tokens[i].Span.Start);

    private bool IsTitle(int i) => SectionAt(i) is { } section && section.Title.Contains(_tokens[i].Span.Start);

    internal bool IsLineStart(int i) => !SameLine(i - 1, i);

    /// <summary>Whether a token follows the one before on its line without the wide space or the tab that parts columns.</summary>
    internal bool IsJoined(int i)
    {
        if (!SameLine(i - 1, i)) return false;
        var space = Text.AsSpan(Span(i - 1).End, Span(i).Start - Span(i - 1).End);
        return space.Length < WideGap && !space.Contains('\t');
    }

    /// <summary>Whether a line of the raw text begins at the token, even where the line before was found to go on.</summary>
    internal bool IsRawLineStart(int i)
    {
        if (i <= 0 || i >= Count) return i == 0;
        var (from, to) = (_tokens[i - 1].Span.End, _tokens[i].Span.Start);
        return from < to && _normalized.Raw.AsSpan(from, to - from).ContainsAny('\n', '\r');
    }

    /// <summary>Whether a token is a word with a capital.</summary>
    internal bool IsCapitalized(int i) => i >= 0 && i < Count && char.IsUpper(this[i][0]);

    /// <summary>Whether a line, a sentence or a clause begins at the token.</summary>
    internal bool IsClauseStart(int i) => IsLineStart(i) || Folded(i - 1) is "," or "." or ";" or ":" or "-" or "(" or "/" or "*" or "•" or "·" or "et";

    /// <summary>Whether a line, a sentence or a clause ends before the token.</summary>
    internal bool IsClauseEnd(int i) => IsLineStart(i) || i >= Count || Folded(i) is "," or "." or ";" or ":" or "(" or ")" or "/" or "-" or "\"";

    /// <summary>Whether a token lies under a section of a kind.</summary>
    internal bool IsUnder(int i, SectionKind kind) => SectionAt(i)?.IsUnder(kind) ?? false;

    /// <summary>Whether one of the <paramref name="window"/> tokens before, on the same line, is in a set.</summary>
    internal bool IsBefore(int i, int window, WordSet words)
    {
        for (var j = i - 1; j >= i - window && SameLine(j, i); j--)
        {
            if (words.Contains(Folded(j))) return true;
        }

        return false;
    }

    /// <summary>The token that begins at or after a position.</summary>
    internal int TokenAt(int position)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Span(middle).Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
