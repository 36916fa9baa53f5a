using System.Diagnostics;

namespace HealthNlp.Tests.Properties;

/// <summary>Edges and speed of the interval look-ups.</summary>
public sealed class SpanIndexTests
{
    [Fact]
    public void Empty_anyLookUp_findsNothing()
    {
        Assert.Empty(SpanIndex<Sentence>.Empty);
        Assert.Empty(SpanIndex<Sentence>.Empty.At(0));
        Assert.Empty(SpanIndex<Sentence>.Empty.Within(new TextSpan(0, 10)));
        Assert.Equal(0, SpanIndex<Sentence>.Empty.FirstStartingAtOrAfter(5));
    }

    [Fact]
    public void Constructor_equalSpans_keepTheOrderGiven()
    {
        var index = new SpanIndex<Entity>([new(new TextSpan(3, 5), "c"), new(new TextSpan(1, 5), "a"), new(new TextSpan(1, 5), "b"), new(new TextSpan(1, 9), "z")]);
        Assert.Equal(["z", "a", "b", "c"], index.Select(entity => entity.Label));
    }

    [Fact]
    public void Within_emptySpanAtTheEnd_isFoundAsContainsSays()
    {
        var end = new TextSpan(40, 40);
        var query = new TextSpan(38, 40);
        Assert.True(query.Contains(end));
        Assert.Single(new SpanIndex<Sentence>([new Sentence(end)]).Within(query));
        Assert.Empty(new SpanIndex<Sentence>([new Sentence(end)]).Overlapping(query));
    }

    [Fact]
    public void At_lastPosition_isNoError()
    {
        var index = new SpanIndex<Sentence>([new Sentence(new TextSpan(0, int.MaxValue))]);
        Assert.Single(index.At(int.MaxValue - 1));
        Assert.Empty(index.At(int.MaxValue));
    }

    [Fact]
    public void Overlapping_aMillionNestedSpans_isNoScan()
    {
        // One span over all the text, then a million short ones: the look-up must not walk them all because of the first.
        const int Count = 1_000_000;
        var index = new SpanIndex<Sentence>(Enumerable.Range(0, Count).Select(i => new Sentence(TextSpan.FromLength(2 * i, 1))).Prepend(new Sentence(new TextSpan(0, 2 * Count))));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 20_000; i++) Assert.Equal(2, index.At(2 * (i * 50 % Count)).Count());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"20,000 look-ups took {watch.Elapsed}");
    }
}
