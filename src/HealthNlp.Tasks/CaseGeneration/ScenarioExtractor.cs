using HealthNlp.Pipelines;
using HealthNlp.Pseudonymization;
using HealthNlp.Stays;

namespace HealthNlp.CaseGeneration;

/// <inheritdoc cref="IScenarioExtractor"/>
public sealed class ScenarioExtractor : IScenarioExtractor
{
    private const string Component = "HealthNlp.CaseGeneration.Scenario";
    private const string PatientRole = "Patient";

    private readonly Pipeline _pipeline;
    private readonly IPseudonymizer _pseudonymizer;

    /// <summary>Makes an extractor.</summary>
    /// <param name="pipeline">The analysis that comes first; it must give the text layers and <see cref="Layers.Stay"/>.</param>
    /// <param name="pseudonymizer">Finds the patient's name.</param>
    public ScenarioExtractor(Pipeline pipeline, IPseudonymizer pseudonymizer)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(pseudonymizer);
        _pipeline = pipeline;
        _pseudonymizer = pseudonymizer;
    }

    /// <inheritdoc/>
    public Scenario Extract(string text, CancellationToken cancellationToken = default) => Extract(new Document(text), cancellationToken);

    /// <inheritdoc/>
    public Scenario Extract(Document document, CancellationToken cancellationToken = default) => Extract(_pipeline.Process(document, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Scenario Extract(AnalyzedDocument analyzed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analyzed);
        var stay = analyzed.Get(Layers.Stay);
        var identified = _pseudonymizer.Pseudonymize(analyzed, cancellationToken);
        var fields = new Dictionary<string, ScenarioField>(StringComparer.Ordinal);
        Add(ScenarioFields.Name, PatientName(identified.Entities, analyzed.Document.Text), analyzed);
        if (stay.Age is { } age) fields[ScenarioFields.Age] = new ScenarioField(string.Join(' ', age.Evidence.Select(span => analyzed.Document[span])), age.Evidence, age.Rule);
        AddWord(ScenarioFields.Sex, stay.Sex, ScenarioWords.Of);
        AddWord(ScenarioFields.AdmissionMode, stay.Admission, ScenarioWords.Of);
        AddWord(ScenarioFields.DischargeMode, stay.Discharge, ScenarioWords.Of);
        AddWord(ScenarioFields.TypeOfCare, stay.Care, ScenarioWords.Of);
        return new Scenario(analyzed, fields, new Provenance { Component = Component, Knowledge = identified.Provenance.Knowledge });

        void Add(string name, TextSpan? span, AnalyzedDocument source)
        {
            if (span is { } words) fields[name] = new ScenarioField(source.Document[words], [words], "pseudonymization");
        }

        void AddWord<T>(string name, StayFact<T>? fact, Func<T, string> word)
        {
            if (fact is not null) fields[name] = new ScenarioField(word(fact.Value), fact.Evidence, fact.Rule);
        }
    }

    // The first place where the patient's first name and surname stand side by side, in either order; else the first surname or first name.
    private static TextSpan? PatientName(SpanIndex<Entity> entities, string text)
    {
        TextSpan? alone = null;
        Entity? previous = null;
        foreach (var entity in entities)
        {
            var isName = entity.Label is IdentifierLabels.FirstName or IdentifierLabels.LastName && entity.Attributes.GetValueOrDefault("role") == PatientRole;
            if (isName && previous is not null && previous.Label != entity.Label && text.AsSpan(previous.Span.End, entity.Span.Start - previous.Span.End).Trim().IsEmpty)
                return previous.Span.Union(entity.Span);
            if (isName) alone ??= entity.Span;
            previous = isName ? entity : null;
        }

        return alone;
    }
}
