using HealthNlp.Text;

namespace HealthNlp.Tests.Specs;

/// <summary>The pipeline marks lines that are no content and leaves them in the text.</summary>
public sealed class NoiseSpecTests
{

    [Theory]
    [InlineData("Page 2/5", NoiseKind.PageNumber)]
    [InlineData("page 2 / 5", NoiseKind.PageNumber)]
    [InlineData("Page 2 sur 5", NoiseKind.PageNumber)]
    [InlineData("- 3 -", NoiseKind.PageNumber)]
    [InlineData("----------------", NoiseKind.Rule)]
    [InlineData("________________", NoiseKind.Rule)]
    [InlineData("================", NoiseKind.Rule)]
    [InlineData("Imprimé le 12/03/2024 à 08:15", NoiseKind.PrintMark)]
    [InlineData("Imprimé le 12/03/2024 par le secrétariat", NoiseKind.PrintMark)]
    public void Process_lineWithoutContent_isMarked(string line, NoiseKind kind)
    {
        var analyzed = TextAnalysis.Process($"Pas de toux.\n{line}\nPas de fièvre.\n");
        var noise = Assert.Single(analyzed.Noise);
        Assert.Equal((line, kind), (analyzed.Document[noise.Span].Trim(), noise.Kind));
        Assert.Contains(line, analyzed.Normalized.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- 3 comprimés")]
    [InlineData("12")]
    [InlineData("Voir page 2/5 du dossier.")]
    [InlineData("Le compte rendu a été imprimé le 12/03/2024 par la secrétaire et remis au patient.")]
    [InlineData("-")]
    public void Process_lineOfContent_isNotMarked(string line) => Assert.Empty(TextAnalysis.Process($"Pas de toux.\n{line}\nPas de fièvre.\n").Noise);

    [Fact]
    public void Process_headerRepeatedAroundPageBreaks_isMarkedOnEveryPage()
    {
        const string Header = "Clinique des Acacias - Service de rhumatologie";
        string[] texts = ["Douleur du genou droit.", "Radiographie sans anomalie.", "Antalgiques simples."];
        var pages = texts.Select((text, page) => $"{Header}\n{text}\nPage {page + 1}/3\n");
        var analyzed = TextAnalysis.Process(string.Join('\f', pages));
        Assert.Equal(3, analyzed.Noise.Count(noise => noise.Kind == NoiseKind.PageNumber));
        var running = analyzed.Noise.Where(noise => noise.Kind == NoiseKind.RunningLine).ToList();
        Assert.InRange(running.Count, 2, 3);
        Assert.All(running, noise => Assert.Equal(Header, analyzed.Document[noise.Span].Trim()));
    }

    [Fact]
    public void Process_itemRepeatedInsideAPage_isNotMarked()
    {
        var analyzed = TextAnalysis.Process("Lundi :\nParacétamol 1 g\nMardi :\nParacétamol 1 g\nMercredi :\nParacétamol 1 g\n");
        Assert.Empty(analyzed.Noise);
    }
}
