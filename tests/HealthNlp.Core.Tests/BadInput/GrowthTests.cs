using System.Diagnostics;
using HealthNlp.Text;

namespace HealthNlp.Tests.BadInput;

/// <summary>Contract 6: time grows linearly with the length, whatever the text. Runs alone, so that the times mean something.</summary>
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
[Collection(nameof(GrowthTests))]
public sealed class GrowthTests
{
    private const int Short = 60_000;

    // Four times the text may take four times as long; twice that again is left to caches, collections and neighbours on the machine.
    private const double Allowed = 10;

    public static IEnumerable<TheoryDataRow<string>> Hostile() => HostileTexts.Names.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Process_fourTimesTheText_takesNoMoreThanItsShare(string name) => AssertLinear(name, text => TextAnalysis.Process(text));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Normalize_allOptionsOnFourTimesTheText_takesNoMoreThanItsShare(string name)
    {
        var all = new TextNormalizer(new TextNormalizerOptions { RemoveNoise = true, SpacedCharacters = true, FoldCase = true, FoldAccents = true });
        AssertLinear(name, text => all.Normalize(text));
    }

    [Fact]
    public void Process_singleLineOfFiveMillion_isDoneInTime()
    {
        var line = string.Concat(Enumerable.Repeat("Le patient tousse, sans fièvre, depuis le 12/03/2024 à raison de 3 mg/L ; ", 5_000_000 / 74));
        var watch = Stopwatch.StartNew();
        var analyzed = TextAnalysis.Process(line);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
        Assert.True(analyzed.Tokens.Count > 1_000_000);
    }

    [Theory]
    [InlineData("dots")]
    [InlineData("dashes")]
    [InlineData("digits")]
    [InlineData("spaces")]
    [InlineData("thousands")]
    [InlineData("elisions")]
    [InlineData("open parentheses")]
    [InlineData("line feeds")]
    [InlineData("combining accents")]
    [InlineData("NUL")]
    [InlineData("titles")]
    [InlineData("hyphenated line ends")]
    public void Process_tenMillionHostileCharacters_isDoneInTime(string name)
    {
        var text = HostileTexts.Make(name, 10_000_000);
        var watch = Stopwatch.StartNew();
        var analyzed = TextAnalysis.Process(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(90), $"took {watch.Elapsed}");
        Assert.Equal(text.Length, analyzed.Sections.Where(section => section.Depth == 0).Sum(section => section.Span.Length));
    }

    private static void AssertLinear(string name, Action<string> work)
    {
        var once = HostileTexts.Make(name, Short);
        var four = HostileTexts.Make(name, 4 * Short);
        work(once);
        var (shortest, longest) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < 12; run++)
        {
            shortest = Math.Min(shortest, Time(work, once));
            longest = Math.Min(longest, Time(work, four));
            if (run >= 2 && longest <= Allowed * Math.Max(shortest, 0.5)) return;
        }

        Assert.Fail($"{Short} code units take {shortest:F2} ms, {4 * Short} take {longest:F2} ms");
    }

    private static double Time(Action<string> work, string text)
    {
        var watch = Stopwatch.StartNew();
        work(text);
        return watch.Elapsed.TotalMilliseconds;
    }
}
