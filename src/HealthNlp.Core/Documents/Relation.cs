namespace HealthNlp;

/// <summary>A directed link between two entities of one document.</summary>
/// <param name="Label">The label, as the use case defines it (<c>RefersTo</c>).</param>
/// <param name="From">The entity that the link leaves.</param>
/// <param name="To">The entity that the link reaches.</param>
public sealed record Relation(string Label, Entity From, Entity To);
