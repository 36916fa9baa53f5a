namespace HealthNlp.Text;

/// <summary>What a document is, with the words that say so.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Evidence">The words of the title that it was read from; empty when it was read from the sections.</param>
public sealed record DocumentProfile(DocumentKind Kind, IReadOnlyList<TextSpan> Evidence);
