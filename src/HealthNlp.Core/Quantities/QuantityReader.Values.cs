namespace HealthNlp.Quantities;

/// <summary>Names and kinds of values, and what stands beside them: reference interval, mark.</summary>
internal sealed partial class QuantityReader
{
    private Draft NewDraft(int i, int at, int numberEnd, decimal value, WrittenUnit unit)
    {
        var compared = _comparator.EndToken == i && i > 0 && _comparator.Comparator != QuantityComparator.None && _comparator.Start < at;
        return new Draft
        {
            Start = compared ? _comparator.Start : at,
            End = unit.IsNone ? numberEnd : unit.End,
            Comparator = compared ? _comparator.Comparator : QuantityComparator.None,
            Value = value,
            Unit = unit.IsNone ? null : unit.Code,
            UnitSpan = unit.IsNone ? null : new TextSpan(unit.Start, unit.End),
        };
    }

    /// <summary>Names a value, says what it is and keeps it, when it is a quantity.</summary>
    private bool Finish(Draft draft, int i, WrittenUnit unit)
    {
        if (unit.IsRate) return false;
        if (unit.IsNone && !_cellUnit.IsNone && draft.Start == _cellStart && !IsCounted(draft.End))
        {
            unit = _cellUnit;
            (draft.Unit, draft.UnitSpan) = (unit.Code, new TextSpan(unit.Start, unit.End));
        }

        if (unit.IsNone)
        {
            if (!NameBare(draft, i)) return false;
        }
        else if (!NameWithUnit(draft, unit) && unit.Use == UnitUse.Time) return false;
        draft.Kind = draft.Measure?.Shape == MeasureShape.Score ? QuantityKind.Score
            : draft.Unit == "%" ? QuantityKind.Percentage
            : unit.IsDose && draft.Measure is null || draft.Multiplier is not null ? QuantityKind.Dose
            : unit.Use == UnitUse.Count && !unit.IsNone ? QuantityKind.Count
            : QuantityKind.Measurement;
        Add(draft);
        return true;
    }

    private bool NameWithUnit(Draft draft, WrittenUnit unit)
    {
        if (_label is not { Measure: { Shape: not MeasureShape.Score } measure } label || !label.IsInReach)
        {
            NameByPartner(draft);
            return draft.Measure is not null;
        }

        // 39° is a temperature after the name of one.
        if (unit.Code == "deg" && measure.Accepts(draft.Value, "Cel")) draft.Unit = "Cel";
        if (!measure.Accepts(draft.Value, draft.Unit!)) return false;
        Name(draft, label);
        foreach (var earlier in label.Values)
        {
            if (earlier.Unit is null) (earlier.Unit, earlier.Kind) = (draft.Unit, earlier.Kind);
        }

        return true;
    }

    /// <summary>81 kg pour 1,79 m: a weight and a height.</summary>
    private void NameByPartner(Draft draft)
    {
        if (draft.Unit is not ("m" or "cm") || _found.Count == 0 || _found[^1] is not { Unit: "kg" } weight || draft.Start - weight.End is < 3 or > 8) return;
        if (!_normalized.Folded.AsSpan(weight.End, draft.Start - weight.End).Trim().SequenceEqual("pour") || weight.Measure is { Name: not "weight" }) return;
        draft.Measure = Measures.ByName("height");
        if (draft.Measure.Accepts(draft.Value, draft.Unit)) weight.Measure ??= Measures.ByName("weight");
        else draft.Measure = null;
    }

    private bool NameBare(Draft draft, int i)
    {
        if (_label is not { Measure: { Shape: not MeasureShape.Pressure } measure } label || !label.IsNear) return false;
        if (label.Values.Count > 0 && !QuantityWords.Then.Contains(_tokens.Folded(i - 1))) return false;
        if (IsCounted(draft.End) || !measure.ReadsBare(draft.Value, out var unit)) return false;
        draft.Unit = unit;
        Name(draft, label);
        return true;
    }

    /// <summary>Whether a number counts what follows, or is part of a longer one: 3 fois, 2 prélèvements.</summary>
    private bool IsCounted(int end)
    {
        if (end >= _limit) return false;
        if (char.IsLetterOrDigit(Text[end]) || (Text[end] is '/' or '-' or ',' or '.' && end + 1 < _limit && char.IsAsciiDigit(Text[end + 1]))) return true;
        var next = _tokens.TokenAt(end);
        return next < _tokens.Count && _tokens.Span(next).Start <= end + 2 && QuantityWords.NoValue.Contains(_tokens.Folded(next));
    }

    private void ApplySign(Draft draft, int at)
    {
        if (at < 2 || Text[at - 1] != '-' || !char.IsWhiteSpace(Text[at - 2]) || Text[at - 2] == '\n') return;
        var signed = draft.Unit is "{SD}" or "[diop]" || (_label?.Measure is { } measure && measure.Ranges.Any(range => range.Low < 0));
        if (!signed) return;
        draft.Value = -draft.Value;
        draft.Start = at - 1;
    }

    private static void Name(Draft draft, MeasureLabel label)
    {
        draft.Measure = label.Measure;
        draft.NameSpan = label.Span;
        label.Add(draft);
    }

    private void Add(Draft draft)
    {
        _found.Add(draft);
        _at = ReferenceReader.Read(_tokens, Text, draft);
    }
}
