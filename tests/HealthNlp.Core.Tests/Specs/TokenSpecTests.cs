using HealthNlp.Text;

namespace HealthNlp.Tests.Specs;

/// <summary>Runs <c>tokens.md</c>.</summary>
public sealed class TokenSpecTests
{
    private const string File = "tokens.md";

    public static IEnumerable<TheoryDataRow<string, string, string>> Rows() =>
        Specification.Rows(File).Select(row => new TheoryDataRow<string, string, string>(row.Cells[0], row.Cells[1], row.Cells.Length > 2 ? row.Cells[2] : "")
        {
            TestDisplayName = Specification.Name(File, row.Line, row.Cells[0]),
        });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Tokenize_rowOfSpecification_givesItsTokensAndKinds(string text, string expected, string kinds)
    {
        var raw = Specification.Decode(text);
        var tokens = FrenchTokenizer.Tokenize(raw);
        Assert.Equal(Specification.Show(Specification.Decode(expected)), Specification.Show(string.Join('␣', tokens.Select(token => token.Span.Of(raw)))));
        if (kinds.Length == 0) return;
        Assert.Equal(kinds, string.Join(' ', tokens.Select(token => token.Kind)));
    }

    [Fact]
    public void Specification_asWritten_namesEveryKind()
    {
        var named = Specification.Rows(File).Where(row => row.Cells.Length > 2).SelectMany(row => row.Cells[2].Split(' ')).ToHashSet();
        Assert.Empty(Enum.GetNames<TokenKind>().Except(named));
    }
}
