using System.Text.RegularExpressions;

namespace HealthNlp.Tests.Specs;

/// <summary>Runs the specifications of qualifiers: a text with its mention in brackets, the assertion, the qualifiers that govern it.</summary>
public sealed partial class QualifierSpecTests
{
    private static readonly string[] Files = ["negation.md", "hypothesis.md", "family.md", "history.md", "qualifiers.md"];
    private static readonly DateOnly Written = new(2025, 6, 15);

    public static IEnumerable<TheoryDataRow<string, string, string>> Rows() => Files.SelectMany(file => Specification.Rows(file).Select(row =>
        new TheoryDataRow<string, string, string>(row.Cells[0], row.Cells[1], row.Cells[2]) { TestDisplayName = Specification.Name(file, row.Line, row.Cells[0]) }));

    [Theory]
    [MemberData(nameof(Rows))]
    public void ContextOf_mentionOfSpecification_hasItsAssertionAndQualifiers(string marked, string assertion, string qualifiers)
    {
        var (text, mention) = Read(Specification.Decode(marked));
        var context = Context(text, mention);
        Assert.Equal($"{assertion} | {qualifiers}", Show(context));
        Assert.InRange(context.Certainty, 0.3, 1);
        Assert.All(context.Scopes, scope => Assert.True(scope.Span.Overlaps(mention) && !mention.Contains(scope.Cue)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void ContextOf_capitalsOrNoAccentsOrNeighbours_isTheSame(string marked, string assertion, string qualifiers)
    {
        var (text, mention) = Read(Specification.Decode(marked));
        var expected = $"{assertion} | {qualifiers}";
        foreach (var variant in new[] { text.ToUpperInvariant(), HealthNlp.Text.LatinLetters.Fold(text) })
        {
            // Where tokens, sentences or sections depend on capitals, the difference is theirs.
            if (Layout(variant) == Layout(text)) Assert.Equal(expected, Show(Context(variant, mention)));
        }

        const string Before = "Le patient marche avec une canne.\n";
        Assert.Equal(expected, Show(Context($"{Before}{text}\nIl sort demain.", TextSpan.FromLength(mention.Start + Before.Length, mention.Length))));
    }

    private static string Layout(string text)
    {
        var analyzed = TextAnalysis.Process(text);
        return $"{string.Join(' ', analyzed.Tokens.Select(token => token.Span))}; {string.Join(' ', analyzed.Sentences)}; {string.Join(' ', analyzed.Sections)}";
    }

    private static FactContext Context(string text, TextSpan mention) => TextAnalysis.Process(new Document(text) { Written = Written }).ContextOf(mention);

    /// <summary>The assertion and the kinds of the scopes, in the order of the enumeration.</summary>
    private static string Show(FactContext context) =>
        $"{context.Assertion} | {(context.Scopes.Count == 0 ? "-" : string.Join(",", Enum.GetValues<Qualifier>().Where(context.Has)))}";

    private static (string Text, TextSpan Mention) Read(string marked)
    {
        var match = Mention().Match(marked);
        return (marked.Remove(match.Index + match.Length - 1, 1).Remove(match.Index, 1), TextSpan.FromLength(match.Index, match.Length - 2));
    }

    // Not the check boxes [ ] and [x].
    [GeneratedRegex(@"\[(?![ xX]?\])[^\]]+\]")]
    private static partial Regex Mention();
}
