namespace HealthNlp.Quantities;

/// <summary>Values in tables: the name from the title of the row or else of the column, the unit from the same title or from a cell of its own.</summary>
internal sealed partial class QuantityReader
{
    // The unit of the cell that is being read, when its title or another cell gives it.
    private WrittenUnit _cellUnit;
    private int _cellStart = -1;

    private enum Column
    {
        Value,
        Name,
        Unit,
        Reference,
    }

    private void ReadTable(FoundTable table)
    {
        var header = table.HasHeader ? table.Rows[0].Select(Title).ToArray() : [];
        for (var r = table.HasHeader ? 1 : 0; r < table.Rows.Count; r++) ReadRow(table.Rows[r], header);
        (_cellUnit, _cellStart) = (default, -1);
    }

    private void ReadRow(IReadOnlyList<TextSpan> row, CellTitle[] header)
    {
        var title = row[0].IsEmpty || RowShape.IsValue(_normalized.Text, row[0]) ? default : Title(row[0]);
        var unit = UnitCell(row, header);
        Draft? value = null;
        for (var c = 0; c < row.Count; c++)
        {
            if (row[c].IsEmpty) continue;
            var column = c < header.Length ? header[c] : default;
            _limit = row[c].End;
            var cell = row[c];
            if (value is not null && IsBeside(column, cell, value, header.Length > 0)) continue;
            if (column.Column is Column.Unit or Column.Reference) continue;
            var named = c > 0 && title.Measure is not null ? title : column.Measure is not null ? column : default;
            (_cellUnit, _cellStart) = (default, -1);
            if (c > 0 || named.Measure is not null)
            {
                _cellUnit = !named.Unit.IsNone ? named.Unit : !unit.IsNone ? unit : c > 0 && !title.Unit.IsNone ? title.Unit : column.Unit;
                _cellStart = cell.Start;
            }

            var before = _found.Count;
            ReadRange(cell.Start, cell.End, default, named.Measure is null ? null : new MeasureLabel(named.Measure, named.Name));
            if (_found.Count > before) value = _found[^1];
        }
    }

    /// <summary>Takes the interval or the mark of a value from a cell after it.</summary>
    private bool IsBeside(CellTitle column, TextSpan cell, Draft value, bool hasHeader)
    {
        var flag = QuantityWords.Flag(_normalized.Text.AsSpan(cell.Start, cell.Length));
        if (flag != QuantityInterpretation.None)
        {
            if (value.Flag == QuantityInterpretation.None) value.Flag = flag;
            return true;
        }

        if (value.HasReference || (hasHeader && column.Column != Column.Reference)) return column.Column == Column.Reference;
        if (!ReferenceReader.TryWhole(Text, cell.Start, out var low, out var high)) return false;
        (value.ReferenceLow, value.ReferenceHigh) = (low, high);
        return true;
    }

    /// <summary>The unit that has a cell of its own in a row.</summary>
    private WrittenUnit UnitCell(IReadOnlyList<TextSpan> row, CellTitle[] header)
    {
        for (var c = 1; c < row.Count; c++)
        {
            if (row[c].IsEmpty || (c < header.Length && header[c].Column is Column.Reference or Column.Name)) continue;
            if (UnitReader.TryReadAt(_normalized.Text.AsSpan(0, row[c].End), row[c].Start, out var unit) && unit.End == row[c].End && unit.Use != UnitUse.Time) return unit;
        }

        return default;
    }

    /// <summary>What a title says: a measure, a unit in parentheses or after a comma, what a column holds.</summary>
    private CellTitle Title(TextSpan cell)
    {
        if (cell.IsEmpty) return default;
        var token = _tokens.TokenAt(cell.Start);
        var text = _normalized.Text.AsSpan(0, cell.End);
        if (token >= _tokens.Count) return default;
        var words = Measures.Match(_tokens, token, out var measure);
        TextSpan? name = null;
        if (words > 0 && _tokens.Span(token + words - 1).End <= cell.End) name = _tokens.Span(token, token + words);
        var column = Column.Value;
        if (QuantityWords.Columns.Match(_tokens, token, out var kind) > 0) column = kind == "column-unit" ? Column.Unit : kind == "column-reference" ? Column.Reference : Column.Name;
        var unit = default(WrittenUnit);
        var open = text[cell.Start..].IndexOfAny('(', '[', ',');
        if (open >= 0 && UnitReader.TryReadAt(text, NumberReader.SkipSpaces(text, cell.Start + open + 1), out var found)) unit = found;
        return name is null || measure.IsNothing ? new CellTitle(null, null, unit, column) : new CellTitle(measure, name, unit, Column.Value);
    }

    private readonly record struct CellTitle(Measure? Measure, TextSpan? Name, WrittenUnit Unit, Column Column);
}
