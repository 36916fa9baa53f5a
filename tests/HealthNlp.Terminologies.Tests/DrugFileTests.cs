using System.Text.RegularExpressions;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

/// <summary>The lexicon of drugs: its codes of the WHO classification, its associations, its traps.</summary>
public sealed partial class DrugFileTests
{
    private static readonly EmbeddedKnowledge Drugs = ClinicalLexicon.Knowledge.Value.Single(file => file.Name == "drugs.tsv");
    private static readonly string[] Kinds = ["class", "protocol", "vaccine", "blood", "contrast", "nutrition"];

    [Fact]
    public void Rows_ofDrugs_haveCodesOfTheRightShapeAndKnownKinds() => Assert.All(Drugs.Rows.Where(row => !Properties(row).ContainsKey("ignore")), row =>
    {
        var properties = Properties(row);
        Assert.All(Atc(properties), code => Assert.Matches(AtcShape(), code));
        if (properties.TryGetValue("kind", out var kind)) Assert.Contains(kind, Kinds);
        else Assert.NotEmpty(Atc(properties));
        Assert.Equal(kind == "protocol", !properties.ContainsKey("atc"));
    });

    [Fact]
    public void Associations_ofDrugs_holdDrugsOfTheFile()
    {
        var codes = Drugs.Rows.Select(row => row[0]).ToHashSet();
        Assert.All(Drugs.Rows, row => Assert.All(Split(Properties(row).GetValueOrDefault("substances")), code => Assert.Contains(code, codes)));
    }

    [Fact]
    public void Lexicon_ofDrugs_coversHospitals()
    {
        var substances = Drugs.Rows.Count(row => !Properties(row).ContainsKey("kind"));
        Assert.InRange(substances, 900, int.MaxValue);
        Assert.InRange(Drugs.Rows.Sum(row => row[1].Split(';').Length), substances + 1200, int.MaxValue);
    }

    // Newer codes are missing from the reference: their group must be there, and few may be unknown.
    [Fact]
    public void Codes_ofDrugs_areThoseOfTheReference()
    {
        var file = SharedReports.Path("reference", "drugs_atc_edsnlp.tsv");
        if (!File.Exists(file)) Assert.Skip("No shared reference data: set HEALTHNLP_SHARED to the folder of the shared material (default ../shared).");
        var known = File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')[0]).ToHashSet();
        var groups = known.Where(code => code.Length >= 3).Select(code => code[..3]).ToHashSet();
        var codes = Drugs.Rows.SelectMany(row => Atc(Properties(row))).Where(code => code.Length == 7).Distinct().ToList();
        Assert.All(codes, code => Assert.Contains(code[..3], groups));
        Assert.InRange(codes.Count(known.Contains) / (double)codes.Count, 0.65, 1);
    }

    [Theory]
    [InlineData("Nous avons revu la patiente; un célèbre cas, vide a priori.")]
    [InlineData("Diane 35 ans, car T° 38, G5P3, pénis sans lésion")]
    [InlineData("HDM : chute. Anti-CCP négatifs. IPP 8000. AC et EC normaux.")]
    [InlineData("Nous augmentons; bronchioles libres, hémangiome, thyroglobuline dosée, pancréatite, activité, structure")]
    [InlineData("Carence en vitamine D, dosage de la vitamine B12, taux de vitamine C, anticorps anti PD-L1")]
    [InlineData("Glucose 5 mmol/L, albumine 20 g/L, fer sérique bas, sodium normal")]
    public void Process_wordsThatAreNoDrugs_givesNoDrug(string text) =>
        Assert.DoesNotContain(MedicationSpecTests.Pipeline.Process(text, TestContext.Current.CancellationToken).Entities, entity => entity.Label == LexiconLabels.Drug);

    [Theory]
    [InlineData("AUGMENTIN", "amoxicilline-acide-clavulanique", "J01CR02")]
    [InlineData("sous UDCA", "acide-ursodesoxycholique", "A05AA02")]
    [InlineData("DOZURSO 500", "acide-ursodesoxycholique", "A05AA02")]
    [InlineData("solumedrol", "methylprednisolone", "H02AB04")]
    [InlineData("sous bêta-bloquants", "betabloquant", "C07")]
    [InlineData("anti-PD1", "anti-pd1", "L01FF")]
    [InlineData("Ésoméprasole", "esomeprazole", "A02BC05")]
    [InlineData("ceftriaxones", "ceftriaxone", "J01DD04")]
    public void Process_drug_hasItsConceptAndCode(string text, string concept, string atc)
    {
        var analyzed = MedicationSpecTests.Pipeline.Process(text, TestContext.Current.CancellationToken);
        var drug = Assert.Single(analyzed.Entities, entity => entity.Label == LexiconLabels.Drug);
        Assert.Equal(concept, drug.Concept!.Code);
        Assert.Contains(atc, drug.Concept.Properties["atc"].Split(','));
    }

    private static Dictionary<string, string> Properties(string[] row) =>
        row[2].Length == 0 ? [] : row[2].Split(';').Select(property => property.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private static string[] Atc(Dictionary<string, string> properties) => Split(properties.GetValueOrDefault("atc"));

    private static string[] Split(string? values) => values?.Split(',') ?? [];

    [GeneratedRegex(@"^[A-DGHJLMNPRSV](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?$")]
    private static partial Regex AtcShape();
}
