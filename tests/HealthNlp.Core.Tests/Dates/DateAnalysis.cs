using System.Globalization;
using HealthNlp.Dates;
using HealthNlp.Pipelines;

namespace HealthNlp.Tests.Dates;

/// <summary>The pipeline with the layer of dates, and mentions as the specification writes them.</summary>
internal static class DateAnalysis
{
    internal static readonly DateOnly Written = new(2025, 6, 15);

    internal static Pipeline Pipeline { get; } = new PipelineBuilder().AddText().AddClinicalLanguage().Build();

    internal static AnalyzedDocument Process(Document document) => Pipeline.Process(document, TestContext.Current.CancellationToken);

    internal static SpanIndex<DateMention> Read(string text, DateOnly? written) => Process(new Document(text) { Written = written }).Dates;

    internal static SpanIndex<DateMention> Read(string text) => Read(text, Written);

    internal static string Value(DateMention mention) => mention.Kind switch
    {
        DateKind.Absolute => mention.Problem == DateProblem.None ? $"{mention.Value}" : "impossible",
        DateKind.Relative => mention.Value is { } value ? value.ToString() : Distance(mention),
        DateKind.Time => mention.Time!.Value.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateKind.Age => string.Join(' ', mention.Amounts.Select(amount => string.Create(CultureInfo.InvariantCulture, $"{amount.Value} {amount.Unit.ToString().ToLowerInvariant()}"))),
        _ => Iso(mention.Amounts),
    };

    private static string Distance(DateMention mention) => string.Create(
        CultureInfo.InvariantCulture,
        $"{mention.Amounts[0].Unit.ToString()[0]}{(mention.Direction == DateDirection.Past ? '-' : '+')}{mention.Amounts[0].Value}");

    private static string Iso(IReadOnlyList<TimeAmount> amounts)
    {
        string Of(Func<TimeAmount, bool> wanted) =>
            string.Concat(amounts.Where(wanted).Select(amount => string.Create(CultureInfo.InvariantCulture, $"{amount.Value}{amount.Unit.ToString()[0]}")));
        var clock = Of(amount => amount.Unit >= TimeUnit.Hours);
        return $"P{Of(amount => amount.Unit < TimeUnit.Hours)}{(clock.Length > 0 ? "T" : "")}{clock}";
    }
}
