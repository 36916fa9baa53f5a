using System.Diagnostics;
using HealthNlp.Text;

namespace HealthNlp.Tests.BadInput;

/// <summary>Contract 6: time grows linearly with the length, whatever the text. Runs alone, so that the times mean something.</summary>
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
[Collection(nameof(GrowthTests))]
public sealed class GrowthTests
{
    private const int Short = 100_000;

    // Four times the text may take four times as long; twice that again is left to caches, collections and neighbours on the machine.
    private const double Allowed = 10;

    // Below this many milliseconds a time says more about the machine than about the text.
    private const double Measurable = 10;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IEnumerable<TheoryDataRow<string>> Hostile() => HostileTexts.Names.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task Process_fourTimesTheText_takesNoMoreThanItsShare(string name) => AssertLinear(name, TextAnalysis.Pipeline.Process);

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task Normalize_allOptionsOnFourTimesTheText_takesNoMoreThanItsShare(string name)
    {
        var all = new TextNormalizer(new TextNormalizerOptions { RemoveNoise = true, SpacedCharacters = true, FoldCase = true, FoldAccents = true });
        return AssertLinear(name, (text, _) => all.Normalize(text));
    }

    [Fact]
    public async Task Process_singleLineOfFiveMillion_isDoneInTime()
    {
        var line = string.Concat(Enumerable.Repeat("Le patient tousse, sans fièvre, depuis le 12/03/2024 à raison de 3 mg/L ; ", 5_000_000 / 74));
        var analyzed = await InTime(token => TextAnalysis.Pipeline.Process(line, token));
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
    public async Task Process_tenMillionHostileCharacters_isDoneInTime(string name)
    {
        var text = HostileTexts.Make(name, 10_000_000);
        var analyzed = await InTime(token => TextAnalysis.Pipeline.Process(text, token));
        Assert.Equal(text.Length, analyzed.Sections.Where(section => section.Depth == 0).Sum(section => section.Span.Length));
    }

    /// <summary>Runs the work, and gives up on it when it does not end.</summary>
    private static async Task<T> InTime<T>(Func<CancellationToken, T> work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = Task.Run(() => work(stop.Token), TestContext.Current.CancellationToken);
        try
        {
            return await run.WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private static async Task AssertLinear(string name, Func<string, CancellationToken, object> work)
    {
        var once = HostileTexts.Make(name, Short);
        var four = HostileTexts.Make(name, 4 * Short);
        await InTime(token => work(once, token));
        var (shortest, longest) = (double.MaxValue, double.MaxValue);
        var watch = Stopwatch.StartNew();
        for (var run = 0; run < 3 || (run < 12 && watch.Elapsed < Patience); run++)
        {
            shortest = Math.Min(shortest, await Time(work, once));
            longest = Math.Min(longest, await Time(work, four));
            if (run >= 2 && longest <= Allowed * Math.Max(shortest, Measurable)) return;
        }

        Assert.Fail($"{Short} code units take {shortest:F2} ms, {4 * Short} take {longest:F2} ms");
    }

    private static async Task<double> Time(Func<string, CancellationToken, object> work, string text)
    {
        var watch = Stopwatch.StartNew();
        await InTime(token => work(text, token));
        return watch.Elapsed.TotalMilliseconds;
    }
}
