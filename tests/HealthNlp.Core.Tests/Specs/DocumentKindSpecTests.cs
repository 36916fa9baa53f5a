
namespace HealthNlp.Tests.Specs;

/// <summary>Runs <c>document-kinds.md</c>.</summary>
public sealed class DocumentKindSpecTests
{
    private const string File = "document-kinds.md";

    public static IEnumerable<TheoryDataRow<string, string>> Rows() =>
        Specification.Rows(File).Select(row => new TheoryDataRow<string, string>(row.Cells[0], row.Cells[1])
        {
            TestDisplayName = Specification.Name(File, row.Line, row.Cells[0]),
        });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Process_titleOfSpecification_givesItsKind(string text, string kind)
    {
        var analyzed = TextAnalysis.Process(Specification.Decode(text));
        Assert.Equal(kind, analyzed.Kind.ToString());
        var fact = Assert.Single(analyzed.Facts, fact => fact.Name == "document_kind");
        Assert.Equal(kind, fact.Value);
        Assert.All(fact.Evidence, span => Assert.False(string.IsNullOrWhiteSpace(analyzed.Document[span])));
    }

    [Fact]
    public void Specification_asWritten_namesEveryKind() =>
        Assert.Empty(Enum.GetNames<DocumentKind>().Except(Specification.Rows(File).Select(row => row.Cells[1])));
}
