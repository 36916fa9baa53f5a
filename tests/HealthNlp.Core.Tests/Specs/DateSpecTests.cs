using System.Globalization;
using HealthNlp.Dates;
using HealthNlp.Tests.Dates;

namespace HealthNlp.Tests.Specs;

/// <summary>Runs <c>dates.md</c>: texts with their mentions in brackets, the kind and the value of each.</summary>
public sealed class DateSpecTests
{
    private const string File = "dates.md";

    public static IEnumerable<TheoryDataRow<string, string, string>> Rows() => Specification.Rows(File).Select(row =>
        new TheoryDataRow<string, string, string>(row.Cells[0], row.Cells[1], row.Cells[2]) { TestDisplayName = Specification.Name(File, row.Line, row.Cells[0]) });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Process_rowOfSpecification_givesItsMentionsAndValues(string marked, string kinds, string values)
    {
        var (marks, written) = Written(Specification.Decode(marked));
        var text = Plain(marks);
        var mentions = DateAnalysis.Read(text, written).Where(mention => mention.Kind != DateKind.Period).ToList();
        Assert.Equal(Specification.Show(marks), Specification.Show(Mark(text, mentions)));
        Assert.Equal(kinds, string.Join(" ; ", mentions.Select(mention => mention.Kind)));
        Assert.Equal(values, string.Join(" ; ", mentions.Select(DateAnalysis.Value)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Process_capitalsOrNoAccentsOrNeighbours_givesTheSame(string marked, string kinds, string values)
    {
        var (marks, written) = Written(Specification.Decode(marked));
        var text = Plain(marks);
        var unaccented = string.Concat(text.Select(HealthNlp.Text.LatinLetters.WithoutAccent));
        foreach (var variant in new[] { text.ToUpperInvariant(), unaccented, $"Le patient marche seul.\n{text}", $"{text}\nBonne tolérance." })
        {
            // Where tokens depend on capitals or accents, the difference is theirs.
            if (variant.Length == text.Length && Kinds(variant) != Kinds(text)) continue;
            var mentions = DateAnalysis.Read(variant, written).Where(mention => mention.Kind != DateKind.Period).ToList();
            Assert.Equal($"{kinds} | {values}", $"{string.Join(" ; ", mentions.Select(mention => mention.Kind))} | {string.Join(" ; ", mentions.Select(DateAnalysis.Value))}");
        }
    }

    private static string Kinds(string text) => string.Join(' ', TextAnalysis.Process(text).Tokens.Select(token => $"{token.Kind}{token.Span}"));

    private static (string Marks, DateOnly? Written) Written(string marked)
    {
        if (marked.StartsWith("(no date) ", StringComparison.Ordinal)) return (marked[10..], null);
        const string Prefix = "(written ";
        if (!marked.StartsWith(Prefix, StringComparison.Ordinal)) return (marked, DateAnalysis.Written);
        var close = marked.IndexOf(')', StringComparison.Ordinal);
        return (marked[(close + 2)..], DateOnly.ParseExact(marked[Prefix.Length..close], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Plain(string marks) => marks.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private static string Mark(string text, List<DateMention> mentions)
    {
        for (var k = mentions.Count - 1; k >= 0; k--) text = text.Insert(mentions[k].Span.End, "]").Insert(mentions[k].Span.Start, "[");
        return text;
    }
}
