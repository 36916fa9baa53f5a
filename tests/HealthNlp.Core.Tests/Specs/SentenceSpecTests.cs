
namespace HealthNlp.Tests.Specs;

/// <summary>Runs <c>sentences.md</c> and <c>sentences-layout.md</c>: texts in which ‖ marks the ends of sentences.</summary>
public sealed class SentenceSpecTests
{

    public static IEnumerable<TheoryDataRow<string>> Texts() =>
        Specification.Items("sentences.md").Select(item => Row("sentences.md", item.Line, item.Text))
            .Concat(Specification.Blocks("sentences-layout.md").Select(block => Row("sentences-layout.md", block.Line, block.Text)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Process_textOfSpecification_cutsItsSentences(string marked)
    {
        var decoded = Specification.Decode(marked);
        var expected = decoded.Split('‖').Select(sentence => Specification.Show(sentence.Trim()));
        var raw = decoded.Replace(" ‖ ", " ", StringComparison.Ordinal).Replace(" ‖\n", "\n", StringComparison.Ordinal).Replace("‖", "", StringComparison.Ordinal);
        var analyzed = TextAnalysis.Process(raw);
        Assert.Equal(expected, analyzed.Sentences.Select(sentence => Specification.Show(analyzed.Document[sentence.Span])));
    }

    private static TheoryDataRow<string> Row(string file, int line, string text) => new(text)
    {
        TestDisplayName = Specification.Name(file, line, Specification.Show(text)),
    };
}
