using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using HealthNlp.Pipelines;

namespace HealthNlp.Tests.Pipelines;

/// <summary>Batches: ordered, parallel, bounded, one failure apart, ended by cancellation (contract 2).</summary>
public sealed class BatchTests
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAllAsync_documentsOfUnequalLength_comeInOrder()
    {
        var pipeline = new PipelineBuilder().AddText().Add(new ProbeComponent((context, _) =>
        {
            if (context.Document.Id.EndsWith('0')) Thread.Sleep(20);
        })).Build();
        var results = await pipeline.ProcessAllAsync(Stream.Of(80), new BatchOptions { MaxDegreeOfParallelism = 8 }, Token).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(0, 80).Select(i => $"doc-{i}"), results.Select(result => result.DocumentId));
        Assert.All(results, result => Assert.Equal(result.DocumentId, result.Value!.Document.Id));
    }

    [Fact]
    public async Task ProcessAllAsync_batchAndSingle_giveTheSame()
    {
        var results = await TextAnalysis.Pipeline.ProcessAllAsync(Stream.Of(20), cancellationToken: Token).ToListAsync(Token);
        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => Properties.Fingerprint.Of(TextAnalysis.Process(Stream.Numbered(i)))),
            results.Select(result => Properties.Fingerprint.Of(result.Value!)));
    }

    [Fact]
    public async Task ProcessAllAsync_noDocument_givesNoResult() =>
        Assert.Empty(await TextAnalysis.Pipeline.ProcessAllAsync(Stream.Of(0), cancellationToken: Token).ToListAsync(Token));

    [Fact]
    public async Task RunAsync_failingDocument_failsAloneAndWithoutItsText()
    {
        var results = await Batch.RunAsync<string>(Stream.Of(9), (document, _) => document.Id switch
        {
            "doc-3" => throw new InvalidOperationException("cannot read " + document.Text),
            "doc-5" => throw new HealthNlpException(ErrorCodes.NotText, "The file is no text."),
            "doc-7" => throw new OperationCanceledException("a component gave up by itself"),
            _ => document.Id,
        }, cancellationToken: Token).ToListAsync(Token);
        Assert.Equal(9, results.Count);
        Assert.Equal([3, 5, 7], Enumerable.Range(0, 9).Where(i => !results[i].Succeeded));
        Assert.Equal([ErrorCodes.Unexpected, ErrorCodes.NotText, ErrorCodes.Unexpected], results.Where(result => !result.Succeeded).Select(result => result.Error!.Code));
        Assert.All(results, result => Assert.Equal(result.Succeeded, result.Value is not null));
        Assert.DoesNotContain("tousse", results[3].Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tousse", results[3].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProcessAllAsync_textTooLongAmongOthers_failsAlone()
    {
        var documents = new[] { new Document("a", "Toux."), new Document("b", new string(' ', Pipeline.MaxTextLength + 1)), new Document("c", "Fièvre.") };
        var results = await TextAnalysis.Pipeline.ProcessAllAsync(documents.ToAsyncEnumerable(), cancellationToken: Token).ToListAsync(Token);
        Assert.Equal([true, false, true], results.Select(result => result.Succeeded));
        Assert.Equal(ErrorCodes.TextTooLong, results[1].Error!.Code);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(4, 16)]
    public async Task RunAsync_slowConsumer_readsTheSourceNoFurtherThanAllowed(int parallelism, int inFlight)
    {
        var read = 0;
        var taken = 0;
        var options = new BatchOptions { MaxDegreeOfParallelism = parallelism, MaxInFlight = inFlight };
        await foreach (var _ in Batch.RunAsync(Stream.Of(200, _ => Interlocked.Increment(ref read)), (document, _) => document.Id, options, Token))
        {
            taken++;
            if (taken % 20 == 1) await Task.Delay(50, Token);
            Assert.InRange(Volatile.Read(ref read) - taken, 0, inFlight + parallelism + 1);
        }

        Assert.Equal(200, taken);
    }

    [Fact]
    public async Task RunAsync_parallelism_isReachedAndNeverPassed()
    {
        var (now, most) = (0, 0);
        var options = new BatchOptions { MaxDegreeOfParallelism = 3 };
        await foreach (var _ in Batch.RunAsync(Stream.Of(60), (document, _) =>
        {
            var running = Interlocked.Increment(ref now);
            int seen;
            while (running > (seen = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, running, seen) != seen) { }
            Thread.Sleep(5);
            Interlocked.Decrement(ref now);
            return document.Id;
        }, options, Token)) { }

        Assert.InRange(most, 2, 3);
    }

    [Fact]
    public async Task RunAsync_cancelledWhileWorking_endsPromptly()
    {
        using var stop = new CancellationTokenSource();
        var started = new ConcurrentBag<string>();
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Batch.RunAsync<string>(Stream.Of(int.MaxValue), (document, token) =>
            {
                started.Add(document.Id);
                if (started.Count > 3) stop.Cancel();
                token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(20));
                token.ThrowIfCancellationRequested();
                return document.Id;
            }, cancellationToken: stop.Token)) { }
        });
        Assert.True(watch.Elapsed < Prompt, $"the run ended after {watch.Elapsed}");
    }

    [Fact]
    public async Task RunAsync_cancelledBefore_readsNothingToItsEnd()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Batch.RunAsync(Stream.Of(1_000_000), (document, _) => document.Id, cancellationToken: new CancellationToken(true))) { }
        });
    }

    [Fact]
    public async Task RunAsync_sourceThatWaitsForEver_endsWhenCancelled()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var run = Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Batch.RunAsync(Waiting(Token), (document, _) => document.Id, cancellationToken: stop.Token)) { }
        });
        await run.WaitAsync(Prompt, Token);
    }

    [Fact]
    public async Task RunAsync_sourceDeafToCancellation_endsWhenCancelled()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var never = new TaskCompletionSource();
        var run = Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Batch.RunAsync(Deaf(never.Task), (document, _) => document.Id, cancellationToken: stop.Token)) { }
        });
        try
        {
            await run.WaitAsync(Prompt, Token);
        }
        finally
        {
            never.SetResult();
        }
    }

    [Fact]
    public async Task RunAsync_sourceThatThrows_givesItsErrorAfterWhatItGave()
    {
        var taken = new List<string>();
        var error = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var result in Batch.RunAsync(Throwing(), (document, _) => document.Id, cancellationToken: Token)) taken.Add(result.DocumentId);
        });
        Assert.Equal("the source broke", error.Message);
        Assert.Equal(["doc-0", "doc-1"], taken);
    }

    [Fact]
    public async Task RunAsync_consumerThatLeaves_closesTheSource()
    {
        var closed = new TaskCompletionSource();
        await foreach (var _ in Batch.RunAsync(Closing(closed), (document, _) => document.Id, cancellationToken: Token)) break;
        await closed.Task.WaitAsync(Prompt, Token);
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(-1, 64)]
    [InlineData(-7, 64)]
    [InlineData(2, 0)]
    [InlineData(2, -1)]
    [InlineData(2, -7)]
    public async Task RunAsync_optionBelowOne_isRefused(int parallelism, int inFlight)
    {
        var options = new BatchOptions { MaxDegreeOfParallelism = parallelism, MaxInFlight = inFlight };
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
        {
            await foreach (var _ in Batch.RunAsync(Stream.Of(3), (document, _) => document.Id, options, Token)) { }
        });
    }

    private static async IAsyncEnumerable<Document> Waiting([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Stream.Numbered(0);
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield return Stream.Numbered(1);
    }

    private static async IAsyncEnumerable<Document> Deaf(Task never)
    {
        yield return Stream.Numbered(0);
        await never;
        yield return Stream.Numbered(1);
    }

    private static async IAsyncEnumerable<Document> Throwing()
    {
        yield return Stream.Numbered(0);
        await Task.Yield();
        yield return Stream.Numbered(1);
        throw new InvalidDataException("the source broke");
    }

    private static async IAsyncEnumerable<Document> Closing(TaskCompletionSource closed)
    {
        try
        {
            for (var i = 0; i < 1_000_000; i++)
            {
                await Task.Yield();
                yield return Stream.Numbered(i);
            }
        }
        finally
        {
            closed.SetResult();
        }
    }
}
