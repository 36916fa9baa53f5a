using HealthNlp.Dates;
using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>What the replacements of a document depend on, beside the words: the key, and the document, stay or patient within which they agree.</summary>
internal sealed class ReplacementScope
{
    private readonly PseudonymizationKey _key;

    internal ReplacementScope(AnalyzedDocument analyzed, PseudonymizationKey key, ConsistencyScope scope)
    {
        _key = key;
        var document = analyzed.Document;
        var id = scope switch
        {
            // Texts without an id are told apart by what they say: their pseudonyms tie nothing together.
            ConsistencyScope.Document => document.Id.Length > 0 ? document.Id : Convert.ToHexStringLower(key.Fingerprint("text", document.Text)),
            ConsistencyScope.Stay => document.StayId,
            ConsistencyScope.Patient => document.PatientId,
            _ => "",
        };
        Id = $"{scope}:{id ?? throw new HealthNlpException(ErrorCodes.MissingScope, $"Pseudonyms are to be consistent within a {(scope == ConsistencyScope.Stay ? "stay" : "patient")}, and the document '{document.Id}' has no identifier of it.")}";
    }

    internal string Id { get; }

    internal byte[] Fingerprint(string kind, string value) => _key.Fingerprint("pseudonym", Id, kind, value);
}

/// <summary>The dates of a document with their values.</summary>
internal static class DocumentDates
{
    internal static SpanIndex<DateMention> Of(AnalyzedDocument analyzed) => analyzed.Has(Layers.Dates)
        ? analyzed.Dates
        : DateReader.Read(analyzed.Document, analyzed.Normalized, new TokenText(analyzed.Normalized, analyzed.Tokens, analyzed.Sections), CancellationToken.None);

    /// <summary>The date that an entity is, or is all of but its weekday.</summary>
    internal static DateMention? At(SpanIndex<DateMention> dates, TextSpan span) =>
        dates.Overlapping(span).FirstOrDefault(date => date.Kind == DateKind.Absolute && date.Span.Contains(span) && date.Span.End == span.End);
}
