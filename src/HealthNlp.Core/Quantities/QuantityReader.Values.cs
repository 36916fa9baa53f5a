namespace HealthNlp.Quantities;

/// <summary>Names and kinds of values, and what stands beside them: reference interval, mark.</summary>
internal sealed partial class QuantityReader
{
    private const decimal HeaviestDose = 99;

    // A space, "de", a space.
    private const int LongestLink = 4;

    private Draft NewDraft(int i, int at, int numberEnd, decimal value, WrittenUnit unit, bool hasPower = false)
    {
        var compared = _comparator.EndToken == i && i > 0 && _comparator.Comparator != QuantityComparator.None && _comparator.Start < at;
        return new Draft
        {
            Start = compared ? _comparator.Start : at,
            End = unit.IsNone ? numberEnd : unit.End,
            Comparator = compared ? _comparator.Comparator : QuantityComparator.None,
            Value = value,
            HasPower = hasPower,
            Unit = unit.IsNone ? null : unit.Code,
            UnitSpan = unit.IsNone ? null : new TextSpan(unit.Start, unit.End),
        };
    }

    /// <summary>Names a value, says what it is and keeps it, when it is a quantity.</summary>
    private bool Finish(Draft draft, int i, WrittenUnit unit)
    {
        if (unit.IsRate) return false;
        if (unit.Use == UnitUse.Form && HalfMore(draft.End) is > 0 and var halfEnd) (draft.Value, draft.End) = (draft.Value + 0.5m, halfEnd);
        if (unit.IsNone && !_cellUnit.IsNone && draft.Start == _cellStart && !IsCounted(draft.End))
        {
            unit = _cellUnit;
            (draft.Unit, draft.UnitSpan) = (unit.Code, new TextSpan(unit.Start, unit.End));
        }

        if (unit.IsNone)
        {
            if (!NameAfter(draft, i) && !NameBare(draft, i) && !draft.HasPower) return false;
        }
        else if (!NameWithUnit(draft, i, unit) && unit.Use is UnitUse.Time or UnitUse.Named) return false;
        draft.Kind = draft.Measure?.Shape == MeasureShape.Score ? QuantityKind.Score
            : draft.Unit == "%" ? QuantityKind.Percentage
            : unit.IsDose && draft.Measure is null && !IsHeavy(draft) || draft.Multiplier is not null ? QuantityKind.Dose
            : unit.Use == UnitUse.Count && !unit.IsNone ? QuantityKind.Count
            : QuantityKind.Measurement;
        Add(draft);
        return true;
    }

    /// <summary>The end of "et demi" after a unit: 1 comprimé et demi.</summary>
    private int HalfMore(int at)
    {
        var folded = _normalized.Folded.AsSpan(at, _limit - at);
        const string Words = " et demi";
        if (!folded.StartsWith(Words, StringComparison.Ordinal)) return 0;
        var end = folded.Length > Words.Length && folded[Words.Length] == 'e' ? Words.Length + 1 : Words.Length;
        return folded.Length == end || !char.IsLetterOrDigit(folded[end]) ? at + end : 0;
    }

    /// <summary>Grams of a newborn or of an organ, not of a drug.</summary>
    private static bool IsHeavy(Draft draft) => draft.Unit == "g" && draft.Value > HeaviestDose;

    private bool NameWithUnit(Draft draft, int i, WrittenUnit unit)
    {
        if (NameAfter(draft, i)) return true;
        if (_label is not { Measure: { Shape: not MeasureShape.Score } measure } label || !label.IsInReach || !AcceptsDegrees(draft, measure))
        {
            if (NameMistyped(draft, unit)) return true;
            NameByUnit(draft, i, unit);
            if (_label is { Values.Count: 0 }) _label = null;
            return draft.Measure is not null;
        }

        Name(draft, label);
        foreach (var earlier in label.Values)
        {
            if (earlier.Unit is null) (earlier.Unit, earlier.Kind) = (draft.Unit, earlier.Kind);
        }

        return true;
    }

    /// <summary>
    /// Leucocytes 16 G, Hb 13,1 G/L, CRP 3 mmol/L: right beside its name a value is that of the name. A unit that the measure cannot have is reported as written, not
    /// as known.
    /// </summary>
    private bool NameMistyped(Draft draft, WrittenUnit unit)
    {
        if (_label is not { Measure: { Shape: MeasureShape.Value } measure, Values.Count: 0 } label || !label.IsNear) return false;
        if (_normalized.Text.AsSpan(unit.Start, unit.End - unit.Start) is "G" && measure.Accepts(draft.Value, "10*9/L")) draft.Unit = "10*9/L";
        else if (IsConcentration(unit) && measure.Units.Any(own => own.Contains('/', StringComparison.Ordinal)) && measure.ReadsBare(draft.Value, out _)) draft.Unit = null;
        else return false;
        Name(draft, label);
        return true;
    }

    private static bool IsConcentration(WrittenUnit unit) => unit.Code.EndsWith("/L", StringComparison.Ordinal) || unit.Code.EndsWith("/dL", StringComparison.Ordinal) || unit.Code.EndsWith("/mL", StringComparison.Ordinal);

    /// <summary>Whether a measure has a value and its unit; 39° is in degrees Celsius after the name of a temperature.</summary>
    private static bool AcceptsDegrees(Draft draft, Measure measure)
    {
        if (draft.Unit == "deg" && measure.Accepts(draft.Value, "Cel")) draft.Unit = "Cel";
        return measure.Accepts(draft.Value, draft.Unit!);
    }

    /// <summary>4 % de lymphocytes, dont 2500 de PNN, dont 12 G/L neutrophiles: the name stands after the value.</summary>
    private bool NameAfter(Draft draft, int i)
    {
        var isPart = i > 0 && _tokens.Folded(i - 1) is "dont";
        var at = _tokens.TokenAt(draft.End);
        if (at < _tokens.Count && _tokens.Folded(at) is "de" or "d'") at++;
        else if (!isPart) return false;
        if (at >= _tokens.Count || _tokens.Span(at).Start > draft.End + LongestLink || _tokens.Span(at).End > _limit) return false;
        var words = Measures.Match(_tokens, at, out var measure);
        if (words == 0 || measure.IsNothing || measure.Shape != MeasureShape.Value) return false;
        if (draft.Unit is null ? !(isPart && measure.ReadsBare(draft.Value, out _)) : !AcceptsDegrees(draft, measure)) return false;
        draft.Measure = measure;
        draft.NameSpan = _tokens.Span(at, at + words);
        return true;
    }

    /// <summary>98 bpm, 38,5 °C, 95 % en air ambiant and sous 2 L/min say themselves what they measure.</summary>
    private void NameByUnit(Draft draft, int i, WrittenUnit unit)
    {
        var name = draft.UpperValue is not null ? null
            : unit.Code == "Cel" && draft.Value is >= 34 and <= 43 ? "temperature"
            : unit.Code == "/min" && Text[unit.Start] is 'b' or 'B' && draft.Value is >= 30 and <= 250 ? "heart_rate"
            : unit.Code == "%" && draft.Value is >= 50 and <= 100 && IsBeforeOxygen(draft.End) ? "spo2"
            : unit.Code is "L/min" or "L" && i > 0 && _tokens.Folded(i - 1) is "sous" ? "oxygen_flow"
            : null;
        if (name is not null) draft.Measure = Measures.ByName(name);
        else NameByPartner(draft);
    }

    private bool IsBeforeOxygen(int end)
    {
        var at = _tokens.TokenAt(end);
        if (at >= _tokens.Count || _tokens.Span(at).Start > end + 1 || _tokens.Span(at).End > _limit) return false;
        if (QuantityWords.Oxygen.Match(_tokens, at, out _) > 0) return true;
        if (_tokens.Folded(at) is not "sous" || !_tokens.SameLine(at, at + 1) || !NumberReader.TryRead(Text, _tokens.Span(at + 1).Start, 0, out var flow)) return false;
        return UnitReader.TryRead(Text, flow.End, out var unit) && unit.Code is "L" or "L/min";
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
        if (_label is not { Measure: { Shape: not MeasureShape.Pressure } measure } label || !(label.IsNear || (label.IsDescribed && i > 0 && _tokens.Folded(i - 1) is "a"))) return false;
        if (label.Values.Count > 0 && _arrowEnd != i && !QuantityWords.Then.Contains(_tokens.Folded(i - 1))) return false;
        if (UnknownUnit(draft.End) is { IsEmpty: false } unknown) (draft.End, draft.UnitSpan) = (unknown.End, unknown);
        else if (IsCounted(draft.End) || IsYear(draft, i) || !measure.ReadsBare(draft.Value, out var unit)) return false;
        else draft.Unit = unit;
        Name(draft, label);
        return true;
    }

    /// <summary>GG/L, mmlo/L: letters in a volume that are no unit. The value stands, its unit is reported as written.</summary>
    private TextSpan UnknownUnit(int at)
    {
        var text = Text;
        var start = at < text.Length && text[at] == ' ' ? at + 1 : at;
        var slash = start;
        while (slash < text.Length && slash - start < ShortestSpelledUnit + 1 && char.IsLetter(text[slash])) slash++;
        if (slash == start || slash >= text.Length || text[slash] != '/') return default;
        var end = slash + 1;
        while (end < text.Length && end - slash <= ShortestSpelledUnit && char.IsLetter(text[end])) end++;
        return text[(slash + 1)..end] is "L" or "l" or "dL" or "dl" or "mL" or "ml" && !(end < text.Length && char.IsLetterOrDigit(text[end])) ? new TextSpan(start, end) : default;
    }

    /// <summary>PTH droite en 2020.</summary>
    private bool IsYear(Draft draft, int i) => draft.Value is >= 1900 and < 2100 && i > 0 && QuantityWords.Dated.Contains(_tokens.Folded(i - 1));

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
        if (at < 2 || Text[at - 1] != '-' || Text[at - 2] is not (' ' or '(')) return;

        // "Poids 62 kg (-4 kg)": what is lost is no weight.
        if (draft.Unit is "kg" && _label?.Values.Count > 0) _label = null;

        // A hyphen of a list stands before any value, a sign before what may be negative or lost.
        var signed = draft.Unit is "{SD}" or "[diop]" || (_label?.Measure is { } measure && (draft.Unit is null || measure.Accepts(draft.Value, draft.Unit))
            ? measure.Ranges.Any(range => range.Low < 0)
            : draft.Unit is "%" or "kg" || (draft.Unit == "Cel" && draft.Value is < 25 or > 45));
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
