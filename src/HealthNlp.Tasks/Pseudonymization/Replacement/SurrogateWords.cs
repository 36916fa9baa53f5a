using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The lists that surrogates are taken from.</summary>
internal static class SurrogateWords
{
    private static readonly Lazy<Dictionary<string, IReadOnlyList<string[]>>> ByKind = new(() => Knowledge.Rows("surrogates.tsv")
        .GroupBy(row => row[0], StringComparer.Ordinal).ToDictionary(kind => kind.Key, IReadOnlyList<string[]> (kind) => [.. kind.Select(row => row[1..])], StringComparer.Ordinal));
    private static readonly Lazy<WordSet> HospitalKinds = new(() => new WordSet(Knowledge.Rows("hospitals.tsv").Where(row => row[1] != "name").Select(row => row[0])));

    /// <summary>Countries with their nationality in both genders.</summary>
    internal static IReadOnlyList<string[]> Countries => Knowledge.Rows("countries.tsv");

    internal static IReadOnlyList<string[]> Of(string kind) => ByKind.Value[kind];

    /// <summary>1 for a nationality in the masculine, 2 in the feminine, 0 for none.</summary>
    internal static int NationalityColumn(string words)
    {
        var folded = Folding.Fold(words);
        for (var column = 1; column <= 2; column++)
        {
            if (Countries.Any(row => row.Length > column && Folding.Fold(row[column]) == folded)) return column;
        }

        return 0;
    }

    internal static bool IsFeminine(string words) => Folding.Fold(words) is var folded && (folded.EndsWith("ee", StringComparison.Ordinal) || folded.EndsWith("ve", StringComparison.Ordinal) || folded.EndsWith("ine", StringComparison.Ordinal));

    internal static bool IsKindOfHospital(string word) => HospitalKinds.Value.Contains(Folding.Fold(word));
}

/// <summary>The case of letters.</summary>
internal static class Letters
{
    /// <summary>A value in the case of another: all capitals, no capital, or a capital first.</summary>
    internal static string InCaseOf(string model, string value)
    {
        var (upper, lower) = (model.Any(char.IsUpper), model.Any(char.IsLower));
        if (upper && !lower && model.Length > 1) return value.ToUpperInvariant();
        if (lower && !upper) return value.ToLowerInvariant();
        return upper && char.IsUpper(model[0]) ? char.ToUpperInvariant(value[0]) + value[1..] : value;
    }
}
