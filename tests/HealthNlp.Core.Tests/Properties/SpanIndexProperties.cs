using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace HealthNlp.Tests.Properties;

/// <summary>The interval look-ups against a plain search of the whole list.</summary>
[Properties(Arbitrary = [typeof(SpanLists)], MaxTest = 2000, Replay = "20260403,11")]
public sealed class SpanIndexProperties
{
    [Property]
    public void Items_anyOrder_areSortedByStartThenLongerFirst(SpanList list)
    {
        var index = Index(list);
        Assert.Equal(list.Spans.Order(), index.Select(sentence => sentence.Span));
        Assert.Equal(list.Spans.Count, index.Count);
    }

    [Property]
    public void Overlapping_anySpan_findsWhatAPlainSearchFinds(SpanList list, byte start, byte length)
    {
        var query = TextSpan.FromLength(start % 64, length % 24);
        Assert.Equal(list.Spans.Where(span => span.Overlaps(query)).Order(), Index(list).Overlapping(query).Select(sentence => sentence.Span));
    }

    [Property]
    public void At_anyPosition_findsWhatAPlainSearchFinds(SpanList list, byte position)
    {
        var at = position % 64;
        Assert.Equal(list.Spans.Where(span => span.Contains(at)).Order(), Index(list).At(at).Select(sentence => sentence.Span));
    }

    [Property]
    public void Within_anySpan_findsWhatAPlainSearchFinds(SpanList list, byte start, byte length)
    {
        var query = TextSpan.FromLength(start % 64, length % 24);
        Assert.Equal(list.Spans.Where(span => query.Contains(span)).Order(), Index(list).Within(query).Select(sentence => sentence.Span));
    }

    [Property]
    public void FirstStartingAtOrAfter_anyPosition_countsWhatStartsBefore(SpanList list, byte position)
    {
        var at = position % 64;
        Assert.Equal(list.Spans.Count(span => span.Start < at), Index(list).FirstStartingAtOrAfter(at));
    }

    private static SpanIndex<Sentence> Index(SpanList list) => new(list.Spans.Select(span => new Sentence(span)));
}

/// <summary>Spans in any order.</summary>
public sealed record SpanList(IReadOnlyList<TextSpan> Spans)
{
    /// <summary>The spans, so that a counterexample can be read.</summary>
    public override string ToString() => string.Join(' ', Spans);
}

/// <summary>Lists of spans of three shapes: any, all nested, side by side.</summary>
public static class SpanLists
{
    /// <summary>Lists of up to some dozens of spans.</summary>
    public static Arbitrary<SpanList> Lists() => Arb.From(
        Gen.OneOf(Any(), Nested(), SideBySide()).Select(spans => new SpanList(spans)),
        list => Enumerable.Range(0, list.Spans.Count).Select(skip => new SpanList([.. list.Spans.Where((_, i) => i != skip)])));

    private static Gen<TextSpan[]> Any() => Gen.Sized(size => Gen.Choose(0, size).SelectMany(count =>
        Gen.ArrayOf(Gen.Choose(0, 60).SelectMany(start => Gen.Choose(0, 30).Select(length => TextSpan.FromLength(start, length))), count)));

    private static Gen<TextSpan[]> Nested() => Gen.Choose(1, 30).SelectMany(depth =>
        Gen.Shuffle(Enumerable.Range(0, depth).Select(i => new TextSpan(i, 64 - i))));

    private static Gen<TextSpan[]> SideBySide() => Gen.Choose(1, 12).SelectMany(count =>
        Gen.Shuffle(Enumerable.Range(0, count).Select(i => TextSpan.FromLength(5 * i, 4 + i % 2))));
}
