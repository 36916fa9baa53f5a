using System.Text.RegularExpressions;
using HealthNlp.Pipelines;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests.Specs;

/// <summary>Runs the specification of abbreviations: each row is a document with abbreviations in brackets, and what each stands for.</summary>
public sealed partial class AbbreviationSpecTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().AddText().Add(new AbbreviationComponent()).Build();

    public static IEnumerable<TheoryDataRow<string, string>> Rows() => Specification.Rows("abbreviations.md").Select(row =>
        new TheoryDataRow<string, string>(row.Cells[0], row.Cells[1]) { TestDisplayName = Specification.Name("abbreviations.md", row.Line, row.Cells[0]) });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Process_abbreviationOfSpecification_hasItsExpansion(string marked, string expansions)
    {
        var text = Specification.Decode(marked);
        var mentions = new List<TextSpan>();
        while (Mention().Match(text) is { Success: true } match)
        {
            text = text.Remove(match.Index + match.Length - 1, 1).Remove(match.Index, 1);
            mentions.Add(TextSpan.FromLength(match.Index, match.Length - 2));
        }

        var analyzed = Pipeline.Process(text, TestContext.Current.CancellationToken);
        var found = mentions.Select(mention => analyzed.Entities.FirstOrDefault(entity => entity.Label == LexiconLabels.Abbreviation && entity.Span == mention) switch
        {
            null => "-",
            var entity => entity.Attributes.GetValueOrDefault("expansion", "unresolved"),
        });
        Assert.Equal(expansions, string.Join(" ; ", found));
    }

    [GeneratedRegex(@"\[[^\]]+\]")]
    private static partial Regex Mention();
}
