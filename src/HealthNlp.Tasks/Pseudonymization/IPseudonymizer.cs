using HealthNlp.Pipelines;

namespace HealthNlp.Pseudonymization;

/// <summary>Finds what identifies people in a French clinical text and writes the text again without it.</summary>
/// <remarks>
/// Thread-safe. The embedded rules are deterministic and never open a connection. What comes out is pseudonymized, which is personal data under the
/// GDPR (article 4(5)): it must be validated by a professional.
/// </remarks>
public interface IPseudonymizer
{
    /// <summary>Pseudonymizes a text.</summary>
    /// <param name="text">The raw text; may be empty.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The entities found and the rewritten text.</returns>
    /// <exception cref="HealthNlpException">The text is longer than <see cref="Pipeline.MaxTextLength"/>.</exception>
    PseudonymizationResult Pseudonymize(string text, CancellationToken cancellationToken = default);

    /// <summary>Pseudonymizes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The entities found and the rewritten text.</returns>
    /// <exception cref="HealthNlpException">The text is longer than <see cref="Pipeline.MaxTextLength"/>.</exception>
    PseudonymizationResult Pseudonymize(Document document, CancellationToken cancellationToken = default);

    /// <summary>Pseudonymizes a document that was analysed already.</summary>
    /// <param name="analyzed">The document and its text layers.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>The entities found and the rewritten text.</returns>
    PseudonymizationResult Pseudonymize(AnalyzedDocument analyzed, CancellationToken cancellationToken = default);

    /// <summary>Pseudonymizes the documents of a stay together: what one says of the patient's name is looked for in all.</summary>
    /// <param name="stay">The stay; its identifier and patient are those of its documents that do not tell theirs.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>One result a document, in the order of the stay.</returns>
    /// <exception cref="HealthNlpException">A text is longer than <see cref="Pipeline.MaxTextLength"/>.</exception>
    IReadOnlyList<PseudonymizationResult> Pseudonymize(ClinicalStay stay, CancellationToken cancellationToken = default);

    /// <summary>Pseudonymizes a stream of documents, several at a time.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="options">Degree of parallelism and look-ahead.</param>
    /// <param name="cancellationToken">Ends the run at once.</param>
    /// <returns>One result a document, in order; a document that fails gives a failed result and the run goes on.</returns>
    IAsyncEnumerable<DocumentResult<PseudonymizationResult>> PseudonymizeAllAsync(
        IAsyncEnumerable<Document> documents, BatchOptions? options = null, CancellationToken cancellationToken = default);
}
