using System.Globalization;
using HealthNlp.Pipelines;
using HealthNlp.Quantities;
using HealthNlp.Terminologies;
using HealthNlp.Tests.Specs;

namespace HealthNlp.Tests;

/// <summary>Runs the specification of medication statements: one row, one text; one reading for each drug in each cell.</summary>
public sealed class MedicationSpecTests
{
    internal static readonly Pipeline Pipeline = new PipelineBuilder().AddText().AddClinicalLanguage().Add(new LexiconComponent()).Add(new MedicationComponent()).Build();
    private const string File = "medications.md";

    public static IEnumerable<TheoryDataRow<string, string>> Rows() => Specification.Rows(File).Select(row =>
        new TheoryDataRow<string, string>(row.Cells[0], string.Join(" | ", row.Cells[1..])) { TestDisplayName = Specification.Name(File, row.Line, row.Cells[0]) });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Process_textOfSpecification_givesItsStatements(string written, string expected)
    {
        var text = Specification.Decode(written);
        var statements = Read(text);
        Assert.Equal(expected, Show(statements, text));
        Assert.All(statements, statement =>
        {
            Assert.True(statement.Span.Contains(statement.Drug.Span));
            Assert.All(Parts(statement), part => Assert.True(statement.Span.Contains(part) || part.Start >= statement.Span.End && statements.Any(other => other.Span.Contains(part))));
        });
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Process_textBetweenOthers_givesTheSameStatements(string written, string expected)
    {
        var text = Specification.Decode(written);
        const string Before = "Le patient marche avec une canne.\n";
        Assert.Equal(expected, Show(Read($"{Before}{text}\nIl sort demain."), $"{Before}{text}\nIl sort demain."));
    }

    [Fact]
    public void Process_endOfTreatment_hasItsDate()
    {
        var document = new Document("Amoxicilline 1 g x3/j jusqu'au 12/07 inclus.") { Written = new DateOnly(2025, 6, 15) };
        var statement = Assert.Single(Pipeline.Process(document, TestContext.Current.CancellationToken).Get(MedicationLayers.Medications));
        Assert.Equal(new DateOnly(2025, 7, 12), statement.Duration?.UntilDate?.Earliest);
    }

    [Theory]
    [InlineData("Tacrolimus 1 mg x 2.", "1 mg", "x2")]
    [InlineData("Augmentin 1 g x 3, pendant 7 jours", "1 g", "x3")]
    [InlineData("Keppra 500 mg x 2. Toux.", "500 mg", "x2")]
    [InlineData("Entresto 24/26 mg x 2/j", "24/26 mg", "2/d")]
    public void Process_recordOfAStatement_hasDoseAndFrequency(string text, string dose, string frequency)
    {
        var record = Assert.Single(Pipeline.Process(text, TestContext.Current.CancellationToken).Entities, entity => entity.Label == LexiconLabels.Medication);
        Assert.Equal((dose, frequency), (record.Attributes["dose"], record.Attributes["frequency"]));
    }

    [Theory]
    [InlineData("Allergie : pénicilline.", 0)]
    [InlineData("Pas d'allergie à la pénicilline.", 0)]
    [InlineData("Intolérance aux statines. Amoxicilline 1 g x3/j.", 1)]
    public void Process_substanceOfAnAllergy_isNoTreatment(string text, int statements)
    {
        var pipeline = new PipelineBuilder().AddText().AddClinicalLanguage().Add(new LexiconComponent()).Add(new AllergyComponent()).Add(new MedicationComponent()).Build();
        Assert.Equal(statements, pipeline.Process(text, TestContext.Current.CancellationToken).Get(MedicationLayers.Medications).Count);
    }

    private static SpanIndex<MedicationStatement> Read(string text) => Pipeline.Process(text, TestContext.Current.CancellationToken).Get(MedicationLayers.Medications);

    private static string Show(SpanIndex<MedicationStatement> statements, string text)
    {
        Func<MedicationStatement, string?>[] columns =
        [
            statement => statement.Drug.Concept!.Code,
            statement => statement.Doses.Count == 0 ? null : string.Join(" + ", statement.Doses.Select(Show)),
            statement => statement.Route?.Value,
            statement => statement.Frequency?.Code,
            statement => statement.Duration is { Until: { } until } ? $"until {text[until.Start..until.End]}" : statement.Duration?.Code,
            statement => statement.Status?.Value,
        ];
        return string.Join(" | ", columns.Select(column => string.Join(" ; ", statements.Select(statement => column(statement) ?? "-"))));
    }

    private static string Show(Quantity dose)
    {
        var value = dose.Value.ToString("0.####", CultureInfo.InvariantCulture);
        if (dose.UpperValue is { } upper) value += $"..{upper.ToString("0.####", CultureInfo.InvariantCulture)}";
        if (dose.Multiplier is { } times) value = $"{times.ToString("0.####", CultureInfo.InvariantCulture)}*{value}";
        return dose.Unit is null ? value : $"{value} {dose.Unit}";
    }

    private static IEnumerable<TextSpan> Parts(MedicationStatement statement)
    {
        foreach (var dose in statement.Doses) yield return dose.Span;
        foreach (var part in new ISpanned?[] { statement.Route, statement.Form, statement.Frequency, statement.Duration })
        {
            if (part is not null) yield return part.Span;
        }
    }
}
