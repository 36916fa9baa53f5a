using System.Globalization;
using HealthNlp.Pipelines;
using HealthNlp.Stays;

namespace HealthNlp;

/// <summary>What the writers read of a document as a whole: its kind and authors, the patient's age and sex, the stay.</summary>
internal static class AnalysisFacts
{
    internal static IReadOnlyList<DocumentFact> Of(AnalyzedDocument analyzed) =>
        [.. analyzed.Has(Layers.Profile) ? Profile(analyzed) : [], .. analyzed.Has(Layers.Stay) ? Stay(analyzed.Stay) : []];

    private static IEnumerable<DocumentFact> Profile(AnalyzedDocument analyzed) =>
    [
        new DocumentFact("document_kind", analyzed.Kind.ToString()) { Evidence = analyzed.Get(Layers.Profile).Evidence },
        .. analyzed.Authors.Select(author => new DocumentFact("author", analyzed.Document[author]) { Evidence = [author] }),
    ];

    private static IEnumerable<DocumentFact> Stay(StayProfile stay)
    {
        if (Fact("age", stay.Age, age => string.Create(CultureInfo.InvariantCulture, $"{age.Value} {age.Unit}")) is { } age) yield return age;
        if (Fact("sex", stay.Sex, sex => sex.ToString()) is { } sex) yield return sex;
        if (Fact("type_of_care", stay.Care, care => care.ToString()) is { } care) yield return care;
        if (Fact("admission_mode", stay.Admission, mode => mode.ToString()) is { } admission) yield return admission;
        if (Fact("discharge_mode", stay.Discharge, mode => mode.ToString()) is { } discharge) yield return discharge;
        if (Fact("admission_date", stay.AdmissionDate, date => date.ToString()) is { } first) yield return first;
        if (Fact("discharge_date", stay.DischargeDate, date => date.ToString()) is { } last) yield return last;
        if (Fact("length_of_stay", stay.LengthOfStay, days => days.ToString(CultureInfo.InvariantCulture)) is { } length) yield return length;
    }

    private static DocumentFact? Fact<T>(string name, StayFact<T>? fact, Func<T, string> write) =>
        fact is null ? null : new DocumentFact(name, write(fact.Value)) { Evidence = fact.Evidence };
}
