using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Quantities;

/// <summary>
/// Reads quantities in one pass over the tokens. A name of a measure stays open over the words that may part it from its value; each number is read with
/// what belongs to it (second number, unit, reference interval) and takes the open name when its unit or its size allows.
/// </summary>
internal sealed partial class QuantityReader
{
    private const int ShortestSpelledUnit = 4;

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
        return (new SpanIndex<Quantity>(reader._found.Select(draft => draft.ToQuantity(normalized))), new SpanIndex<TextTable>(tables.Select(table => table.ToTable(normalized))));
    }

    /// <summary>Reads a part of the text; a cell of a table brings its name.</summary>
    private void ReadRange(int start, int end, CancellationToken cancellationToken, MeasureLabel? label = null)
    {
        (_label, _at, _limit, _changeEnd, _arrowEnd) = (label, start, end, -1, -1);
        _comparator = default;
        var i = _tokens.TokenAt(start);
        if (i > 0 && _tokens.Span(i - 1).End > start) i--;
        for (; i < _tokens.Count && _tokens.Span(i).Start < end && _at < end; i = NextToken(i, _at))
        {
            // A token may reach over two cells: "72 175" is one number for the tokenizer.
            var at = Math.Max(_tokens.Span(i).Start, _at);
            PassLines(i, _normalized.Text.AsSpan(_at, at - _at).Count('\n'));
            _at = Math.Min(_tokens.Span(i).End, end);
            ReadToken(i, at);
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

    /// <summary>Reads what begins at a token and moves <see cref="_at"/> after it.</summary>
    private void ReadToken(int i, int at)
    {
        var kind = _tokens.Kind(i);
        if (kind == TokenKind.Number || NumberReader.Fraction(Text[at]) > 0 || NumberReader.TryPowerOfTen(Text, at, out _, out _))
        {
            if (!ReadNumber(i, at)) PassNumber(i);
        }
        else if (kind == TokenKind.Date) _ = ReadSeries(i, at) || ReadSchedule(at, isDate: true);
        else if (kind is TokenKind.Time or TokenKind.Phone or TokenKind.Email or TokenKind.Url) return;
        else if (Measures.Match(_tokens, i, out var measure) is > 0 and var length && IsName(i + length))
        {
            var name = _tokens.Span(i, i + length);
            _label = measure.IsNothing ? null : new MeasureLabel(measure, name);
            _at = name.End;
        }
        else if (QuantityWords.Comparator(_tokens, i, out var comparator) is > 0 and var words)
        {
            // "9 -> 12": an arrow between two values.
            var isArrow = at > 0 && Text[at] == '>' && Text[at - 1] is '-' or '=';
            (_comparator, _arrowEnd) = isArrow ? (_comparator, i + 1) : ((comparator, at, i + words), _arrowEnd);
            _at = _tokens.Span(i + words - 1).End;
        }
        else if (kind != TokenKind.Word || !(ReadGlued(i, at) || ReadRank(i, at) || ReadWords(i, at)))
        {
            if (QuantityWords.Changes.Match(_tokens, i, out _) is > 0 and var change) _changeEnd = i + change;
            if (_label is not null) PassWord(i);
        }
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
    private void PassNumber(int i)
    {
        var folded = _tokens.Folded(i);
        var isDate = folded.Contains('/') || (i > 0 && QuantityWords.Dated.Contains(_tokens.Folded(i - 1)));
        if (_label is not null && !isDate) _label.Pass(folded, isFiller: false);
    }

    /// <summary>The token that holds a position or the first after it.</summary>
    private int NextToken(int i, int position)
    {
        while (i < _tokens.Count && _tokens.Span(i).End <= position) i++;
        return i;
    }

    /// <summary>deux comprimés, un à deux comprimés, un demi-comprimé, quinze gouttes.</summary>
    private bool ReadWords(int i, int at)
    {
        var number = NumberWords.Read(_tokens, i, out var end);
        var numberEnd = number > 0 ? _tokens.Span(end - 1).End : at;
        var half = number == 0 ? 0 : HalfEnd(numberEnd);
        if ((number <= 0 && half == 0) || _tokens.Is(i, "premier")) return false;
        var upper = -1;
        if (half == 0 && _tokens.Folded(end) is "a" or "ou" && NumberWords.Read(_tokens, end + 1, out var upperEnd) is var second && second > number)
        {
            (upper, numberEnd) = (second, _tokens.Span(upperEnd - 1).End);
        }

        // Of short units a word would be misread: un a, une l.
        if (!UnitReader.TryRead(Text, half > 0 ? half : numberEnd, out var unit) || unit.Use == UnitUse.Time || unit.End - unit.Start < ShortestSpelledUnit) return false;
        if (unit.Code is "[arb'U]" or "{dose}" or "deg") return false;
        var draft = NewDraft(i, at, unit.End, half > 0 ? Math.Max(number, 1) / 2m : number, unit);
        if (upper > 0) draft.UpperValue = upper;
        return Finish(draft, i, unit);
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
