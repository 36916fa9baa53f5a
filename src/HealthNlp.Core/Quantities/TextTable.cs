namespace HealthNlp.Quantities;

/// <summary>A block of lines cut into cells by <c>|</c>, <c>;</c>, tabs or columns of spaces.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TextTable : ISpanned
{
    /// <summary>Makes a table.</summary>
    /// <param name="span">Its place in the raw text.</param>
    /// <param name="rows">Its cells, row by row.</param>
    /// <param name="hasHeader">Whether the first row names the columns.</param>
    public TextTable(TextSpan span, IReadOnlyList<IReadOnlyList<TableCell>> rows, bool hasHeader)
    {
        Span = span;
        Rows = rows;
        HasHeader = hasHeader;
    }

    /// <inheritdoc/>
    public TextSpan Span { get; }

    /// <summary>The cells, row by row, the header row included.</summary>
    public IReadOnlyList<IReadOnlyList<TableCell>> Rows { get; }

    /// <summary>Whether the first row names the columns.</summary>
    public bool HasHeader { get; }

    /// <summary>Offsets only, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"TextTable {Span} ({Rows.Count} rows)";
}

/// <summary>A cell of a <see cref="TextTable"/>.</summary>
/// <param name="Span">Its content in the raw text, without white space around; may be empty.</param>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Header">The content of the header cell of its column; <see langword="null"/> in a table without header and in the header itself.</param>
/// <param name="RowTitle">The content of the first cell of its row, when that is words; <see langword="null"/> in the header and in that cell.</param>
public readonly record struct TableCell(TextSpan Span, int Row, int Column, TextSpan? Header, TextSpan? RowTitle) : ISpanned
{
    /// <summary>Place in the table and offsets, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"({Row}, {Column}) {Span}";
}
