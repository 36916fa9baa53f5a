using System.Globalization;

namespace HealthNlp.Tests.Specs;

/// <summary>
/// Runs the specifications of sections: fragments of reports and their outlines, a line a section: <c>Kind(depth): title → body</c>; the body is
/// compared where it is given, and ∅ stands for none; <c>Kind(depth)</c> alone says nothing of the title.
/// </summary>
public sealed class SectionSpecTests
{
    private static readonly string[] Files = ["sections.md", "sections-titles.md", "sections-conclusion.md", "sections-nested.md", "sections-traps.md"];

    public static IEnumerable<TheoryDataRow<string, string[]>> Fragments() => Files.SelectMany(file =>
        Specification.Blocks(file).Select(block => Row(file, block.Line, block.Text, block.Items))
            .Concat(Specification.Rows(file).Select(row => Row(file, row.Line, row.Cells[0], row.Cells[1].Split(" ‖ ")))));

    [Theory]
    [MemberData(nameof(Fragments))]
    public void Process_fragmentOfSpecification_givesItsOutline(string fragment, string[] outline)
    {
        var analyzed = TextAnalysis.Process(Specification.Decode(fragment));
        var actual = analyzed.Sections.Select((section, i) => Line(analyzed.Document, section, i < outline.Length ? outline[i] : ":"));
        Assert.Equal(outline.Select(line => Specification.Show(Specification.Decode(line))), actual);
    }

    [Fact]
    public void Specification_asWritten_namesEveryKind()
    {
        var named = Fragments().SelectMany(row => row.Data.Item2).Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)]).ToHashSet();
        Assert.Empty(Enum.GetNames<SectionKind>().Except(named));
    }

    /// <summary>The line of a section, with as much as the specification says of it.</summary>
    private static string Line(Document document, Section section, string expected)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{section.Kind}({section.Depth})");
        if (!expected.Contains(':', StringComparison.Ordinal)) return line;
        line += section.Title.IsEmpty ? ":" : $": {Specification.Show(document[section.Title])}";
        return expected.Contains('→', StringComparison.Ordinal)
            ? $"{line} → {(section.Body.IsEmpty ? "∅" : Specification.Show(document[section.Body]))}"
            : line;
    }

    private static TheoryDataRow<string, string[]> Row(string file, int line, string text, string[] outline) => new(text, outline)
    {
        TestDisplayName = Specification.Name(file, line, Specification.Show(text)),
    };
}
