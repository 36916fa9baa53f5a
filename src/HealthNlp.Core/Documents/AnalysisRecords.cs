using System.Globalization;

namespace HealthNlp;

/// <summary>What the writers read of an analysis: each layer of results as labelled records.</summary>
internal static class AnalysisRecords
{
    internal static SpanIndex<Entity> Of(AnalyzedDocument analyzed) => new(
        analyzed.Sections.Select(section => Section(analyzed.Document, section)).Concat(analyzed.Entities.Select(entity => Qualified(analyzed.Document, entity))));

    private static Entity Section(Document document, Section section) => new(section.Span, "Section")
    {
        Source = "sections",
        Section = section.Parent,
        Attributes = new Dictionary<string, string>
        {
            ["kind"] = section.Kind.ToString(),
            ["title"] = document[section.Title],
            ["depth"] = section.Depth.ToString(CultureInfo.InvariantCulture),
        },
    };

    // assertion always; the qualifiers, and the words that say so, where there are any.
    private static Entity Qualified(Document document, Entity entity)
    {
        if (entity.Context is not { } context) return entity;
        var attributes = new Dictionary<string, string>(entity.Attributes) { ["assertion"] = context.Assertion.ToString() };
        if (context.Scopes.Count > 0)
        {
            attributes["certainty"] = context.Certainty.ToString("0.##", CultureInfo.InvariantCulture);
            attributes["qualifiers"] = string.Join(", ", context.Scopes.Select(scope => scope.Qualifier).Distinct());
            attributes["cues"] = string.Join("; ", context.Scopes.Select(scope => document[scope.Cue]).Distinct());
        }

        return entity with { Attributes = attributes };
    }
}
