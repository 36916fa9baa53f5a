namespace HealthNlp.Quantities;

/// <summary>What is made of a number: a single value, a range, a pair, a product, a schedule.</summary>
internal sealed partial class QuantityReader
{
    private const int MostFactors = 3;
    private const int WidestDose = 5;

    /// <summary>Reads what a number begins, the longest first.</summary>
    private bool ReadNumber(int i, int at)
    {
        if (IsDecimalPart(at)) return false;
        if (ReadSeries(i, at) || ReadSchedule(at)) return true;
        if (!NumberReader.TryRead(Text, at, GroupsEnd(i), out var first)) return false;
        if (IsSplitDecimal(first, out var whole)) first = whole;
        if (ReadJoined(i, at, first) || ReadPair(i, at, first) || ReadHalf(i, at, first)) return true;
        if (!UnitReader.TryRead(Text, first.End, out var unit) || IsNameOfNext(unit)) unit = default;
        if (IsPlace(i, at, first, unit)) return false;
        return ReadProduct(i, at, first, unit) || ReadRange(i, at, first, unit) || ReadSingle(i, at, first, unit);
    }

    /// <summary>.5 mg: whether 0.5 or 5 is meant nobody can tell, and the one is ten times the other.</summary>
    private bool IsDecimalPart(int at)
    {
        const int MostDigits = 3;
        if (at == 0 || Text[at - 1] is not ('.' or ',') || (at > 1 && !char.IsWhiteSpace(Text[at - 2]) && Text[at - 2] is not ('(' or ':' or '=' or '+' or '<' or '>'))) return false;
        var end = at;
        while (end < Text.Length && char.IsAsciiDigit(Text[end])) end++;
        return end - at is > 0 and <= MostDigits && !(end + 1 < Text.Length && Text[end] is '.' or ',' or '/' && char.IsAsciiDigit(Text[end + 1]));
    }

    /// <summary>1-0-1; 12-10-14 UI, which without its unit is a date.</summary>
    private bool ReadSchedule(int at, bool isDate = false)
    {
        if (!ScheduleReader.TryRead(Text, at, out var times, out var end, out var needsUnit)) return false;
        if (!UnitReader.TryRead(Text, end, out var unit) || unit.Use is not (UnitUse.Form or UnitUse.Mass)) unit = default;
        if ((needsUnit || isDate) && unit.Code is not ("[IU]" or "[arb'U]")) return false;
        _at = unit.IsNone ? end : unit.End;
        _found.Add(new Draft
        {
            Start = at,
            End = _at,
            Kind = QuantityKind.Schedule,
            Value = times[0],
            Values = times,
            Unit = unit.IsNone ? null : unit.Code,
            UnitSpan = unit.IsNone ? null : new TextSpan(unit.Start, unit.End),
        });
        return true;
    }

    /// <summary>1 demi-comprimé.</summary>
    private bool ReadHalf(int i, int at, WrittenNumber first) =>
        HalfEnd(first.End) is > 0 and var half && UnitReader.TryRead(Text, half, out var unit) && unit.Use == UnitUse.Form && Finish(NewDraft(i, at, unit.End, first.Value / 2, unit), i, unit);

    /// <summary>Apgar 7-10-10, 9/10/10: one score at several times.</summary>
    private bool ReadSeries(int i, int at)
    {
        if (_label is not { Measure: { Shape: MeasureShape.Score } measure, Values.Count: 0 } label || !label.IsNear) return false;
        var values = new List<decimal>();
        var (next, end) = (at, at);
        while (values.Count <= MostFactors && NumberReader.TryRead(Text, next, 0, out var number) && number.Value <= measure.Highest)
        {
            values.Add(number.Value);
            end = number.End;
            var mark = NumberReader.SkipSpaces(Text, end);
            if (mark >= _limit || Text[mark] is not ('-' or '/')) break;
            next = NumberReader.SkipSpaces(Text, mark + 1);
        }

        if (values.Count != MostFactors || IsCounted(end)) return false;
        var draft = NewDraft(i, at, end, values[0], default);
        (draft.Kind, draft.Values) = (QuantityKind.Score, values);
        Name(draft, label);
        Add(draft);
        return true;
    }

    /// <summary>0, 8 L and, after a name that accepts it, 37. 2 °C: a space slipped in after the decimal mark.</summary>
    private bool IsSplitDecimal(WrittenNumber first, out WrittenNumber whole)
    {
        whole = default;
        var text = Text;
        var mark = first.End;
        if (first.Power != 0 || mark + 2 >= text.Length || text[mark] is not (',' or '.') || text[mark + 1] != ' ' || !char.IsAsciiDigit(text[mark + 2])) return false;
        var end = mark + 2;
        var (value, unit) = (first.Mantissa, 1m);
        for (; end < text.Length && char.IsAsciiDigit(text[end]); end++) value += (text[end] - '0') * (unit = Math.Max(unit / 10, 0.0001m));
        if (end - mark > 4 || first.Mantissa != decimal.Truncate(first.Mantissa) || !UnitReader.TryRead(text, end, out var written) || written.IsRate || written.Use is UnitUse.Time or UnitUse.Form) return false;
        var named = _label is { Measure: { Shape: MeasureShape.Value } measure } label && label.IsNear && (measure.Accepts(value, written.Code) || (IsConcentration(written) && measure.ReadsBare(value, out _)));
        if (!named && !(first.Mantissa == 0 && text[mark] == ',')) return false;
        whole = new WrittenNumber(value, 0, end);
        return true;
    }

    /// <summary>PA in "SpO2 97 PA 12/7" is a name, not pack-years.</summary>
    private bool IsNameOfNext(WrittenUnit unit)
    {
        if (unit.Use != UnitUse.Count) return false;
        var next = NumberReader.SkipSpaces(Text, unit.End);
        while (next < _limit && Text[next] is ':' or '=') next = NumberReader.SkipSpaces(Text, next + 1);
        return next < _limit && char.IsAsciiDigit(Text[next]);
    }

    private bool ReadSingle(int i, int at, WrittenNumber first, WrittenUnit unit)
    {
        var draft = NewDraft(i, at, first.End, first.Value, unit, first.Power != 0);

        // 11.10^9/L: the power belongs to the unit.
        if (first.Power is 3 or 6 or 9 or 12 && unit.Code == "/L")
        {
            draft.Value = first.Mantissa;
            draft.Unit = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"10*{first.Power}/L");
        }

        ApplySign(draft, at);
        return Finish(draft, i, unit);
    }

    /// <summary>1m72, 1 m 80, 3kg250, 38°5.</summary>
    private bool ReadJoined(int i, int at, WrittenNumber first)
    {
        if (first.Power != 0 || first.Mantissa != decimal.Truncate(first.Mantissa)) return false;
        var text = Text;
        var start = NumberReader.SkipSpaces(text, first.End);
        if (start >= text.Length) return false;
        var (length, code, digits, spaced) = text[start] is 'm' or 'M' ? (1, "m", 2, true) : text[start] == '°' ? (1, "Cel", 1, false)
            : text[start..].StartsWith("kg", StringComparison.OrdinalIgnoreCase) ? (2, "kg", 3, true) : (0, "", 0, false);
        if (length == 0 || (!spaced && start > first.End)) return false;
        var second = start > first.End ? NumberReader.SkipSpaces(text, start + length) : start + length;
        var end = second;
        while (end < text.Length && end - second <= digits && char.IsAsciiDigit(text[end])) end++;
        var isCelsius = code == "Cel" && end < text.Length && text[end] is 'C' or 'c' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]));
        if (end - second != digits || (end < text.Length && !isCelsius && (char.IsLetterOrDigit(text[end]) || (text[end] is ',' or '.' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))) return false;
        var value = first.Mantissa;
        var unit = 1m;
        for (var k = second; k < end; k++) value += (text[k] - '0') * (unit /= 10);
        if (code == "m" && value is < 0.3m or > 2.6m) return false;
        if (code == "Cel" && value is < 25 or > 45) return false;
        if (isCelsius) end++;
        var written = new WrittenUnit(start, start + length, code, UnitUse.Plain, false, false);
        var draft = NewDraft(i, at, end, value, written);
        draft.End = end;
        if (!Finish(draft, i, written)) return false;

        // Nothing else is written 1m72.
        if (code == "m" && draft.Measure is null && value >= 1.2m) draft.Measure = Measures.ByName("height");
        return true;
    }

    /// <summary>14/9, 15/15, 1/2 cp, 5/160 mg; 3 sur 10 after the name of a score.</summary>
    private bool ReadPair(int i, int at, WrittenNumber first)
    {
        var text = Text;
        var mark = NumberReader.SkipSpaces(text, first.End);
        if (mark >= text.Length) return false;
        var isOver = _label?.Measure?.Shape == MeasureShape.Score && text[mark..].StartsWith("sur ", StringComparison.OrdinalIgnoreCase);
        if (text[mark] != '/' && !isOver) return false;
        var start = NumberReader.SkipSpaces(text, mark + (isOver ? 4 : 1));
        if (start >= text.Length || !char.IsAsciiDigit(text[start]) || !NumberReader.TryRead(text, start, start, out var second)) return false;
        if (second.End + 1 < text.Length && text[second.End] is '/' or '-' && char.IsAsciiDigit(text[second.End + 1])) return false;
        var (a, b) = (first.Value, second.Value);
        UnitReader.TryRead(text, OfEnd(text, second.End), out var unit);
        if (unit.Use == UnitUse.Form && !unit.IsNone && a < b && b is >= 2 and <= 4) return Finish(NewDraft(i, at, second.End, a / b, unit), i, unit);
        if (unit.Start > second.End + 3) unit = default;
        if (ReadPressure(i, at, a, b, second.End, unit) || ReadScore(i, at, a, b, second.End, unit)) return true;
        if (!unit.IsDose || unit.IsNone) return false;
        var dose = NewDraft(i, at, second.End, a, unit);
        dose.Values = [a, b];
        return Finish(dose, i, unit);
    }

    /// <summary>1/4 de cp: the place after "de".</summary>
    private static int OfEnd(ReadOnlySpan<char> text, int at) =>
        at + 4 < text.Length && text[at] == ' ' && (text[(at + 1)..].StartsWith("de ", StringComparison.OrdinalIgnoreCase) || text[(at + 1)..].StartsWith("d'", StringComparison.OrdinalIgnoreCase)) ? at + 3 : at;

    private bool ReadPressure(int i, int at, decimal systolic, decimal diastolic, int end, WrittenUnit unit)
    {
        var isUnit = unit.Code is "mm[Hg]" or "cm[Hg]";
        var named = _label is { Measure.Shape: MeasureShape.Pressure } label && label.IsInReach;
        if (!isUnit && (!named || (!_label!.IsNear && _label.Values.Count > 0))) return false;
        if (!isUnit && systolic <= 31 && diastolic <= 12 && i > 0 && QuantityWords.Dated.Contains(_tokens.Folded(i - 1)) && !_tokens.Is(i - 1, "a")) return false;
        if (systolic <= 35 && diastolic <= 25) (systolic, diastolic) = (systolic * 10, diastolic * 10);
        if (systolic is < 30 or > 320 || diastolic is < 10 or > 220 || systolic < diastolic) return false;
        var draft = NewDraft(i, at, end, systolic, isUnit ? unit : default);
        draft.Kind = QuantityKind.BloodPressure;
        draft.Values = [systolic, diastolic];
        draft.Unit = "mm[Hg]";
        if (named) Name(draft, _label!);
        Add(draft);
        return true;
    }

    private bool ReadScore(int i, int at, decimal value, decimal highest, int end, WrittenUnit unit)
    {
        if (_label is not { Measure: { Shape: MeasureShape.Score } } label || !label.IsInReach || (!label.IsNear && label.Values.Count > 0)) return ReadScoreBeforeName(i, at, value, highest, end);
        if (value > highest || (highest != label.Measure.Highest && highest is not (10 or 20 or 30 or 100)) || !unit.IsNone) return false;
        var draft = NewDraft(i, at, end, value, default);
        draft.Kind = QuantityKind.Score;
        draft.Denominator = highest;
        Name(draft, label);
        Add(draft);
        return true;
    }

    /// <summary>12 x 8 mm, 3 cm sur 2 cm; 2 x 500 mg.</summary>
    private bool ReadProduct(int i, int at, WrittenNumber first, WrittenUnit unit)
    {
        if (!unit.IsNone && !IsLength(unit)) return false;
        var values = new List<decimal> { first.Value };
        var end = unit.IsNone ? first.End : unit.End;
        while (values.Count < MostFactors && TryFactor(end, !unit.IsNone, out var factor))
        {
            values.Add(factor.Value);
            end = factor.End;
            if (!UnitReader.TryRead(Text, end, out var own)) continue;
            if (!unit.IsNone && unit.Code != own.Code) return false;
            (unit, end) = (own, own.End);
            if (!IsLength(own)) break;
        }

        if (values.Count == 1 || unit.IsNone || unit.IsRate || unit.Use == UnitUse.Time) return false;
        if (IsLength(unit))
        {
            var dimension = NewDraft(i, at, end, first.Value, unit);
            (dimension.Kind, dimension.Values, dimension.End) = (QuantityKind.Dimension, values, end);
            Add(dimension);
            return true;
        }

        if (values.Count > 2 || unit.Code[0] is '%' or '/') return false;
        var dose = NewDraft(i, at, end, values[1], unit);
        dose.Multiplier = values[0];
        return Finish(dose, i, unit);
    }

    private bool TryFactor(int at, bool afterUnit, out WrittenNumber factor)
    {
        factor = default;
        var text = Text;
        var mark = NumberReader.SkipSpaces(text, at);
        if (mark >= text.Length) return false;
        int start;
        if (text[mark] is 'x' or 'X' or '×' or '*') start = mark + 1;
        else if (afterUnit && mark > at && text[mark..].StartsWith("sur ", StringComparison.OrdinalIgnoreCase)) start = mark + 4;
        else return false;
        start = NumberReader.SkipSpaces(text, start);
        if (start < text.Length && text[start] == '\n') start++;
        return start < text.Length && char.IsAsciiDigit(text[start]) && NumberReader.TryRead(text, start, start, out factor);
    }

    private static bool IsLength(WrittenUnit unit) => unit.Code is "mm" or "cm" or "m" or "um" or "dm";

    /// <summary>2 à 3 mg, 35-40 %, entre 88 et 92 %.</summary>
    private bool ReadRange(int i, int at, WrittenNumber first, WrittenUnit unit)
    {
        var isBetween = i > 0 && QuantityWords.Between.Contains(_tokens.Folded(i - 1));
        if (_changeEnd == i && !isBetween) return false;
        if (!TryUpper(i, unit.IsNone ? first.End : unit.End, isBetween, out var upper) || upper.Value <= first.Value) return false;
        UnitReader.TryRead(Text, upper.End, out var upperUnit);
        if (upperUnit.Use == UnitUse.Time && !upperUnit.IsNone) return false;
        if (!unit.IsNone && (unit.Code != upperUnit.Code || IsAssociation(first, unit, upper))) return false;
        var draft = NewDraft(i, at, upper.End, first.Value, upperUnit);
        draft.UpperValue = upper.Value;
        return Finish(draft, i, upperUnit);
    }

    /// <summary>5mg-160mg: the two strengths of an association, not from 5 to 160.</summary>
    private bool IsAssociation(WrittenNumber first, WrittenUnit unit, WrittenNumber upper) => unit.IsDose && Text[NumberReader.SkipSpaces(Text, unit.End)] == '-' && upper.Value > WidestDose * first.Value;

    private bool TryUpper(int i, int at, bool isBetween, out WrittenNumber upper)
    {
        upper = default;
        var text = Text;
        var mark = NumberReader.SkipSpaces(text, at);
        if (mark >= text.Length) return false;
        var length = text[mark] == '-' ? 1
            : mark > at && mark + 2 < text.Length && text[mark] is 'à' or 'a' or 'À' or 'A' && text[mark + 1] == ' ' ? 2
            : mark > at && text[mark..].StartsWith(isBetween ? "et " : "ou ", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
        if (length == 0) return false;
        if (length == 1 && mark + 1 < text.Length && text[mark + 1] == '-') length = 2;
        var start = NumberReader.SkipSpaces(text, mark + length);
        if (length == 1 && start > mark + 1 && mark == at) return false;
        if (start >= text.Length || !char.IsAsciiDigit(text[start])) return false;
        var token = NextToken(i, start);
        if (_tokens.Kind(token) != TokenKind.Number || !NumberReader.TryRead(text, start, Math.Min(_tokens.Span(token).End, _limit), out upper)) return false;
        return upper.End + 1 >= text.Length || text[upper.End] is not ('-' or '/') || !char.IsAsciiDigit(text[upper.End + 1]);
    }
}
