namespace HealthNlp.Quantities;

/// <summary>Names stuck to their value or after it, ranks, and numbers with a letter that name a place.</summary>
internal sealed partial class QuantityReader
{
    private const int ShortestGlued = 3;
    private const int MostGluedDigits = 4;
    private const int HighestPlace = 40;
    private const int PlaceReach = 40;
    private const int PlaceWords = 8;

    /// <summary>CRP112, NIHSS4, GIR3, PS1: an abbreviation in capitals stuck to its value.</summary>
    private bool ReadGlued(int i, int at)
    {
        var word = _tokens[i];
        var digits = word.IndexOfAnyInRange('0', '9');
        if (digits < 2 || word.Length - digits > MostGluedDigits || word[..digits].IndexOfAnyExceptInRange('A', 'Z') >= 0 || word[digits..].IndexOfAnyExceptInRange('0', '9') >= 0) return false;
        if (at != _tokens.Span(i).Start || Measures.OfAbbreviation(word[..digits]) is not { } measure || (digits < ShortestGlued && measure.Shape != MeasureShape.Score)) return false;
        if (!NumberReader.TryRead(Text, at + digits, 0, out var number)) return false;
        var label = _label;
        _label = new MeasureLabel(measure, TextSpan.FromLength(at, digits));
        UnitReader.TryRead(Text, number.End, out var unit);
        if (ReadPair(i, at + digits, number) || Finish(NewDraft(i, at + digits, number.End, number.Value, unit), i, unit)) return true;
        _label = label;
        return false;
    }

    /// <summary>31e percentile, 74ème p.</summary>
    private bool ReadRank(int i, int at)
    {
        var word = _tokens.Folded(i);
        var letters = word.IndexOfAnyExceptInRange('0', '9');
        if (letters is <= 0 or > 2 || word[letters..] is not ("e" or "eme" or "er" or "th") || !_tokens.SameLine(i, i + 1) || _tokens.Folded(i + 1) is not ("percentile" or "perc" or "p")) return false;
        var end = _tokens.Span(i + 1).End;
        if (end > _limit || !NumberReader.TryRead(Text, at, 0, out var number)) return false;
        Add(NewDraft(i, at, end, number.Value, new WrittenUnit(at + letters, end, "{percentile}", UnitUse.Plain, false, false)));
        return true;
    }

    /// <summary>8/10 (EN), 3/10 à l'EVA: the name of the score stands after the value.</summary>
    private bool ReadScoreBeforeName(int i, int at, decimal value, decimal highest, int end)
    {
        var next = _tokens.TokenAt(end);
        for (var words = 0; words < 3 && _tokens.SameLine(i, next) && _tokens.Folded(next) is "(" or "a" or "sur" or "selon" or "l'" or "la"; words++) next++;
        if (!_tokens.SameLine(i, next) || _tokens.Span(next).Start > end + 12) return false;
        var length = Measures.Match(_tokens, next, out var measure);
        if (length == 0 || measure.Shape != MeasureShape.Score || measure.Highest != highest || value > highest || _tokens.Span(next + length - 1).End > _limit) return false;

        // "2/10 EVA 3/10": the name is that of the next value.
        var after = next + length;
        if (_tokens.SameLine(next, after) && (_tokens.Kind(after) is TokenKind.Number or TokenKind.Date || _tokens.Folded(after) is ":" or "=" or "a")) return false;
        var draft = NewDraft(i, at, end, value, default);
        (draft.Kind, draft.Denominator, draft.Measure, draft.NameSpan) = (QuantityKind.Score, highest, measure, _tokens.Span(next, after));
        Add(draft);
        return true;
    }

    /// <summary>
    /// 10L after 4R, 1G between 1F and 1H: a lymph node station or a block of pathology, not litres or grams. Such a number is said by another of its kind
    /// nearby or by a word as "station".
    /// </summary>
    private bool IsPlace(int i, int at, WrittenNumber number, WrittenUnit unit)
    {
        if (unit.Start != number.End || unit.End != unit.Start + 1 || Text[unit.Start] is not ('G' or 'L' or 'U' or 'V' or 'W')) return false;
        if (number.Mantissa > HighestPlace || number.Mantissa != decimal.Truncate(number.Mantissa) || (i > 0 && _tokens.Folded(i - 1) is "sous")) return false;
        var first = at;
        while (first > 0 && at - first < PlaceReach && Text[first - 1] != '\n') first--;
        var last = Math.Min(unit.End + PlaceReach, _limit);
        var digits = Text[at..number.End];
        for (var k = first; k + 1 < last && Text[k] != '\n'; k++)
        {
            if (!char.IsAsciiDigit(Text[k]) || (k > 0 && (char.IsLetterOrDigit(Text[k - 1]) || Text[k - 1] is ',' or '.'))) continue;
            var end = k;
            while (end < last && end - k < 3 && char.IsAsciiDigit(Text[end])) end++;
            if (end >= last || end - k > 2 || (end + 1 < Text.Length && char.IsLetterOrDigit(Text[end + 1]))) continue;
            if (Text[end] == 'R' || (Text[end] is >= 'A' and <= 'Z' and not ('G' or 'L' or 'U' or 'V' or 'W' or 'H' or 'J' or 'N') && Text[k..end].SequenceEqual(digits))) return true;
        }

        for (var token = i - 1; token >= i - PlaceWords && _tokens.SameLine(token, i); token--)
        {
            if (QuantityWords.Places.Contains(_tokens.Folded(token))) return true;
        }

        return false;
    }

    /// <summary>Where the number of a token may end: "50 000UI" is one number although the unit is stuck to its thousands.</summary>
    private int GroupsEnd(int i)
    {
        var end = Math.Min(_tokens.Span(i).End, _limit);
        return end + 4 < _limit && Text[end] == ' ' && Text.Slice(end + 1, 3).SequenceEqual("000") && char.IsLetter(Text[end + 4]) ? end + 4 : end;
    }
}
