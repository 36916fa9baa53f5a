using System.Reflection;
using HealthNlp.Text;

namespace HealthNlp.Tests.Specs;

/// <summary>Runs <c>normalization.md</c>: raw text, normalised text, options (the default ones when the cell is empty, else those named alone).</summary>
public sealed class NormalizationSpecTests
{
    private const string File = "normalization.md";
    private static readonly PropertyInfo[] Switches = [.. typeof(TextNormalizerOptions).GetProperties().Where(property => property.PropertyType == typeof(bool))];

    public static IEnumerable<TheoryDataRow<string, string, string>> Rows() =>
        Specification.Rows(File).Select(row => new TheoryDataRow<string, string, string>(row.Cells[0], row.Cells[1], row.Cells[2])
        {
            TestDisplayName = Specification.Name(File, row.Line, row.Cells[0]),
        });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Normalize_rowOfSpecification_givesItsText(string text, string expected, string options)
    {
        var normalized = new TextNormalizer(Options(options)).Normalize(Specification.Decode(text));
        Assert.Equal(Specification.Show(Specification.Decode(expected)), Specification.Show(normalized.Text));
    }

    [Fact]
    public void Specification_asWritten_namesEveryOption()
    {
        var named = Specification.Rows(File).SelectMany(row => row.Cells[2].Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        Assert.Empty(Switches.Select(property => property.Name).Except(named));
    }

    private static TextNormalizerOptions Options(string names)
    {
        var options = new TextNormalizerOptions();
        if (names.Length == 0) return options;
        var keepDefaults = names.StartsWith('+');
        var named = names.Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        Assert.Subset(Switches.Select(property => property.Name).ToHashSet(), named);
        foreach (var property in Switches)
        {
            if (named.Contains(property.Name)) property.SetValue(options, true);
            else if (!keepDefaults) property.SetValue(options, false);
        }

        return options;
    }
}
