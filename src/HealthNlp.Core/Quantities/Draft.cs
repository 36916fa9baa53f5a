using HealthNlp.Text;

namespace HealthNlp.Quantities;

/// <summary>A quantity under way, in positions of the normalised text.</summary>
internal sealed class Draft
{
    internal required int Start { get; set; }

    internal required int End { get; set; }

    internal QuantityKind Kind { get; set; }

    internal Measure? Measure { get; set; }

    internal TextSpan? NameSpan { get; set; }

    internal QuantityComparator Comparator { get; init; }

    internal decimal Value { get; set; }

    internal decimal? UpperValue { get; set; }

    internal IReadOnlyList<decimal> Values { get; set; } = [];

    internal decimal? Multiplier { get; set; }

    internal decimal? Denominator { get; set; }

    internal string? Unit { get; set; }

    internal TextSpan? UnitSpan { get; set; }

    /// <summary>Whether it is written with a power of ten: a count of germs, even without unit.</summary>
    internal bool HasPower { get; init; }

    internal decimal? ReferenceLow { get; set; }

    internal decimal? ReferenceHigh { get; set; }

    internal bool HasReference => ReferenceLow is not null || ReferenceHigh is not null;

    internal QuantityInterpretation Flag { get; set; }

    internal Quantity ToQuantity(NormalizedText text) => new(text.Map.ToRaw(new TextSpan(Start, End)), Kind, Value)
    {
        Name = Measure?.Name,
        NameSpan = NameSpan is { } name ? text.Map.ToRaw(name) : null,
        Comparator = Comparator,
        UpperValue = UpperValue,
        Values = Values,
        Multiplier = Multiplier,
        Denominator = Denominator,
        Unit = Unit,
        UnitText = UnitSpan is { } unit ? text.Map.ToRaw(unit).Of(text.Raw) : null,
        ReferenceLow = ReferenceLow,
        ReferenceHigh = ReferenceHigh,
        Flag = Flag,
    };
}
