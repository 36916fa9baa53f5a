namespace HealthNlp.Tests;

/// <summary>Contract 6: time grows linearly with the length, whatever the text. Measured in processor time, so that neighbours on the machine count less.</summary>
internal static class LinearGrowth
{
    /// <summary>Tests of growth run alone, so that the times mean something.</summary>
    internal const string Collection = "growth";

    private const int Short = 100_000;
    private const int Times = 4;

    // Four times the text may take four times as long; what is beyond is left to caches and collections. The square would be sixteen.
    private const double Allowed = 10;

    // Below this many milliseconds a time says more about the machine than about the text.
    private const double Measurable = 20;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Fails when four times the text takes ten times as long, in the best of several runs.</summary>
    internal static async Task AssertAsync(Action<string, CancellationToken> work, Func<int, string> make)
    {
        var (once, four) = (make(Short), make(Times * Short));
        await RunAsync(work, once);
        var (shortest, longest) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < 8; run++)
        {
            shortest = Math.Min(shortest, await RunAsync(work, once));
            longest = Math.Min(longest, await RunAsync(work, four));
            if (longest <= Allowed * Math.Max(shortest, Measurable)) return;
        }

        Assert.Fail($"{once.Length} code units take {shortest:F1} ms, {four.Length} take {longest:F1} ms");
    }

    /// <inheritdoc cref="AssertAsync(Action{string, CancellationToken}, Func{int, string})"/>
    internal static Task AssertAsync(Action<string, CancellationToken> work, string piece) =>
        AssertAsync(work, size => string.Concat(Enumerable.Repeat(piece, size / piece.Length)));

    /// <summary>Runs the work and gives up on it when it does not end.</summary>
    /// <returns>Its processor time in milliseconds.</returns>
    internal static async Task<double> RunAsync(Action<string, CancellationToken> work, string text)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            await Task.Run(() => work(text, stop.Token), stop.Token).WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            throw;
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}

/// <summary>The collection of the tests of growth.</summary>
[CollectionDefinition(LinearGrowth.Collection, DisableParallelization = true)]
public sealed class GrowthTestsAlone;
