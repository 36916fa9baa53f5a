using System.Text.RegularExpressions;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

/// <summary>What the lexicons of symptoms, parts of the body, measurements and examinations hold is known, and said once.</summary>
public sealed partial class SignLexiconTests
{
    private const string Side = "right|left|bilateral";
    private const string Yes = "yes";

    // Property -> the values that it may have.
    private static readonly Dictionary<string, Dictionary<string, string>> Properties = new(StringComparer.Ordinal)
    {
        ["symptoms.tsv"] = new() { ["normal"] = Yes, ["ignore"] = Yes },
        ["anatomy.tsv"] = new() { ["paired"] = Yes, ["side"] = Side, ["region"] = "head|neck|thorax|abdomen|pelvis|back|upper-limb|lower-limb|whole", ["ignore"] = Yes },
        ["laboratory.tsv"] = new()
        {
            ["unit"] = @"%|1|\{copies\}/mL|[a-z]{1,2}\[IU\]/m?L|\[IU\]/m?L|10\*\d+/L|(f|p|n|u|m|c|k)?(mol|g|L|U|osm|m|s|in)(/[a-zA-Z(){}0-9._]+)*|mm\[Hg\]|mosm/kg|min|mL/min/\{1\.73_m2\}|/uL|mm/h",
            ["sample"] = "blood|urine|csf|stool|pleural|ascites|joint|bal|bone-marrow|sweat|semen|amniotic|sputum|any",
            ["ignore"] = Yes,
        },
        ["examinations.tsv"] = new() { ["kind"] = "imaging|functional|microbiology|clinical|pathology|endoscopy|laboratory|genetics", ["ignore"] = Yes },
        ["sides.tsv"] = new() { ["value"] = "right|left|bilateral|median|none", ["after"] = "anatomy", ["word"] = "of|place|level|two|determiner|join|end" },
    };

    // An endoscopy examines and is an act; a symptom may be the reaction of an allergy.
    // To give a drug is an act ("chimiothérapie"); some devices give one ("stérilet au lévonorgestrel").
    private static readonly (string, string)[] SharedOnPurpose =
        [("examinations.tsv", "procedures.tsv"), ("allergies.tsv", "symptoms.tsv"), ("drugs.tsv", "procedures.tsv"), ("devices.tsv", "drugs.tsv")];

    public static TheoryData<string> Files() => [.. Properties.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Properties_ofALexicon_areKnown(string name) => Assert.All(File(name).Rows.Where(row => row[2].Length > 0), row => Assert.All(row[2].Split(';'), property =>
    {
        var parts = property.Split('=', 2);
        Assert.True(Properties[name].TryGetValue(parts[0], out var values) && Regex.IsMatch(parts[1], $"^({values})$"), $"{name}: {row[0]}: {property}");
    }));

    [Theory]
    [InlineData("symptoms.tsv", 450)]
    [InlineData("anatomy.tsv", 400)]
    [InlineData("laboratory.tsv", 300)]
    [InlineData("examinations.tsv", 250)]
    public void Rows_ofALexicon_areMany(string name, int atLeast) => Assert.True(File(name).Rows.Count >= atLeast);

    [Fact]
    public void Forms_ofTwoFiles_areNotTheSame()
    {
        // Allergies have a reader of their own: an allergen is also a drug, a reaction also a disease.
        var shared = ClinicalLexicon.Knowledge.Value.Where(file => file.Name != "allergies.tsv")
            .SelectMany(file => file.Rows.Where(row => !row[2].Contains("ignore=", StringComparison.Ordinal)).SelectMany(row => row[1].Split(';').Select(form => (Form: Key(form), file.Name))))
            .Distinct()
            .GroupBy(form => form.Form, form => form.Name)
            .Where(files => files.Count() > 1 && !IsOnPurpose([.. files.Order(StringComparer.Ordinal)]));
        Assert.Empty(shared.Select(files => $"{files.Key}: {string.Join(", ", files)}"));
    }

    private static bool IsOnPurpose(string[] files) => files.Length == 2 && SharedOnPurpose.Contains((files[0], files[1]));

    // Forms of which the case counts are compared with their case.
    private static string Key(string form) => form[0] == '=' || ShortForm().IsMatch(form) ? form.TrimStart('=') : form.TrimStart('~').Replace('-', ' ').ToLowerInvariant();

    private static EmbeddedKnowledge File(string name) => ClinicalLexicon.Knowledge.Value.Append(SideLexicon.Knowledge.Value).Single(file => file.Name == name);

    [GeneratedRegex("^[A-Z0-9]{1,5}$")]
    private static partial Regex ShortForm();
}
