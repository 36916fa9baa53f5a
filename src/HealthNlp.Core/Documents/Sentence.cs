namespace HealthNlp;

/// <summary>A sentence, a list item, a title or a field of a form: the reach of a negation or of a date.</summary>
/// <param name="Span">The place in the raw text, without surrounding white space. A sentence that a page break cuts covers the page's footer and header too.</param>
public readonly record struct Sentence(TextSpan Span) : ISpanned;
