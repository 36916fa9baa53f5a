using HealthNlp.Pipelines;

namespace HealthNlp.Tests;

/// <summary>The pipeline of the layers of text and clinical language, shared by all tests, as an application shares it.</summary>
internal static class TextAnalysis
{
    internal static Pipeline Pipeline { get; } = new PipelineBuilder().AddText().AddClinicalLanguage().Build();

    internal static AnalyzedDocument Process(string text) => Pipeline.Process(text, TestContext.Current.CancellationToken);

    internal static AnalyzedDocument Process(Document document) => Pipeline.Process(document, TestContext.Current.CancellationToken);
}
