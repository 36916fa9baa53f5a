using System.Globalization;
using HealthNlp.Dates;
using HealthNlp.Pipelines;
using HealthNlp.Quantities;

namespace HealthNlp;

/// <summary>What the writers read of an analysis: each layer of results as labelled records, without the attributes that say nothing.</summary>
internal static class AnalysisRecords
{
    internal static SpanIndex<Entity> Of(AnalyzedDocument analyzed)
    {
        var document = analyzed.Document;
        return new SpanIndex<Entity>((analyzed.Has(Layers.Sections) ? analyzed.Sections.Select(section => Section(document, section)) : [])
            .Concat(analyzed.Entities.Select(entity => Qualified(document, entity)))
            .Concat(analyzed.Has(Layers.Dates) ? analyzed.Dates.Select(Date) : [])
            .Concat(analyzed.Has(Layers.Quantities) ? analyzed.Quantities.Select(quantity => Quantity(document, quantity)) : [])
            .Concat(analyzed.Has(Layers.Tables) ? analyzed.Tables.Select(Table) : []));
    }

    private static Entity Section(Document document, Section section) => new(section.Span, "Section")
    {
        Source = "sections",
        Section = section.Parent,
        Attributes = Written(
            ("kind", section.Kind.ToString()),
            ("title", document[section.Title]),
            ("depth", Number(section.Depth))),
    };

    // assertion always; the qualifiers, and the words that say so, where there are any.
    private static Entity Qualified(Document document, Entity entity)
    {
        if (entity.Context is not { } context) return entity;
        var attributes = new Dictionary<string, string>(entity.Attributes) { ["assertion"] = context.Assertion.ToString() };
        if (context.Scopes.Count > 0)
        {
            attributes["qualifier_certainty"] = context.Certainty.ToString("0.##", CultureInfo.InvariantCulture);
            attributes["qualifiers"] = string.Join(", ", context.Scopes.Select(scope => scope.Qualifier).Distinct());
            attributes["cues"] = string.Join("; ", context.Scopes.Select(scope => document[scope.Cue]).Distinct());
        }

        return entity with { Attributes = attributes };
    }

    private static Entity Date(DateMention date) => new(date.Span, "Date")
    {
        Source = "dates",
        Attributes = Written(
            ("kind", date.Kind.ToString()),
            ("value", date.Value?.ToString()),
            ("precision", date.Value?.Precision.ToString()),
            ("amount", string.Join(' ', date.Amounts.Select(amount => $"{Number(amount.Value)} {amount.Unit}"))),
            ("amount_max", Number(date.AmountMax)),
            ("time", date.Time?.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("start", date.Start?.Value?.ToString()),
            ("end", date.End?.Value?.ToString()),
            ("direction", Unless(date.Direction, DateDirection.None)),
            ("reference", Unless(date.Reference, DateReference.None)),
            ("reference_date", date.ReferenceDate?.ToString("O", CultureInfo.InvariantCulture)),
            ("anchor", date.Anchor),
            ("format", date.Format?.Pattern),
            ("problem", Unless(date.Problem, DateProblem.None))),
    };

    private static Entity Quantity(Document document, Quantity quantity) => new(quantity.Span, "Quantity")
    {
        Source = "quantities",
        Attributes = Written(
            ("kind", quantity.Kind.ToString()),
            ("name", quantity.Name),
            ("name_text", quantity.NameSpan is { } name ? document[name] : null),
            ("comparator", Unless(quantity.Comparator, QuantityComparator.None)),
            ("value", quantity.Values.Count > 0 ? string.Join(';', quantity.Values.Select(value => Number(value))) : Number(quantity.Value)),
            ("upper_value", Number(quantity.UpperValue)),
            ("multiplier", Number(quantity.Multiplier)),
            ("denominator", Number(quantity.Denominator)),
            ("unit", quantity.Unit),
            ("unit_text", quantity.UnitText),
            ("reference_low", Number(quantity.ReferenceLow)),
            ("reference_high", Number(quantity.ReferenceHigh)),
            ("interpretation", Unless(quantity.Interpretation, QuantityInterpretation.None))),
    };

    private static Entity Table(TextTable table) => new(table.Span, "Table")
    {
        Source = "tables",
        Attributes = Written(
            ("rows", Number(table.Rows.Count)),
            ("columns", Number(table.Rows.Max(row => row.Count))),
            ("header", table.HasHeader ? "yes" : "no")),
    };

    /// <summary>The attributes that have a value.</summary>
    internal static Dictionary<string, string> Written(params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            if (!string.IsNullOrEmpty(value)) written[name] = value;
        }

        return written;
    }

    private static string? Unless<T>(T value, T none) where T : struct, Enum => value.Equals(none) ? null : value.ToString();

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
