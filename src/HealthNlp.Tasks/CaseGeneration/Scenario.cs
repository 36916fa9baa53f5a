namespace HealthNlp.CaseGeneration;

/// <summary>The fields of a clinical scenario that a report states or clearly implies, as the PARTAGES programme writes them.</summary>
/// <remarks>Immutable and thread-safe. A field that the report does not give is <see langword="null"/>.</remarks>
public sealed class Scenario : IAnnotationSource
{
    internal Scenario(AnalyzedDocument analyzed, IReadOnlyDictionary<string, ScenarioField> fields, Provenance provenance)
    {
        Analyzed = analyzed;
        Fields = fields;
        Provenance = provenance;
    }

    /// <summary>The report, with its layers.</summary>
    public AnalyzedDocument Analyzed { get; }

    /// <inheritdoc/>
    public Document Document => Analyzed.Document;

    /// <summary>The fields found, by the names of <see cref="ScenarioFields"/>.</summary>
    public IReadOnlyDictionary<string, ScenarioField> Fields { get; }

    /// <inheritdoc/>
    public Provenance Provenance { get; }

    /// <inheritdoc/>
    string IAnnotationSource.Task => "scenario";

    /// <summary>The words that each field rests on, labelled with the field's name.</summary>
    public IReadOnlyList<Entity> Entities => new SpanIndex<Entity>(Fields.SelectMany(found => found.Value.Evidence.Select(span => new Entity(span, found.Key) { Source = found.Value.Rule })));

    /// <inheritdoc/>
    IReadOnlyList<Relation> IAnnotationSource.Relations => [];

    /// <inheritdoc/>
    IReadOnlyList<DocumentFact> IAnnotationSource.Facts =>
        [.. ScenarioFields.All.Where(Fields.ContainsKey).Select(name => new DocumentFact(name, Fields[name].Value) { Evidence = Fields[name].Evidence, Group = "scenario" })];
}

/// <summary>The value of a field and the words that it rests on.</summary>
/// <param name="Value">The value: exact words of the report for a name, an age, a diagnosis; a word of the programme for the others.</param>
/// <param name="Evidence">The words, in text order; empty when the kind of document implies the value.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record ScenarioField(string Value, IReadOnlyList<TextSpan> Evidence, string Rule)
{
    /// <summary>The rule, never the value.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => Rule;
}

/// <summary>The names of the fields of a scenario.</summary>
public static class ScenarioFields
{
    /// <summary>The patient's first name and surname.</summary>
    public const string Name = "name";

    /// <summary>The age as written: <c>68 ans</c>.</summary>
    public const string Age = "age";

    /// <summary><c>M</c> or <c>F</c>.</summary>
    public const string Sex = "sex";

    /// <summary><c>urgence</c>, <c>programmé</c>, <c>transfert</c>, <c>domicile</c>.</summary>
    public const string AdmissionMode = "admission_mode";

    /// <summary><c>domicile</c>, <c>transfert</c>, <c>décès</c>, <c>hospitalisation</c>.</summary>
    public const string DischargeMode = "discharge_mode";

    /// <summary><c>hospitalisation complète</c>, <c>hôpital de jour</c>, <c>ambulatoire</c>, <c>consultation</c>, <c>urgences</c>.</summary>
    public const string TypeOfCare = "type_of_care";

    /// <summary>All names, in the order in which they are written.</summary>
    public static IReadOnlyList<string> All { get; } = [Name, Age, Sex, AdmissionMode, DischargeMode, TypeOfCare];
}
