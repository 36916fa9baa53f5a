using System.Diagnostics;
using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

/// <summary>Time grows with the length of the text, not with its square, on texts made to be slow.</summary>
public class GrowthTests
{
    private const int Size = 20_000;
    private const int Growth = 4;
    private const double Tolerance = 3;
    private const double LeastMilliseconds = 20;

    public static TheoryData<string> Hostile { get; } =
    [
        "1 85 05 78 006 ", "185057800608", "1 ", "2A ", "12/", "12/03/", "1/1 ", "2024-", "2019 ", "les 5, 6, ", "du 5 au ", "Mme ", "Dr ", "Dr A. ", "M. de la ", "Madame Jean ", "Jean-", "Jean dit ",
        "IPP : ", "N° de dossier ", "12-", "12 rue ", "75001 ", "CHU de ", "hôpital de la ", "né le ", "mars ", "Patient : ", "CC : Dr A, ", "retraité de ", "ancien ", "travaille comme ", "en couple ", "vit à A ", "\n", "fille \"A\" ",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nir_form_is_linear(string piece) => AssertLinear(text => CodeDetector.NirForm().Count(text), piece);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Pseudonymize_is_linear(string piece) => AssertLinear(text => Samples.Pseudonymizer.Pseudonymize(text, TestContext.Current.CancellationToken), piece);

    [Fact]
    public void Pseudonymize_of_many_names_is_linear()
    {
        AssertLinear(
            text => Samples.Pseudonymizer.Pseudonymize(text, TestContext.Current.CancellationToken),
            size => string.Concat(Enumerable.Range(0, size / 20).Select(i => $"Mme Brev{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}n va.\n")));
    }

    private static void AssertLinear(Action<string> run, string piece) => AssertLinear(run, size => string.Concat(Enumerable.Repeat(piece, size / piece.Length)));

    private static void AssertLinear(Action<string> run, Func<int, string> make)
    {
        var (small, large) = (make(Size), make(Size * Growth));
        run(small);
        var ratio = Best(run, large) / Math.Max(LeastMilliseconds, Best(run, small));
        Assert.True(ratio < Growth * Tolerance, $"{Growth} times the text took {ratio:F1} times as long.");
    }

    private static double Best(Action<string> run, string text)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            run(text);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        return best;
    }
}
