namespace HealthNlp;

/// <summary>A statement about a document as a whole, with the words that it rests on.</summary>
/// <param name="Name">Its name (<c>document_kind</c>).</param>
/// <param name="Value">Its value.</param>
public sealed record DocumentFact(string Name, string Value)
{
    /// <summary>The words that the statement rests on.</summary>
    /// <value>Empty when it rests on the whole text.</value>
    public IReadOnlyList<TextSpan> Evidence { get; init; } = [];

    /// <summary>The name only: a value may quote the text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => Name;
}
