using System.Text.RegularExpressions;
using HealthNlp.Quantities;

namespace HealthNlp.Tests.Quantities;

/// <summary>The knowledge files: rows that can be read, codes that are UCUM, no wording said twice.</summary>
public sealed partial class QuantityKnowledgeTests
{
    [Fact]
    public void Units_rows_haveValidCodesAndNoWordingTwice()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in UnitReader.Knowledge.Value.Rows)
        {
            Assert.True(row.Length is 3 or 4, row[0]);
            Assert.True(Ucum.IsValid(row[0]), row[0]);
            Assert.True(Enum.TryParse<UnitUse>(row[1], ignoreCase: true, out var use), row[1]);
            var role = use is UnitUse.Inside or UnitUse.Below ? use : UnitUse.Plain;
            foreach (var wording in row[2].Split("; ")) Assert.True(seen.Add($"{role} {wording}"), $"{row[0]}: {wording}");
            if (row.Length == 4) Assert.All(row[3].Split(' '), denominator => Assert.True(Ucum.IsValid("1/" + denominator), denominator));
        }
    }

    [Fact]
    public void Units_wordings_areReadAsTheirCode()
    {
        foreach (var row in UnitReader.Knowledge.Value.Rows.Where(row => row[1] is not ("inside" or "below")))
        {
            foreach (var wording in row[2].Split("; "))
            {
                Assert.True(UnitReader.TryRead(" " + wording, 0, out var unit), wording);
                Assert.Equal((row[0], wording.Length + 1), (unit.Code, unit.End));
            }
        }
    }

    [Fact]
    public void Names_rows_haveValidUnitsAndNoWordingTwice()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Measures.Knowledge.Value.Rows)
        {
            Assert.Equal(5, row.Length);
            Assert.Matches(Name(), row[0]);
            Assert.Matches(Shape(), row[1]);
            Assert.All(row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries), unit => Assert.True(Ucum.IsValid(unit), unit));
            foreach (var range in row[2] is "any" or "no" ? [] : row[2].Split(", "))
            {
                Assert.Matches(Bounds(), range);
                Assert.True(range[0] == '-' || Ucum.IsValid(range.Split(' ')[0]), range);
            }

            foreach (var wording in row[4].Split("; ")) Assert.True(seen.Add(Text.LatinLetters.Fold(wording.TrimStart('='))), $"{row[0]}: {wording}");
        }
    }

    [Fact]
    public void Ucum_rows_canBeRead() => Assert.All(Ucum.Knowledge.Value.Rows, row => Assert.True(Ucum.IsValid(row[0]), row[0]));

    [GeneratedRegex("^(-|[a-z][a-z0-9_]*)$")]
    private static partial Regex Name();

    [GeneratedRegex("^(value|pressure|score [0-9]+)$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^\S+ -?[0-9.]+\.\.[0-9.]+$")]
    private static partial Regex Bounds();
}
