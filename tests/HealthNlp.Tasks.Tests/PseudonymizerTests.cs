using HealthNlp.Pipelines;
using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

public class PseudonymizerTests
{
    private const string Text = "Madame Odalys Brévanne est vue le 12/03/2024 par le Dr Merlauge (UICC 2017).";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Pseudonymize_by_default_writes_the_kind_of_each_identifier_and_keeps_the_year_of_an_edition() =>
        Assert.Equal("Madame <PRENOM> <NOM> est vue le <DATE> par le Dr <NOM> (UICC 2017).", Samples.Pseudonymizer.Pseudonymize(Text, Cancellation).Text);

    [Fact]
    public void Pseudonymize_with_indexed_tags_numbers_the_same_words_alike()
    {
        var pseudonymizer = Samples.Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.IndexedTag });
        Assert.Equal(
            "Madame <PRENOM_1> <NOM_1>, Dr <NOM_2>, Mme <NOM_1>.",
            pseudonymizer.Pseudonymize("Madame Odalys Brévanne, Dr Merlauge, Mme BREVANNE.", Cancellation).Text);
    }

    [Fact]
    public void Pseudonymize_of_some_labels_reports_the_others_and_leaves_them()
    {
        var result = Samples.Make(new PseudonymizationOptions { Strategy = ReplacementStrategy.Keep, Strategies = { [IdentifierLabels.LastName] = ReplacementStrategy.Tag } }).Pseudonymize(Text, Cancellation);
        Assert.Equal("Madame Odalys <NOM> est vue le 12/03/2024 par le Dr <NOM> (UICC 2017).", result.Text);
        Assert.Equal(5, result.Entities.Count);
        Assert.Equal(2, result.Replacements.Count);
        Assert.All(result.Entities, entity => Assert.Equal(entity.Label == IdentifierLabels.LastName, entity.Attributes.ContainsKey("replacement")));
    }

    [Fact]
    public void Constructor_with_an_unknown_label_throws() =>
        Assert.Throws<ArgumentException>(() => Samples.Make(new PseudonymizationOptions { Strategies = { ["AGE"] = ReplacementStrategy.Tag } }));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\ud800 Mme \udc00 \0 Dr")]
    [InlineData("Mme")]
    [InlineData("Dr.")]
    [InlineData("né le")]
    [InlineData("12/")]
    public void Pseudonymize_of_poor_text_gives_it_back(string text) => Assert.Equal(text, Samples.Pseudonymizer.Pseudonymize(text, Cancellation).Text);

    [Fact]
    public void Pseudonymize_names_each_knowledge_file_by_its_digest()
    {
        var provenance = Samples.Pseudonymizer.Pseudonymize(Text, Cancellation).Provenance;
        Assert.Equal("HealthNlp.Pseudonymization", provenance.Component);
        Assert.True(provenance.RequiresHumanValidation);
        Assert.Equal(64, provenance.Knowledge["name_triggers.tsv"].Length);
        Assert.Contains("abbreviations.tsv", provenance.Knowledge.Keys);
    }

    [Fact]
    public async Task PseudonymizeAllAsync_keeps_the_order_and_the_other_documents_when_one_fails()
    {
        var documents = new[] { new Document("a", Text), new Document("b", new string('x', Pipeline.MaxTextLength + 1)), new Document("c", Text) };
        var results = await Samples.Pseudonymizer.PseudonymizeAllAsync(documents.ToAsyncEnumerable(), cancellationToken: Cancellation).ToListAsync(Cancellation);
        Assert.Equal(["a", "b", "c"], results.Select(result => result.DocumentId));
        Assert.Equal([true, false, true], results.Select(result => result.Succeeded));
        Assert.Equal(ErrorCodes.TextTooLong, results[1].Error!.Code);
    }

    [Theory]
    [InlineData("1 85 05 78 006 084 91", true)]
    [InlineData("185057800608491", true)]
    [InlineData("1 72 04 2A 004 112 09", true)]
    [InlineData("2 64 11 2B 033 200 17", true)]
    [InlineData("1 85 05 78 006 084 92", false)]
    [InlineData("185057800608492", false)]
    [InlineData("1 85 05 78 006 084", false)]
    [InlineData("1234567890123456789012345", false)]
    public void Nir_is_valid_when_its_key_is(string number, bool valid) => Assert.Equal(valid, Nir.IsValid(number));

    [Theory]
    [InlineData("Matricule 1 85 05 78 006 084 92 au dossier.", "Matricule <CODE> au dossier.")]
    [InlineData("Matricule 1 85 05 78 006 084 au dossier.", "Matricule <CODE> au dossier.")]
    [InlineData("Matricule 185057800608492 au dossier.", "Matricule 185057800608492 au dossier.")]
    public void Pseudonymize_nir_in_its_groups_is_found_whatever_its_key(string text, string expected) => Assert.Equal(expected, Samples.Pseudonymizer.Pseudonymize(text, Cancellation).Text);

    [Fact]
    public void Pseudonymize_known_patient_finds_names_and_numbers_that_nothing_announces()
    {
        var document = new Document("Torvelane va mieux. Dossier transmis (réf. ZX-99-41). Josselin aussi.")
        {
            Patient = new KnownPatient { Names = ["TORVELANE", "Josselin"], Identifiers = ["ZX-99-41"] },
        };

        var result = Samples.Pseudonymizer.Pseudonymize(document, TestContext.Current.CancellationToken);

        Assert.Equal("<NOM> va mieux. Dossier transmis (réf. <CODE>). <PRENOM> aussi.", result.Text);
    }
}
