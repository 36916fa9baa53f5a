using HealthNlp.Pipelines;

namespace HealthNlp.Pseudonymization;

/// <inheritdoc cref="IPseudonymizer"/>
public sealed class Pseudonymizer : IPseudonymizer
{
    private const string Component = "HealthNlp.Pseudonymization";

    private const int ShortestName = 3;

    private readonly Pipeline _pipeline;
    private int _isPrepared;
    private readonly Redactor _redactor;
    private readonly PatternDetector _patterns;

    /// <summary>Makes a pseudonymizer.</summary>
    /// <param name="pipeline">The analysis that comes first; it must give the text layers.</param>
    /// <param name="options">What is replaced, and by what; the defaults when <see langword="null"/>. Later changes to it have no effect.</param>
    /// <exception cref="ArgumentException">An option names an unknown label, a strategy needs a key without one, or a pattern cannot be used.</exception>
    public Pseudonymizer(Pipeline pipeline, PseudonymizationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        _pipeline = pipeline;
        options ??= new PseudonymizationOptions();
        _redactor = new Redactor(options);
        _patterns = new PatternDetector(options.IdentifierPatterns);
    }

    /// <inheritdoc/>
    public PseudonymizationResult Pseudonymize(string text, CancellationToken cancellationToken = default) => Pseudonymize(new Document(text), cancellationToken);

    /// <inheritdoc/>
    public PseudonymizationResult Pseudonymize(Document document, CancellationToken cancellationToken = default) =>
        Pseudonymize(Process(document, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public PseudonymizationResult Pseudonymize(AnalyzedDocument analyzed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analyzed);
        var entities = IdentifierDetection.Find(analyzed, _patterns, cancellationToken);
        var (text, replaced, replacements) = _redactor.Rewrite(analyzed, entities);
        var knowledge = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, digest) in analyzed.Provenance.Knowledge) knowledge[file] = digest;
        foreach (var file in Knowledge.Files) knowledge[file.Name] = file.Digest;
        return new PseudonymizationResult(analyzed, replaced, text, replacements, new Provenance { Component = Component, Knowledge = knowledge });
    }

    /// <inheritdoc/>
    public IReadOnlyList<PseudonymizationResult> Pseudonymize(ClinicalStay stay, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stay);
        var documents = stay.Documents.Select(document => document with { StayId = document.StayId ?? stay.Id, Patient = document.Patient ?? stay.Patient }).ToList();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var analyzed = Process(document, cancellationToken);
            foreach (var entity in IdentifierDetection.Find(analyzed, _patterns, cancellationToken))
            {
                if (IsPatientName(entity)) names.Add(document[entity.Span]);
            }
        }

        return [.. documents.Select(document => Pseudonymize(WithNames(document, names), cancellationToken))];
    }

    private static Document WithNames(Document document, IEnumerable<string> names)
    {
        var known = document.Patient ?? new KnownPatient();
        return document with { Patient = known with { Names = [.. known.Names.Union(names)] } };
    }

    // The largest lists are read on another core while the text of the first document is.
    private AnalyzedDocument Process(Document document, CancellationToken cancellationToken)
    {
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref _isPrepared, 1) == 0)
        {
            Task.Run(
                () =>
                {
                    NameVocabulary.Prepare();
                    Communes.Prepare();
                },
                CancellationToken.None);
        }

        return _pipeline.Process(document, cancellationToken);
    }

    private static bool IsPatientName(Entity entity) =>
        entity.Label is IdentifierLabels.LastName or IdentifierLabels.FirstName && entity.Attributes.GetValueOrDefault("role") == Roles.Patient && entity.Span.Length >= ShortestName;

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentResult<PseudonymizationResult>> PseudonymizeAllAsync(
        IAsyncEnumerable<Document> documents, BatchOptions? options = null, CancellationToken cancellationToken = default) =>
        Batch.RunAsync(documents, Pseudonymize, options, cancellationToken);
}
