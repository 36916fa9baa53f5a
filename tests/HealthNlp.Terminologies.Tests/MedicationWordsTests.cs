using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

/// <summary>The wordings of prescriptions are well-formed.</summary>
public sealed class MedicationWordsTests
{
    private static readonly IReadOnlyList<string[]> Rows = MedicationWords.Knowledge.Value.Rows;

    [Fact]
    public void Rows_ofWordings_haveAKindAValueAndTrimmedWordings() => Assert.All(Rows, row =>
    {
        Assert.Equal(3, row.Length);
        Assert.True(Enum.TryParse<WordingKinds>(row[0], ignoreCase: true, out _), row[0]);
        Assert.All(row[2].Split(';'), wording => Assert.True(wording.Length > 0 && wording.Trim() == wording, $"{row[0]} {row[1]}: '{wording}'"));
    });

    [Fact]
    public void Values_ofWordings_areReadable() => Assert.All(Rows, row =>
    {
        if (row[0] is "act" or "status") Assert.Contains(row[1], (string[])["started", "stopped", "changed", "continued", "replaced", "not_taken"]);
        if (row[0] == "rhythm" && row[1].Contains('/', StringComparison.Ordinal)) Assert.Matches("^[1-9]/[1-9]?(h|d|wk|mo|a)$", row[1]);
    });

    // Two values for one wording of one kind would depend on the order of the file.
    [Fact]
    public void Wordings_ofOneKind_haveOneValue()
    {
        var several = Rows.SelectMany(row => row[2].Split(';').Distinct().Select(wording => (Kind: row[0], Value: row[1], Wording: wording)))
            .GroupBy(entry => (entry.Kind, entry.Wording)).Where(group => group.Select(entry => entry.Value).Distinct().Count() > 1).Select(group => group.Key);
        Assert.Empty(several);
    }
}
