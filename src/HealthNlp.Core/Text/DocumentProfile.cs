namespace HealthNlp.Text;

/// <summary>What a document is and who signed it, with the words that say so.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Evidence">The words of the title that the kind was read from; empty when it was read from the sections.</param>
/// <param name="Authors">The names in the signature, without title; empty when none was found.</param>
public sealed record DocumentProfile(DocumentKind Kind, IReadOnlyList<TextSpan> Evidence, IReadOnlyList<TextSpan> Authors);
