using HealthNlp.Pipelines;
using HealthNlp.Terminologies;

namespace HealthNlp.Tests;

public sealed class AbbreviationComponentTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().AddText().AddClinicalLanguage().Add(new LexiconComponent()).Add(new AbbreviationComponent()).Build();

    [Fact]
    public void Process_ambiguousWithoutContext_isReportedNotGuessed()
    {
        var entity = Assert.Single(Process("Contrôle : IVG.").Entities, IsAbbreviation);
        Assert.Equal("unresolved", entity.Attributes["status"]);
        Assert.False(entity.Attributes.ContainsKey("expansion"));
        Assert.Contains("insuffisance ventriculaire gauche", entity.Attributes["senses"], StringComparison.Ordinal);
    }

    public static TheoryData<string, AbbreviationSense?> Faults => new()
    {
        { "null", null },
        { "empty abbreviation", new AbbreviationSense(" ", "unité") },
        { "no letter", new AbbreviationSense("...", "unité") },
        { "word of 65 letters", new AbbreviationSense(new string('A', 65), "unité") },
        { "null words", new AbbreviationSense("UGX", "unité") { Near = null! } },
        { "empty word", new AbbreviationSense("UGX", "unité") { Near = [""] } },
        { "word of a mark", new AbbreviationSense("UGX", "unité") { Near = [";"] } },
        { "unknown field", new AbbreviationSense("UGX", "unité") { Field = "no field" } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Constructor_meaningThatCannotBeLookedFor_saysWhich(string fault, AbbreviationSense? sense)
    {
        var error = Assert.Throws<ArgumentException>(() => new AbbreviationComponent([new AbbreviationSense("UGY", "unité"), sense!]));
        Assert.True(error.Message.Contains("number 2 of 2", StringComparison.Ordinal), fault);
    }

    [Theory]
    [InlineData("HTA", "hypertension artérielle")]
    [InlineData("UGX", "unité de gériatrie")]
    public void Process_meaningGivenTwice_isOneMeaning(string abbreviation, string expansion)
    {
        var sense = new AbbreviationSense(abbreviation, expansion) { Usual = UsualMeaning.Yes };
        var pipeline = new PipelineBuilder().AddText().Add(new AbbreviationComponent([sense, sense with { }])).Build();

        var entity = Assert.Single(pipeline.Process($"{abbreviation} connue.", TestContext.Current.CancellationToken).Entities, IsAbbreviation);
        Assert.Equal(expansion, entity.Attributes.GetValueOrDefault("expansion"));
    }

    [Fact]
    public void Process_cancelledInATextWithoutAbbreviation_stops() =>
        new PipelineBuilder().AddText().Add(new CancelledAbbreviations()).Build().Process("Rien à signaler ici.", TestContext.Current.CancellationToken);

    [Fact]
    public void Process_resolved_saysWhatDecided()
    {
        var entity = Assert.Single(Process("RP de face : foyer de la base droite.").Entities, IsAbbreviation);
        Assert.Equal("radiographie pulmonaire", entity.Attributes["expansion"]);
        Assert.Contains("foyer", entity.Attributes["because"], StringComparison.Ordinal);
    }

    [Fact]
    public void Process_wordingOfALexicon_givesItsEntityWithItsContext()
    {
        var entity = Assert.Single(Process("Pas d'IM, souffle du cœur.").Entities, entity => entity.Label == LexiconLabels.Disease);
        Assert.Equal(("abbreviations", Assertion.Absent), (entity.Source, entity.Context!.Assertion));
    }

    [Theory]
    [InlineData("PTT traité par 5 séances d'EP.", "embolie-pulmonaire")]
    [InlineData("Pose d'une CCI sous-clavière droite pour perfusion.", "carcinome-canalaire-infiltrant")]
    public void Process_meaningThatTheAbbreviationHasNotHere_isTakenBack(string text, string code) =>
        Assert.DoesNotContain(Process(text).Entities, entity => entity.Concept?.Code == code);

    [Theory]
    [InlineData("Suivi d'un CCI du sein gauche de grade II.", "carcinome-canalaire-infiltrant")]
    [InlineData("EP bilatérale à l'angioscanner.", "embolie-pulmonaire")]
    public void Process_meaningThatTheAbbreviationHasHere_isKept(string text, string code) =>
        Assert.Contains(Process(text).Entities, entity => entity.Concept?.Code == code);

    [Theory]
    [InlineData("Mme Angine et le Dr Lasilix.", 0)]
    [InlineData("Sexe : M. Angine.", 1)]
    [InlineData("PR Lasilix 40", 1)]
    public void Process_nameAfterATitle_isAPerson(string text, int entities) =>
        Assert.Equal(entities, Process(text).Entities.Count(entity => entity.Label is LexiconLabels.Disease or LexiconLabels.Drug));

    // AINS, injection and traitement are words that allergies.tsv reads beside a cue; alone they say no allergy.
    [Theory]
    [InlineData("Traitement par AINS.")]
    [InlineData("1 inj par jour, ttt bien toléré.")]
    public void Process_wordOfTheAllergyLexicon_isNoAllergy(string text) => Assert.DoesNotContain(Process(text).Entities, entity => entity.Label == LexiconLabels.Allergy);

    [Fact]
    public void Process_allergenWithoutCue_isNoAllergy() => Assert.DoesNotContain(Process("Douleurs soulagées par AINS.").Entities, entity => entity.Label == LexiconLabels.Allergy);

    [Fact]
    public void Process_sameWordsOfALexicon_areNotDoubled() => Assert.Single(Process("HTA.").Entities, entity => entity.Label == LexiconLabels.Disease);

    [Fact]
    public void Process_abbreviationOfTheHospital_isExpanded()
    {
        var pipeline = new PipelineBuilder().AddText().Add(new AbbreviationComponent([new AbbreviationSense("UGX", "unité de gériatrie") { Usual = UsualMeaning.Yes }])).Build();
        var entity = Assert.Single(pipeline.Process("Muté en UGX.", TestContext.Current.CancellationToken).Entities);
        Assert.Equal("unité de gériatrie", entity.Attributes["expansion"]);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("X", " ")]
    public void AbbreviationComponent_emptySense_throws(string abbreviation, string expansion) =>
        Assert.Throws<ArgumentException>(() => new AbbreviationComponent([new AbbreviationSense(abbreviation, expansion)]));

    [Fact]
    public void Process_definitionThatIsAName_isNone() => Assert.DoesNotContain(Process("Vu avec Martin Pasquier (MP).").Entities, entity => entity.Attributes.ContainsKey("expansion"));

    [Fact]
    public void Rows_ofTheFiles_areSound()
    {
        var fields = AbbreviationLexicon.Knowledge[1].Rows.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(AbbreviationLexicon.Knowledge[0].Rows, row =>
        {
            Assert.Equal(6, row.Length);
            Assert.True(row[2] == "-" || fields.Contains(row[2]), $"{row[0]}: no such field");
            Assert.True(row[5] is "yes" or "cased" or "-", $"{row[0]}: {row[5]}");
            Assert.All(row[4] == "-" ? [] : row[4].Split(';'), section => Assert.True(Enum.IsDefined(Enum.Parse<SectionKind>(section))));
        });
        Assert.Distinct(AbbreviationLexicon.Knowledge[0].Rows.Select(row => (row[0], row[1])));
    }

    private static bool IsAbbreviation(Entity entity) => entity.Label == LexiconLabels.Abbreviation;

    private static AnalyzedDocument Process(string text) => Pipeline.Process(text, TestContext.Current.CancellationToken);

    private sealed class CancelledAbbreviations : PipelineComponent
    {
        public override string Name => "cancelled abbreviations";

        public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
            Assert.ThrowsAny<OperationCanceledException>(() => new AbbreviationComponent().Process(context, new CancellationToken(true)));
    }
}
