using HealthNlp.Quantities;

namespace HealthNlp.Terminologies;

/// <summary>How a text says that a drug is taken: dose, route, rhythm, length, and what happens to the treatment.</summary>
/// <remarks>
/// Immutable and thread-safe. What the text does not say is absent. Whether the treatment is denied, past or that of a relative is in the
/// <see cref="Entity.Context"/> of the drug. Decision support: a prescription read from a text is to be checked by a professional.
/// </remarks>
public sealed record MedicationStatement : ISpanned
{
    /// <summary>Makes a statement.</summary>
    /// <param name="drug">The drug, with its concept.</param>
    /// <param name="span">The drug and all that is said of it.</param>
    public MedicationStatement(Entity drug, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(drug);
        Drug = drug;
        Span = span;
    }

    /// <summary>The drug, association, class or protocol, with its <see cref="Entity.Concept"/>.</summary>
    public Entity Drug { get; init; }

    /// <inheritdoc/>
    public TextSpan Span { get; init; }

    /// <summary>What is taken at a time, in text order: both of <c>2 cp de 500 mg</c>. A bare number beside the name (<c>Lasilix 40</c>) has no unit.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<Quantity> Doses { get; init; } = [];

    /// <summary>The route: <c>oral</c>, <c>intravenous</c>, as <c>Data/medication_words.tsv</c> names them.</summary>
    public MedicationPart? Route { get; init; }

    /// <summary>The galenic form by the unit that counts it: <c>{tablet}</c>.</summary>
    public MedicationPart? Form { get; init; }

    /// <summary>When and how often. Said once of two drugs (<c>A et B matin et soir</c>), it lies after <see cref="Span"/>.</summary>
    public MedicationFrequency? Frequency { get; init; }

    /// <summary>How long. Said once of two drugs, it lies after <see cref="Span"/>.</summary>
    public MedicationDuration? Duration { get; init; }

    /// <summary>What happens to the treatment: <c>started</c>, <c>stopped</c>, <c>changed</c>, <c>continued</c>, or <c>not_taken</c>: refused, not indicated, not swallowed. Said once of several drugs (<c>arrêt de A et de B</c>), it lies before <see cref="Span"/>.</summary>
    public MedicationPart? Status { get; init; }

    /// <summary>Offsets, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"Medication {Span}";
}

/// <summary>A part of a statement: where it is written and what it means.</summary>
/// <param name="Span">The words, in the raw text.</param>
/// <param name="Value">The normalised value.</param>
public sealed record MedicationPart(TextSpan Span, string Value) : ISpanned
{
    /// <summary>Offsets, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => Span.ToString();
}
