using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Tests.Pipelines;

/// <summary>Contract 5: no description of a public object and no error carries a word of the text.</summary>
public sealed class ConfidentialityTests
{
    private const string Secret =
        "HÔPITAL ZORBLAX\nCOMPTE RENDU DE CONSULTATION ZORBLAX\n\nAntécédents zorblax :\nFamiliaux : mère Zorblax, 12/03/1944, zorblax@exemple.fr, 01 99 00 12 34.\n"
        + "Page 1/2\nCONCLUSION ZORBLAX :\nM. Zorblax va bien.\n\nDr Zorblax\n";

    [Fact]
    public void ToString_everyObjectOfAnAnalysis_holdsNoWordOfTheText()
    {
        var document = new Document("id-1", Secret) { Ward = "Zorblax", PatientId = "Zorblax", StayId = "Zorblax", Patient = Patient() };
        var analyzed = TextAnalysis.Process(document);
        var source = (IAnnotationSource)analyzed;
        var stay = new ClinicalStay("stay-1", [document]) { Patient = Patient(), Ward = "Zorblax" };
        var entity = new Entity(new TextSpan(0, 5), "Label") { Attributes = new Dictionary<string, string> { ["name"] = "Zorblax" } };
        object[] described =
        [
            document, analyzed, analyzed.Normalized, analyzed.Normalized.Map, analyzed.Provenance, analyzed.Get(Layers.Profile), stay, Patient(), entity, new Relation("RefersTo", entity, entity),
            new DocumentResult<AnalyzedDocument>(document.Id, analyzed, null), new DocumentResult<Document>(document.Id, document, null), new DocumentResult<NormalizedText>("id", analyzed.Normalized, null),
            analyzed.Tokens, analyzed.Sentences, analyzed.Sections, analyzed.Noise, analyzed.Entities,
            .. source.Entities, .. source.Facts, .. analyzed.Sections, .. analyzed.Tokens.Cast<object>(), .. analyzed.Sentences.Cast<object>(), .. analyzed.Noise.Cast<object>(),
        ];
        Assert.True(described.Length > 40);
        Assert.All(described, AssertSafe);
    }

    [Fact]
    public void Errors_misuseOfASecretText_holdNoWordOfIt()
    {
        var document = new Document("id-1", Secret);
        var analyzed = TextAnalysis.Process(document);
        Action[] misuses =
        [
            () => _ = document[new TextSpan(0, 9_999)],
            () => new TextSpan(3, 9_999).Of(Secret),
            () => analyzed.Normalized.Map.ToRaw(new TextSpan(0, 9_999)),
            () => analyzed.Normalized.Map.ToNormalized(new TextSpan(0, 9_999)),
            () => analyzed.Get(new Layer<string>("other")),
            () => TextAnalysis.Process(new Document(Secret + new string(' ', Pipeline.MaxTextLength))),
            () => new PipelineBuilder().Add(new ProbeComponent((context, _) => context.Add([new Entity(new TextSpan(0, 9_999), "a")]))).Build().Process(Secret, TestContext.Current.CancellationToken),
        ];
        Assert.All(misuses, misuse => AssertSafe(Assert.ThrowsAny<Exception>(misuse)));
    }

    [Fact]
    public async Task ProcessAllAsync_componentThatQuotesTheText_givesAnErrorWithoutIt()
    {
        var pipeline = new PipelineBuilder().Add(new ProbeComponent((context, _) => throw new FormatException(context.Document.Text))).Build();
        var documents = new[] { new Document("id-1", Secret) }.ToAsyncEnumerable();
        var result = Assert.Single(await pipeline.ProcessAllAsync(documents, cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.False(result.Succeeded);
        AssertSafe(result);
        AssertSafe(result.Error!);
        Assert.Contains(nameof(FormatException), result.Error!.Message, StringComparison.Ordinal);
    }

    private static KnownPatient Patient() => new() { Names = ["Zorblax"], Identifiers = ["Zorblax"] };

    private static void AssertSafe(object described)
    {
        var text = described.ToString()!;
        Assert.DoesNotContain("zorblax", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("12/03", text, StringComparison.Ordinal);
        Assert.DoesNotContain("01 99", text, StringComparison.Ordinal);
    }
}
