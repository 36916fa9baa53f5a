using HealthNlp.Matching;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

public sealed class ClinicalTerminologyTests
{
    private static readonly ClinicalTerminology Drugs = ClinicalTerminology.Of(LexiconLabels.Drug);

    [Fact]
    public void Lookup_code_givesItsConceptWithSynonyms()
    {
        var concept = Drugs.Lookup("paracetamol");
        Assert.Equal("paracétamol", concept!.Display);
        Assert.Contains("Doliprane", concept.Synonyms);
        Assert.Equal("healthnlp:Drug", concept.System);
    }

    [Fact]
    public void Validate_unknownCode_isFalse() => Assert.False(Drugs.Validate("poudre-de-perlimpinpin"));

    [Fact]
    public void Translate_drug_givesItsAtcCodes()
    {
        Assert.Equal(["N02BE01"], Drugs.Translate("paracetamol", ClinicalTerminology.Atc));
        Assert.Empty(Drugs.Translate("paracetamol", "CIM-10"));
    }

    [Theory]
    [InlineData("statine", "atorvastatine", Subsumption.Subsumes)]
    [InlineData("atorvastatine", "statine", Subsumption.SubsumedBy)]
    [InlineData("statine", "statine", Subsumption.Equivalent)]
    [InlineData("statine", "paracetamol", Subsumption.NotSubsumed)]
    public void Subsumes_drugAndClass_followsAtc(string code, string other, Subsumption expected) => Assert.Equal(expected, Drugs.Subsumes(code, other));

    [Fact]
    public void Concepts_ofALexicon_areInOrderAndValid()
    {
        var diseases = ClinicalTerminology.Of(LexiconLabels.Disease);
        Assert.Equal(diseases.Concepts.Select(concept => concept.Code).Order(StringComparer.Ordinal), diseases.Concepts.Select(concept => concept.Code));
        Assert.All(diseases.Concepts, concept => Assert.True(diseases.Validate(concept.Code)));
    }

    [Fact]
    public void Of_labelWithoutLexicon_throws() => Assert.Throws<ArgumentException>(() => ClinicalTerminology.Of(LexiconLabels.Medication));
}
