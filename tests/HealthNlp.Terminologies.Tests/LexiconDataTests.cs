using System.Text.RegularExpressions;
using HealthNlp.Pipelines;
using HealthNlp.Terminologies;
using HealthNlp.Text;

namespace HealthNlp.Tests;

/// <summary>What the files of diseases, procedures, devices and allergies promise together.</summary>
public sealed partial class LexiconDataTests
{
    private static readonly TextNormalizer Normalizer = new();

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["diseases"] = ["kind=chronic", "kind=acute", "kind=tumor", "kind=infection", "kind=trauma", "kind=congenital",
            "behaviour=malignant", "behaviour=in-situ", "behaviour=uncertain", "behaviour=benign", "behaviour=metastatic"],
        ["procedures"] = ["kind=surgery", "kind=endoscopy", "kind=interventional", "kind=obstetrics", "kind=transfusion", "kind=radiotherapy", "kind=dialysis",
            "kind=resuscitation", "kind=anesthesia", "kind=rehabilitation", "kind=puncture", "kind=biopsy", "kind=graft", "kind=systemic", "kind=medical"],
        ["devices"] = ["implanted=yes", "implanted=no"],
        ["allergies"] = ["role=cue", "role=between", "role=except", "role=none", "role=unknown", "role=end", "role=allergen", "needs=link", "needs=substance",
            "nature=allergy", "nature=sensitization", "nature=intolerance", "nature=reaction",
            "kind=drug", "kind=contrast", "kind=food", "kind=venom", "kind=respiratory", "kind=contact", "kind=physical", "kind=other"],
    };

    public static TheoryData<string> Groups() => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Codes_ofAGroupOfFiles_areUnique(string group) => Assert.Distinct(Rows(group).Select(row => row[0]));

    [Theory]
    [MemberData(nameof(Groups))]
    public void Properties_ofAGroupOfFiles_areKnown(string group) =>
        Assert.All(Rows(group), row => Assert.All(row[2].Split(';', StringSplitOptions.RemoveEmptyEntries), property => Assert.Contains(property, Known[group])));

    [Theory]
    [InlineData("diseases", LexiconLabels.Disease)]
    [InlineData("procedures", LexiconLabels.Procedure)]
    [InlineData("devices", LexiconLabels.Device)]
    public void Forms_ofAGroupOfFiles_areEachFoundAsTheirConceptAlone(string group, string label)
    {
        var forms = Rows(group).SelectMany(row => row[1].Split(';').Select(form => (Code: row[0], Form: form.TrimStart('=', '~')))).ToList();
        var text = string.Join(".\n\n", forms.Select(form => form.Form)) + ".";
        var analyzed = new PipelineBuilder().AddText().Add(new LexiconComponent()).Build().Process(text, TestContext.Current.CancellationToken);
        var found = analyzed.Entities.Where(entity => entity.Label == label).ToLookup(entity => entity.Span.Start);
        var at = 0;
        var wrong = new List<string>();
        foreach (var (code, form) in forms)
        {
            var codes = found[at].Where(entity => entity.Span.Length >= form.Length).Select(entity => entity.Concept!.Code).Distinct().ToList();
            if (codes is not [var one] || one != code) wrong.Add($"{form} of {code}: [{string.Join(", ", codes)}]");
            at += form.Length + 3;
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Forms_ofExaminationsAndProcedures_haveOneCodeInBoth()
    {
        var examinations = Rows("examinations").SelectMany(row => row[1].Split(';').Select(form => (Form: form, Code: row[0]))).ToLookup(form => form.Form, form => form.Code);
        Assert.Empty(Rows("procedures").SelectMany(row => row[1].Split(';').Where(form => examinations.Contains(form) && !examinations[form].Contains(row[0]))));
    }

    [Fact]
    public void Forms_ofOurLexicons_holdNoFiveWordsInARowOfAnOfficialLabel()
    {
        var file = Path.Combine(SharedFolder(), "reference", "cim10_pmsi_2025.tsv");
        Assert.SkipUnless(File.Exists(file), "The shared reference data are not here: set HEALTHNLP_SHARED.");
        var official = File.ReadLines(file).Where(line => line[0] != '#').SelectMany(line => Fives(line.Split('\t')[2])).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(official);
        var copied = Known.Keys.SelectMany(Rows).SelectMany(row => row[1].Split(';')).Where(form => Fives(form).Any(official.Contains));
        Assert.Empty(copied);
    }

    private static IEnumerable<string[]> Rows(string group) => ClinicalLexicon.Knowledge.Value
        .Where(file => file.Name.StartsWith(group, StringComparison.Ordinal)).SelectMany(file => file.Rows);

    // An elided article is no word of its own: "l'aorte" is one.
    private static IEnumerable<string> Fives(string label)
    {
        var words = Word().Matches(Normalizer.Normalize(label).Folded).Select(match => match.Value).ToList();
        for (var i = 0; i + 5 <= words.Count; i++) yield return string.Join(' ', words[i..(i + 5)]);
    }

    private static string SharedFolder()
    {
        if (Environment.GetEnvironmentVariable("HEALTHNLP_SHARED") is { Length: > 0 } shared) return shared;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HealthNlp.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? "", "..", "shared");
    }

    [GeneratedRegex("(?:[dl]')?[a-z0-9]+")]
    private static partial Regex Word();
}
