namespace HealthNlp.Quantities;

/// <summary>What a <see cref="Quantity"/> is.</summary>
public enum QuantityKind
{
    /// <summary>A measured value: <c>Hb 9 g/dL</c>, <c>FC 80</c>, <c>plus de 2 L</c>.</summary>
    Measurement,

    /// <summary>A systolic and a diastolic pressure: <c>14/9</c>, <c>140/90 mmHg</c>; both in <see cref="Quantity.Values"/>, in mm[Hg].</summary>
    BloodPressure,

    /// <summary>
    /// An amount of a drug: <c>2x500 mg</c>, <c>80 mg/m²</c>, <c>1 cp</c>. Told by the unit alone (milligrams, units, forms that no name of a measure claims), without a list of drugs.
    /// </summary>
    Dose,

    /// <summary>What is taken in the morning, at noon, in the evening and at night: <c>1-0-1</c>; in <see cref="Quantity.Values"/>.</summary>
    Schedule,

    /// <summary>A percentage: <c>60 %</c>.</summary>
    Percentage,

    /// <summary>Two or three lengths: <c>12 x 8 mm</c>; in <see cref="Quantity.Values"/>.</summary>
    Dimension,

    /// <summary>A result of a clinical score: <c>Glasgow 15/15</c>, <c>EVA à 3</c>.</summary>
    Score,

    /// <summary>A number of things: <c>2 CG</c>, <c>30 paquets-années</c>.</summary>
    Count,
}

/// <summary>How a value bounds what is meant.</summary>
public enum QuantityComparator
{
    /// <summary>The value itself.</summary>
    None,

    /// <summary>Less than the value: <c>&lt; 5</c>, <c>inférieur à 5</c>.</summary>
    Less,

    /// <summary>At most the value: <c>≤ 5</c>, <c>jusqu'à 5</c>.</summary>
    LessOrEqual,

    /// <summary>More than the value: <c>&gt; 5</c>, <c>plus de 5</c>.</summary>
    Greater,

    /// <summary>At least the value: <c>≥ 5</c>, <c>au moins 5</c>.</summary>
    GreaterOrEqual,

    /// <summary>About the value: <c>environ 5</c>, <c>~ 5</c>.</summary>
    Approximate,
}

/// <summary>Where a value lies in regard to its reference interval.</summary>
public enum QuantityInterpretation
{
    /// <summary>Nothing is said and no interval is known.</summary>
    None,

    /// <summary>Inside the interval.</summary>
    Normal,

    /// <summary>Above it.</summary>
    High,

    /// <summary>Below it.</summary>
    Low,

    /// <summary>Outside it, on a side that the text does not say.</summary>
    Abnormal,
}
