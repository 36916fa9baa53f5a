using HealthNlp.Pipelines;
using HealthNlp.Quantities;

namespace HealthNlp.Tests;

/// <summary>The pipeline of the text layers, shared by all tests, as an application shares it.</summary>
internal static class TextAnalysis
{
    internal static Pipeline Pipeline { get; } = new PipelineBuilder().AddText().AddQualifiers().Add(new QuantityComponent()).Build();

    internal static AnalyzedDocument Process(string text) => Pipeline.Process(text, TestContext.Current.CancellationToken);

    internal static AnalyzedDocument Process(Document document) => Pipeline.Process(document, TestContext.Current.CancellationToken);
}
