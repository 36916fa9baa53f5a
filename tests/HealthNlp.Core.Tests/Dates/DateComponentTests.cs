using HealthNlp.Dates;

namespace HealthNlp.Tests.Dates;

public sealed class DateComponentTests
{
    [Theory]
    [InlineData("Scanner du 31/02/2024", DateProblem.NoSuchDay)]
    [InlineData("Scanner du 31/02", DateProblem.NoSuchDay)]
    [InlineData("Née le 29/02/23", DateProblem.NoSuchDay)]
    [InlineData("Scanner du 12/13/2024", DateProblem.NoSuchMonth)]
    [InlineData("Scanner du 12/03/204", DateProblem.YearCutShort)]
    [InlineData("Scanner du 01/01/0000", DateProblem.NoSuchDay)]
    [InlineData("Scanner du 00/00/0000", DateProblem.NoSuchMonth)]
    public void Process_impossibleDate_isReportedAndNotGuessed(string text, DateProblem problem)
    {
        var mention = Assert.Single(DateAnalysis.Read(text));
        Assert.Equal((DateKind.Absolute, problem), (mention.Kind, mention.Problem));
        Assert.Null(mention.Value);
        Assert.NotNull(mention.Format);
    }

    [Theory]
    [InlineData("Vu le 31/12/9999, revu le 2 janvier.")]
    [InlineData("du 31/12 au 01/01/0001")]
    [InlineData("Pâques 0000, janvier 0000, le 5 mai 0000")]
    public void Process_endOfTheCalendar_isNoError(string text) => Assert.NotEmpty(DateAnalysis.Read(text, null));

    [Fact]
    public void Process_range_givesAPeriodWithItsBounds()
    {
        var mentions = DateAnalysis.Read("Séjour du 28 au 3 avril 2024");
        Assert.Equal([DateKind.Period, DateKind.Absolute, DateKind.Absolute], mentions.Select(mention => mention.Kind));
        Assert.Equal((new TextSpan(10, 28), "2024-03-28", "2024-04-03"), (mentions[0].Span, $"{mentions[0].Start!.Value}", $"{mentions[0].End!.Value}"));
        Assert.Equal((mentions[1], mentions[2]), (mentions[0].Start, mentions[0].End));
    }

    [Theory]
    [InlineData("du 12/03/2024 au 15/03/2024", 1)]
    [InlineData("entre le 12/03/2024 et le 15/03/2024", 1)]
    [InlineData("entre 2015 et 2018", 1)]
    [InlineData("2015-2018", 1)]
    [InlineData("de mars à juillet 2023", 1)]
    [InlineData("les 12/03/2024 et 15/03/2024", 0)]
    [InlineData("le 12/03/2024, le 15/03/2024", 0)]
    [InlineData("12/03/2024\n- 15/03/2024 : ECG", 0)]
    public void Process_twoDates_areAPeriodOnlyInARange(string text, int periods) =>
        Assert.Equal(periods, DateAnalysis.Read(text).Count(mention => mention.Kind == DateKind.Period));

    [Fact]
    public void Process_dateWithoutYear_tellsItsReference()
    {
        var mention = Assert.Single(DateAnalysis.Read("Vu le 24/11"));
        Assert.Equal((DateReference.Written, DateAnalysis.Written), (mention.Reference, mention.ReferenceDate));
        Assert.True(mention.Value!.YearInferred);
        var whole = Assert.Single(DateAnalysis.Read("Vu le 24/11/2024"));
        Assert.Equal((DateReference.None, false), (whole.Reference, whole.Value!.YearInferred));
        Assert.Equal(DateReference.Mention, DateAnalysis.Read("du 24/11 au 26/11/2020")[1].Reference);
    }

    [Fact]
    public void Process_noDateOfWriting_readsItInTheHeader()
    {
        var mentions = DateAnalysis.Read("Compte rendu d'hospitalisation\n\nNé le 01/02/2060\n\nLe 12/03/2022\n\nCher confrère,\n\nJe vois ce jour en consultation, après un scanner prévu le 15/05/2023.", null);
        var today = mentions.Single(mention => mention.Kind == DateKind.Relative);
        Assert.Equal((DateReference.Header, new DateOnly(2022, 3, 12), "2022-03-12"), (today.Reference, today.ReferenceDate, $"{today.Value}"));
    }

    [Fact]
    public void Process_noDateInTheText_takesThatOfTheStay()
    {
        var document = new Document("Vu le 24/11") { Admission = new DateOnly(2022, 11, 20), Discharge = new DateOnly(2022, 11, 30) };
        Assert.Equal((DateReference.Discharge, "2022-11-24"), Of(document));
        Assert.Equal((DateReference.Admission, "2021-11-24"), Of(document with { Discharge = null }));
        Assert.Equal((DateReference.None, "--11-24"), Of(document with { Discharge = null, Admission = null }));

        static (DateReference, string) Of(Document document) => (DateAnalysis.Process(document).Dates[0].Reference, $"{DateAnalysis.Process(document).Dates[0].Value}");
    }

    [Theory]
    [InlineData("J5 post-opératoire", "surgery", null)]
    [InlineData("la veille de l'intervention", "surgery", null)]
    [InlineData("Apyrexie à J3 de l'admission", "admission", "2025-06-04")]
    [InlineData("Revu 10 jours après la sortie", "discharge", "2025-06-20")]
    [InlineData("Bain à J2 de vie", "birth", null)]
    [InlineData("Drain ôté à J2. Intervention simple", null, null)]
    public void Process_dateCountedFromAnEvent_namesItAndResolvesItWhereItsDayIsKnown(string text, string? anchor, string? value)
    {
        var document = new Document(text) { Written = DateAnalysis.Written, Admission = new DateOnly(2025, 6, 1), Discharge = new DateOnly(2025, 6, 10) };
        var mention = DateAnalysis.Process(document).Dates.Single(mention => mention.Kind == DateKind.Relative);
        Assert.Equal((anchor, value, DateReference.Anchor), (mention.Anchor, mention.Value?.ToString(), mention.Reference));
    }

    [Theory]
    [InlineData("depuis début mars 2025", DatePart.Start, "2025-03-01", "2025-03-11")]
    [InlineData("depuis mi-mars 2025", DatePart.Middle, "2025-03-11", "2025-03-21")]
    [InlineData("fin 2021", DatePart.End, "2021-09-01", "2021-12-31")]
    [InlineData("en mars 2025", DatePart.Whole, "2025-03-01", "2025-03-31")]
    [InlineData("l'hiver 2024", DatePart.Whole, "2023-12-01", "2024-02-29")]
    public void Process_partOfMonthOrYear_boundsIt(string text, DatePart part, string earliest, string latest)
    {
        var value = Assert.Single(DateAnalysis.Read(text)).Value!;
        Assert.Equal((part, earliest, latest), (value.Part, $"{value.Earliest:O}", $"{value.Latest:O}"));
    }

    [Theory]
    [InlineData("Fièvre depuis 2 à 3 jours", 2, 3.0)]
    [InlineData("Fièvre depuis 2-3 jours", 2, 3.0)]
    [InlineData("Suivi depuis un an et demi", 1.5, null)]
    public void Process_amountInARange_hasBothEnds(string text, double amount, double? most)
    {
        var mention = Assert.Single(DateAnalysis.Read(text));
        Assert.Equal(((decimal)amount, (decimal?)most), (mention.Amounts[0].Value, mention.AmountMax));
    }

    [Theory]
    [InlineData("12/03/2024", "dd/MM/yyyy", "05/11/2023")]
    [InlineData("3/4/24", "d/M/yy", "5/11/23")]
    [InlineData("mardi 12 mars 2024", "dddd d MMMM yyyy", "dimanche 5 novembre 2023")]
    [InlineData("Vendredi 6 juin 2025", "dddd d MMMM yyyy", "Dimanche 5 novembre 2023")]
    [InlineData("14 FEVRIER 2025", "d MMMM yyyy", "5 NOVEMBRE 2023")]
    [InlineData("05-AVR-24", "dd-MMM-yy", "05-NOV-23")]
    [InlineData("24/11", "dd/MM", "05/11")]
    [InlineData("mars 2023", "MMMM yyyy", "novembre 2023")]
    [InlineData("2019", "yyyy", "2023")]
    [InlineData("20240312", "yyyyMMdd", "20231105")]
    [InlineData("douze mars deux mille vingt-quatre", "D MMMM Y", "cinq novembre deux mille vingt-trois")]
    public void Process_date_givesTheFormatForAnother(string written, string pattern, string other)
    {
        var mention = Assert.Single(DateAnalysis.Read($"Vu le {written}"));
        Assert.Equal((pattern, other), (mention.Format!.Pattern, mention.Format.Write(new DateOnly(2023, 11, 5))));
        if (mention.Value!.Precision == DatePrecision.Day) Assert.Equal(written, mention.Format.Write(mention.Value.Earliest!.Value));
    }

    [Theory]
    [InlineData("Noël 2023", "2023-12-25")]
    [InlineData("après Pâques", "2025-04-20")]
    [InlineData("après la Pentecôte", "2025-06-08")]
    [InlineData("à la Toussaint", "2024-11-01")]
    public void Process_feast_isItsDay(string text, string day) => Assert.Equal(day, $"{Assert.Single(DateAnalysis.Read(text)).Value}");

    [Theory]
    [InlineData("Berge antérieure à 11h")]
    [InlineData("Nodule du rayon de 3 h")]
    [InlineData("Hernie de L4 à S1")]
    [InlineData("Paracétamol 1 g toutes les 6 heures")]
    [InlineData("Ceftriaxone 1 g/24h")]
    [InlineData("Infirmière 7j/7 et 24h/24")]
    [InlineData("Un jour, elle chute")]
    [InlineData("2 contractions par 10 minutes")]
    public void Process_whatOnlyLooksLikeTime_isNone(string text) => Assert.Empty(DateAnalysis.Read(text));

    [Theory]
    [InlineData("Je vois en consultation Madame Lucie Le brenn 77 ans pour une hernie", 77)]
    [InlineData("L'enfant Paul, 4 ans, tousse. Sa mère, 32 ans, aussi.", 4)]
    [InlineData("Patiente diabétique depuis environ 10 ans. Âge : 61 ans.", 61)]
    [InlineData("Patiente suivie depuis environ 10 ans", null)]
    [InlineData("Né à 34 SA", null)]
    public void Process_ages_giveThatOfThePatient(string text, int? years) =>
        Assert.Equal(years, DateAnalysis.Process(new Document(text)).Stay.Age?.Value.Value);

    [Fact]
    public void Process_extremeReference_givesNoError()
    {
        foreach (var written in new[] { DateOnly.MinValue, DateOnly.MaxValue })
        {
            Assert.NotEmpty(DateAnalysis.Read("il y a 99 ans, dans 9999 jours, lundi dernier, l'été dernier, le 24/11, le 12/03/24, hier", written));
        }
    }

    [Fact]
    public void ToString_mention_showsNoTextAndNoValue() => Assert.Equal("Absolute [6..16)", Assert.Single(DateAnalysis.Read("Vu le 12/03/2024")).ToString());
}
