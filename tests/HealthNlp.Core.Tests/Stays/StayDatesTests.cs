namespace HealthNlp.Tests.Stays;

public sealed class StayDatesTests
{
    [Theory]
    [InlineData("Compte rendu d'hospitalisation\nMadame X est hospitalisée en cardiologie du 03/02/2025 au 08/02/2025.", "2025-02-03", "2025-02-08", 5)]
    [InlineData("Compte rendu d'hospitalisation\nHospitalisé du 28 janvier au 2 février 2025 pour toux.", "2025-01-28", "2025-02-02", 5)]
    [InlineData("Compte rendu d'hospitalisation\nHospitalisée du 12/06 au 15/06.", "--06-12", "--06-15", 3)]
    [InlineData("Compte rendu d'hospitalisation\nMonsieur X est hospitalisé en hôpital de jour le 04/03/2025.", "2025-03-04", "2025-03-04", 0)]
    [InlineData("Compte rendu d'hospitalisation\nDate d'entrée : 04/03/2025\nDate de sortie : 09/03/2025\n", "2025-03-04", "2025-03-09", 5)]
    [InlineData("Compte rendu d'hospitalisation\nHospitalisé le 04/03/2025 pour chute.\n\nÉvolution :\nRetour à domicile le 07/03/2025.", "2025-03-04", "2025-03-07", 3)]
    [InlineData("Compte rendu d'hospitalisation\nDurée de séjour : 6 jours.", null, null, 6)]
    [InlineData("Compte rendu d'hospitalisation\nHospitalisé (né le 15/03/1962) pour chute.", null, null, null)]
    [InlineData("Compte rendu d'hospitalisation\nHospitalisé le 09/03/2025.\n\nÉvolution :\nRetour à domicile le 04/03/2025.", "2025-03-09", null, null)]
    public void Stay_datesOfAReport_areRead(string text, string? admission, string? discharge, int? length)
    {
        var stay = TextAnalysis.Process(text).Stay;
        Assert.Equal((admission, discharge, length), (stay.AdmissionDate?.Value.ToString(), stay.DischargeDate?.Value.ToString(), stay.LengthOfStay?.Value));
    }

    [Fact]
    public void Stay_datesOfTheCaller_winOverTheText()
    {
        var document = new Document("Hospitalisé du 03/02/2025 au 08/02/2025.") { Admission = new DateOnly(2025, 2, 4), Discharge = new DateOnly(2025, 2, 10) };
        var stay = TextAnalysis.Process(document).Stay;
        Assert.Equal(("document", 6), (stay.AdmissionDate!.Rule, stay.LengthOfStay!.Value));
    }

    [Fact]
    public void Stay_readDischargeBeforeGivenAdmission_isDropped()
    {
        var document = new Document("Hospitalisé du 03/02/2025 au 08/02/2025.") { Admission = new DateOnly(2025, 3, 4) };
        Assert.Null(TextAnalysis.Process(document).Stay.DischargeDate);
    }

    [Fact]
    public void Stay_dates_pointToTheirWords()
    {
        var analyzed = TextAnalysis.Process("Hospitalisé du 03/02/2025 au 08/02/2025.");
        Assert.Equal("03/02/2025", analyzed.Document[Assert.Single(analyzed.Stay.AdmissionDate!.Evidence)]);
    }
}
