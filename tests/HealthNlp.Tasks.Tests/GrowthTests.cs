namespace HealthNlp.Tests;

/// <summary>Pseudonymization is linear on texts made to be slow.</summary>
[Collection(LinearGrowth.Collection)]
public class GrowthTests
{
    public static TheoryData<string> Hostile { get; } =
    [
        "1 85 05 78 006 ", "185057800608", "1 ", "2A ", "12/", "12/03/", "1/1 ", "2024-", "2019 ", "les 5, 6, ", "du 5 au ", "Mme ", "Dr ", "Dr A. ", "M. de la ", "Madame Jean ", "Jean-", "Jean dit ",
        "IPP : ", "N° de dossier ", "12-", "12 rue ", "75001 ", "CHU de ", "hôpital de la ", "né le ", "mars ", "Patient : ", "CC : Dr A, ", "retraité de ", "ancien ", "travaille comme ", "en couple ", "vit à A ", "\n", "fille \"A\" ",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task Nir_form_is_linear(string piece) => LinearGrowth.AssertAsync((text, _) => Pseudonymization.CodeForms.NirForm().Count(text), piece);

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task Pseudonymize_is_linear(string piece) => LinearGrowth.AssertAsync((text, token) => Samples.Pseudonymizer.Pseudonymize(text, token), piece);

    [Fact]
    public Task Pseudonymize_of_many_contacts_is_linear() => LinearGrowth.AssertAsync(
        (text, token) => Samples.Pseudonymizer.Pseudonymize(text, token), "Tél. 01 99 00 12 34\nsecretariat@ch-exemple.fr\n");

    [Fact]
    public Task Pseudonymize_of_many_names_is_linear() => LinearGrowth.AssertAsync(
        (text, token) => Samples.Pseudonymizer.Pseudonymize(text, token),
        size => string.Concat(Enumerable.Range(0, size / 20).Select(i => $"Mme Brev{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676 % 26))}n va.\n")));
}
