using System.Text.RegularExpressions;
using HealthNlp.Pipelines;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

/// <summary>Runs the specifications of terms and of their sides.</summary>
public sealed partial class LexiconSpecTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().AddText().Add(new LexiconComponent()).Build();

    private static readonly Pipeline Clinical = new PipelineBuilder().AddText().AddClinicalLanguage().Add(new LexiconComponent()).Add(new AllergyComponent()).Build();

    public static IEnumerable<TheoryDataRow<string, string, string>> Terms() => Rows("signs.md");

    public static IEnumerable<TheoryDataRow<string, string, string>> Sides() => Rows("sides.md");

    public static IEnumerable<TheoryDataRow<string, string, string>> Assertions() => Rows("assertions.md");

    [Theory]
    [MemberData(nameof(Terms))]
    public void Process_sentenceOfSpecification_findsItsTerms(string text, string label, string terms)
    {
        var analyzed = Pipeline.Process(text, TestContext.Current.CancellationToken);
        var found = analyzed.Entities.Where(entity => entity.Label == label).Select(entity => $"{analyzed.Document[entity.Span]} = {entity.Concept!.Display}");
        Assert.Equal(terms, string.Join("; ", found) is { Length: > 0 } shown ? shown : "-");
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public void Process_termOfSpecification_hasItsSide(string marked, string label, string side)
    {
        var mention = Mention().Match(marked);
        var text = marked.Remove(mention.Index + mention.Length - 1, 1).Remove(mention.Index, 1).Replace('⏎', '\n');
        Assert.Equal(side, SideOf(text, mention.Index, mention.Length - 2, label));
        const string Before = "Déficit du bras droit.\n";
        Assert.Equal(side, SideOf($"{Before}{text}\nGauche : libre.", Before.Length + mention.Index, mention.Length - 2, label));
    }

    [Theory]
    [MemberData(nameof(Assertions))]
    public void Process_termOfSpecification_hasItsAssertion(string marked, string label, string assertion)
    {
        var mention = Mention().Match(marked);
        var text = marked.Remove(mention.Index + mention.Length - 1, 1).Remove(mention.Index, 1);
        var span = TextSpan.FromLength(mention.Index, mention.Length - 2);
        var entity = Clinical.Process(text, TestContext.Current.CancellationToken).Entities.FirstOrDefault(entity => entity.Label == label && entity.Span.Contains(span));
        Assert.Equal(assertion, entity?.Context?.Assertion.ToString());
    }

    private static string SideOf(string text, int start, int length, string label)
    {
        var span = TextSpan.FromLength(start, length);
        var entities = Pipeline.Process(text, TestContext.Current.CancellationToken).Entities;
        var entity = entities.FirstOrDefault(entity => entity.Label == label && entity.Span == span) ?? entities.FirstOrDefault(entity => entity.Label == label && entity.Span.Contains(span));
        Assert.NotNull(entity);
        return entity.Attributes.GetValueOrDefault("side", "-");
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> Rows(string file)
    {
        using var stream = typeof(LexiconSpecTests).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith('|') || lines[i].StartsWith("|-", StringComparison.Ordinal) || lines[i + 1].StartsWith("|-", StringComparison.Ordinal)) continue;
            var cells = lines[i].Split('|')[1..^1];
            yield return new TheoryDataRow<string, string, string>(cells[0].Trim(), cells[1].Trim(), cells[2].Trim()) { TestDisplayName = $"{file}({i + 1}): {cells[0].Trim()}" };
        }
    }

    [GeneratedRegex(@"\[[^\]]+\]")]
    private static partial Regex Mention();
}
