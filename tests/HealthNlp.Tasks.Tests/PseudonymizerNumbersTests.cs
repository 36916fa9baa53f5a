using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

public class PseudonymizerNumbersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Né(e) le : 14.03.1958\nRevu, 14031958, 14/3/58 et le 14 mars 1958.", "<DATE_NAISSANCE>, <DATE_NAISSANCE> et le <DATE_NAISSANCE>.")]
    [InlineData("Fichier 580314, vu le 15/03/1958, 14-MAR-1958.", "vu le <DATE>, <DATE_NAISSANCE>.")]
    public void Pseudonymize_known_birth_date_finds_its_written_forms(string text, string end)
    {
        var document = new Document(text) { Patient = new KnownPatient { BirthDate = new DateOnly(1958, 3, 14) } };
        Assert.EndsWith(end, Samples.Pseudonymizer.Pseudonymize(document, Cancellation).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pseudonymize_with_a_pattern_of_the_hospital_finds_its_numbers()
    {
        var pseudonymizer = Samples.Make(new PseudonymizationOptions { IdentifierPatterns = { new IdentifierPattern(IdentifierLabels.IdentifierCode, @"\bBX(\d{5})\b", "NIPouIPP") } });
        var result = pseudonymizer.Pseudonymize("Vu avec BX40217 ce matin.", Cancellation);
        Assert.Equal("Vu avec BX<CODE> ce matin.", result.Text);
        Assert.Equal("NIPouIPP", Assert.Single(result.Entities).Attributes["code_type"]);
    }

    [Theory]
    [InlineData(IdentifierLabels.IdentifierCode, "(", "AUTRE")]
    [InlineData(IdentifierLabels.IdentifierCode, "(?<=x)1", "AUTRE")]
    [InlineData(IdentifierLabels.IdentifierCode, "a*", "AUTRE")]
    [InlineData(IdentifierLabels.IdentifierCode, "", "AUTRE")]
    [InlineData(IdentifierLabels.IdentifierCode, "BX", "IPP")]
    [InlineData("NUMBER", "BX", "AUTRE")]
    public void Constructor_with_a_bad_pattern_says_what_is_wrong(string label, string pattern, string codeType)
    {
        var options = new PseudonymizationOptions { IdentifierPatterns = { new IdentifierPattern(label, pattern, codeType) } };
        Assert.Contains("pattern", Assert.Single(options.Problems()), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Samples.Make(options));
    }

    [Theory]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606", true)]
    [InlineData("FR1420041010050500013M02606", true)]
    [InlineData("FR15 2004 1010 0505 0001 3M02 606", false)]
    public void Iban_is_valid_when_its_key_is(string number, bool valid) => Assert.Equal(valid, Checksums.IsIban(number));

    [Theory]
    [InlineData("732 829 320 00074", true)]
    [InlineData("732 829 320 00075", false)]
    [InlineData("00000000000", false)]
    public void Luhn_is_valid_when_the_sum_is(string number, bool valid) => Assert.Equal(valid, Checksums.IsLuhn(number));
}
