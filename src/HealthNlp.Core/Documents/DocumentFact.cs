namespace HealthNlp;

/// <summary>A statement about a document as a whole, with the words that it rests on.</summary>
/// <param name="Name">Its name (<c>document_kind</c>).</param>
/// <param name="Value">Its value.</param>
public sealed record DocumentFact(string Name, string Value)
{
    /// <summary>The words that the statement rests on.</summary>
    /// <value>Empty when it rests on the whole text.</value>
    public IReadOnlyList<TextSpan> Evidence { get; init; } = [];

    /// <summary>The name of the group of facts that it is a field of (<c>scenario</c>); files write a group as one object.</summary>
    /// <value><see langword="null"/> by default: a statement of its own.</value>
    public string? Group { get; init; }

    /// <summary>The name only: a value may quote the text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => Name;
}
