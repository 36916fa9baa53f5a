namespace HealthNlp.Interop.Tests;

/// <summary>A result with the annotations of a test.</summary>
internal sealed record FakeSource(Document Document, IReadOnlyList<Entity> Entities) : IAnnotationSource
{
    public string Task => "test";

    public IReadOnlyList<Relation> Relations { get; init; } = [];

    public IReadOnlyList<DocumentFact> Facts { get; init; } = [];

    public Provenance Provenance { get; } = new() { Component = "Test" };

    internal static FakeSource Of(string text, params (int Start, int End, string Label)[] entities) =>
        new(new Document("doc", text), [.. entities.Select(entity => new Entity(new TextSpan(entity.Start, entity.End), entity.Label))]);

    internal string Write(ResultWriter writer, string? rewritten = null)
    {
        using var stream = new MemoryStream();
        writer.WriteAll(stream, [new WritableResult(this, rewritten)]);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
