using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using HealthNlp.Matching;

namespace HealthNlp.Benchmarks;

/// <summary>Building a matcher of many generated terms: one to four made-up words, of which many share their first.</summary>
public class LexiconBenchmarks
{
    private static readonly string[] Syllables = ["ba", "cor", "di", "fe", "gan", "lo", "mi", "nu", "pra", "ri", "sel", "to", "vu", "xi", "zo", "ter"];
    private Term<string>[] _terms = [];

    [Params(1_000, 10_000, 100_000)]
    public int Terms { get; set; }

    [Params(false, true)]
    public bool Misspellings { get; set; }

    [GlobalSetup]
    public void Setup() => _terms = [.. Enumerable.Range(0, Terms).Select(i => new Term<string>(Wording(i), "value"))];

    [Benchmark]
    public TermMatcher<string> Build() => new(_terms, new TermMatcherOptions { Misspellings = Misspellings });

    // A linear congruence, so that every run has the same terms.
    private static string Wording(int i)
    {
        var state = ((uint)i * 2654435761) + 12345;
        return string.Join(' ', Enumerable.Range(0, 1 + (i % 4)).Select(_ => string.Concat(Enumerable.Range(0, 3).Select(_ =>
        {
            state = (state * 1664525) + 1013904223;
            return Syllables[state >> 28];
        }))));
    }
}

/// <summary>The first analysis of a process: reading and compiling the shared lexicons and the code that runs.</summary>
/// <remarks>One launch gives one figure: a second analysis in the same process finds everything there.</remarks>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1)]
public class StartupBenchmarks
{
    private static readonly string Report = Input.Reports[0];

    [Benchmark]
    public AnalyzedDocument FirstAnalysis() => HealthNlpEngine.CreateDefault().Analyze(Report);
}
