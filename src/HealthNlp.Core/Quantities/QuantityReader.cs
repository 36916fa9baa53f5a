using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Quantities;

/// <summary>
/// Reads quantities in one pass over the tokens. A name of a measure stays open over the words that may part it from its value; each number is read with
/// what belongs to it (second number, unit, reference interval) and takes the open name when its unit or its size allows.
/// </summary>
internal sealed partial class QuantityReader
{
    private readonly NormalizedText _normalized;
    private readonly TokenText _tokens;
    private readonly List<Draft> _found = [];

    private MeasureLabel? _label;
    private int _at;
    private int _limit;

    // A comparator and the token that it ends before; likewise the words of a change (passée de).
    private (QuantityComparator Comparator, int Start, int EndToken) _comparator;
    private int _changeEnd = -1;
    private int _arrowEnd = -1;

    private QuantityReader(NormalizedText normalized, TokenText tokens)
    {
        _normalized = normalized;
        _tokens = tokens;
    }

    private ReadOnlySpan<char> Text => _normalized.Text.AsSpan(0, _limit);

    /// <summary>The quantities and tables of a document.</summary>
    internal static (SpanIndex<Quantity> Quantities, SpanIndex<TextTable> Tables) Read(NormalizedText normalized, SpanIndex<Token> tokens, CancellationToken cancellationToken)
    {
        var text = new TokenText(normalized, tokens, SpanIndex<Section>.Empty);
        var reader = new QuantityReader(normalized, text);
        var tables = TableFinder.Find(text, cancellationToken);
        var from = 0;
        foreach (var table in tables)
        {
            reader.ReadRange(from, table.Span.Start, cancellationToken);
            reader.ReadTable(table);
            from = table.Span.End;
        }

        reader.ReadRange(from, normalized.Text.Length, cancellationToken);
        return (new SpanIndex<Quantity>(reader._found.Select(draft => draft.ToQuantity(normalized))), new SpanIndex<TextTable>(tables.Select(table => table.ToTable(normalized.Map))));
    }

    /// <summary>Reads a part of the text; a cell of a table brings its name and unit.</summary>
    private void ReadRange(int start, int end, CancellationToken cancellationToken, MeasureLabel? label = null)
    {
        (_label, _at, _limit, _changeEnd, _arrowEnd) = (label, start, end, -1, -1);
        _comparator = default;
        var i = _tokens.TokenAt(start);
        if (i > 0 && _tokens.Span(i - 1).End > start) i--;
        var previousEnd = start;
        while (i < _tokens.Count && _tokens.Span(i).Start < end)
        {
            var at = Math.Max(_tokens.Span(i).Start, _at);
            if (at > previousEnd) PassLines(i, _normalized.Text.AsSpan(previousEnd, at - previousEnd).Count('\n'));
            var next = ReadToken(i, at);
            if (next == i) next++;
            previousEnd = Math.Max(_at, Math.Min(_tokens.Span(next - 1).End, end));
            _at = previousEnd;
            if (_tokens.Span(next - 1).End > _at && next - 1 > i) next--;
            i = next;
            if ((i & 0xFFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A name reaches over one line end when it ends its line, a list of values when a word says that it goes on.</summary>
    private void PassLines(int i, int lines)
    {
        if (lines == 0 || _label is not { } label) return;
        if (lines > 1 || !label.IsNear || (label.Values.Count > 0 && !QuantityWords.Then.Contains(_tokens.Folded(i - 1)))) _label = null;
        else label.IsLineAbove = true;
    }

    /// <summary>Reads what begins at a token.</summary>
    /// <returns>The token to go on at.</returns>
    private int ReadToken(int i, int at)
    {
        var kind = _tokens.Kind(i);
        if (kind == TokenKind.Number || NumberReader.Fraction(Text[at]) > 0 || NumberReader.TryPowerOfTen(Text, at, out _, out _)) return ReadNumber(i, at);
        if (kind == TokenKind.Date && ReadSeries(i, at)) return NextToken(i, _at);
        if (kind is TokenKind.Date or TokenKind.Time or TokenKind.Phone or TokenKind.Email or TokenKind.Url) return i + 1;
        if (Measures.Match(_tokens, i, out var measure) is > 0 and var length && IsName(i + length))
        {
            _label = measure.IsNothing ? null : new MeasureLabel(measure, _tokens.Span(i, i + length));
            return i + length;
        }

        var words = QuantityWords.Comparator(_tokens, i, out var comparator);
        if (words > 0)
        {
            // "9 -> 12": an arrow between two values.
            var isArrow = at > 0 && Text[at] == '>' && Text[at - 1] is '-' or '=';
            (_comparator, _arrowEnd) = isArrow ? (_comparator, i + 1) : ((comparator, at, i + words), _arrowEnd);
            return i + words;
        }

        if (kind == TokenKind.Word && ReadWords(i, at, out var next)) return next;
        if ((words = QuantityWords.Changes.Match(_tokens, i, out _)) > 0) _changeEnd = i + words;
        if (_label is not null) PassWord(i);
        return i + 1;
    }

    /// <summary>Whether a wording is not the beginning of a compound or of a code: T in "T 2", not in "T-shirt".</summary>
    private bool IsName(int end) => end >= _tokens.Count || _tokens.Span(end).Start > _tokens.Span(end - 1).End || _tokens.Folded(end) is not ("-" or "'");

    private void PassWord(int i)
    {
        var folded = _tokens.Folded(i);
        var isFiller = QuantityWords.Fillers.Contains(folded) || QuantityWords.Then.Contains(folded) || IsDay(folded);
        if (_label!.IsLineAbove && _label.Values.Count == 0 && !isFiller) _label = null;
        else if (folded is "." && _label.Span is { } span && _tokens.Span(i).Start > span.End) _label = null;
        else _label.Pass(folded, isFiller);
    }

    /// <summary>J1, H6, M3: when a value was measured.</summary>
    private static bool IsDay(ReadOnlySpan<char> folded) =>
        folded.Length is > 1 and < 5 && folded[0] is 'j' or 'h' or 'm' or 's' && folded[1..].IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Passes a number that is no quantity; a date does not part a name from its value.</summary>
    private int PassNumber(int i, int end)
    {
        _at = Math.Max(end, _tokens.Span(i).End);
        var folded = _tokens.Folded(i);
        var isDate = folded.Contains('/') || (i > 0 && QuantityWords.Dated.Contains(_tokens.Folded(i - 1)));
        if (_label is not null && !isDate) _label.Pass(folded, isFiller: false);
        return NextToken(i, _at);
    }

    /// <summary>The token that holds a position or the first after it.</summary>
    private int NextToken(int i, int position)
    {
        while (i < _tokens.Count && _tokens.Span(i).End <= position) i++;
        return i;
    }

    /// <summary>deux comprimés, un demi-comprimé, quinze gouttes.</summary>
    private bool ReadWords(int i, int at, out int next)
    {
        next = i;
        var value = (decimal)NumberWords.Read(_tokens, i, out var end);
        var unitStart = value > 0 ? _tokens.Span(end - 1).End : at;
        if (value == 0) return false;
        var half = HalfEnd(unitStart);
        if (value < 0 && half == 0) return false;
        if (half > 0) (value, unitStart) = (Math.Max(0, value < 0 ? 0 : value - 1) + 0.5m, half);
        if (!UnitReader.TryRead(Text, unitStart, out var unit) || unit.Use == UnitUse.Time || unit.End - unit.Start < 4 || unit.Code is "[arb'U]" or "{dose}" or "deg" || _tokens.Folded(i).StartsWith("premi")) return false;
        var draft = NewDraft(i, at, unit.End, value, unit);
        Finish(draft, i, unit);
        next = NextToken(i, _at);
        return true;
    }

    /// <summary>The end of demi- or "demi " at or after a position; 0 when there is none.</summary>
    private int HalfEnd(int at)
    {
        var start = NumberReader.SkipSpaces(Text, at);
        var folded = _normalized.Folded.AsSpan(start, _limit - start);
        return folded.StartsWith("demi-", StringComparison.Ordinal) || folded.StartsWith("demi ", StringComparison.Ordinal) ? start + 5
            : folded.StartsWith("demie ", StringComparison.Ordinal) ? start + 6 : 0;
    }
}
