using HealthNlp.Quantities;

namespace HealthNlp.Terminologies;

/// <summary>A statement under way: what is said first of a route, a length or a status counts; doses and rhythms add up.</summary>
internal sealed class StatementDraft(DrugMention mention, Atoms atoms)
{
    private TextSpan _span = mention.Drug.Span.Union(atoms.Raw(mention.Start, mention.End));

    internal List<Quantity> Doses { get; } = mention.Dose is null ? [] : [mention.Dose];

    internal FrequencyDraft Frequency { get; } = new();

    internal MedicationPart? Route { get; set; } = mention.Route;

    internal MedicationPart? Form { get; set; }

    internal MedicationPart? Status { get; set; } = mention.Act;

    internal MedicationDuration? Duration { get; set; } = mention.Duration;

    /// <summary>Takes a dose; what is written as a rate but means a rhythm (<c>4 g/6h</c>, <c>1 gél/j</c>) is both.</summary>
    internal void Add(Quantity dose)
    {
        if (dose.Unit is { } unit && DoseLookup.Rhythm(unit) is { } rhythm)
        {
            Frequency.Add(rhythm);
            Frequency.Cover(dose.Span);
            dose = dose with { Unit = unit[..unit.IndexOf('/', StringComparison.Ordinal)] };
        }

        Doses.Add(dose);
    }

    internal void Cover(int first, int end) => _span = _span.Union(atoms.Raw(first, end));

    internal int Said(int first, int count)
    {
        Frequency.Cover(atoms.Raw(first, first + count));
        return count;
    }

    internal MedicationStatement Make() => new(mention.Drug, _span)
    {
        Doses = Doses,
        Route = Route,
        Form = Form,
        Frequency = Frequency.Make(),
        Duration = Duration,
        Status = Status,
    };
}
