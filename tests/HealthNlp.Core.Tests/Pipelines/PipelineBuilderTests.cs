using HealthNlp.Pipelines;

namespace HealthNlp.Tests.Pipelines;

/// <summary>A pipeline is checked when it is built, and sealed then.</summary>
public sealed class PipelineBuilderTests
{
    private static readonly Layer<string> Mood = new("mood");

    [Fact]
    public void Build_needThatNobodyGives_isRefusedByName()
    {
        var builder = new PipelineBuilder().Add(new ProbeComponent((_, _) => { }) { Needed = [Layers.Tokens] });
        var error = Assert.Throws<InvalidOperationException>(builder.Build);
        Assert.Contains("probe", error.Message, StringComparison.Ordinal);
        Assert.Contains("tokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_needGivenTooLate_isRefused()
    {
        var builder = new PipelineBuilder().Add(new ProbeComponent((_, _) => { }) { Needed = [Layers.Tokens] }).AddText();
        Assert.Throws<InvalidOperationException>(builder.Build);
    }

    [Fact]
    public void Build_layerGivenTwice_isRefused() => Assert.Throws<InvalidOperationException>(new PipelineBuilder().AddText().AddText().Build);

    [Fact]
    public void Build_componentAddedAfterwards_isNotInThePipeline()
    {
        var builder = new PipelineBuilder().AddText();
        var pipeline = builder.Build();
        var before = pipeline.Components.Count;
        builder.Add(new ProbeComponent((_, _) => throw new InvalidOperationException("added too late")));
        Assert.Equal(before, pipeline.Components.Count);
        Assert.Equal("Toux.", pipeline.Process("Toux.", TestContext.Current.CancellationToken).Document.Text);
    }

    [Fact]
    public void Process_layerOfOurOwn_comesOut()
    {
        var pipeline = new PipelineBuilder().Add(new ProbeComponent((context, _) => context.Set(Mood, "calm")) { Given = [Mood] }).Build();
        var analyzed = pipeline.Process("Toux.", TestContext.Current.CancellationToken);
        Assert.Equal("calm", analyzed.Get(Mood));
        Assert.True(analyzed.Has(Mood));
        Assert.False(analyzed.Has(Layers.Tokens));
        Assert.Throws<InvalidOperationException>(() => analyzed.Tokens);
    }

    [Fact]
    public void Process_entity_knowsItsInnermostSection()
    {
        const string Text = "Antécédents :\nFamiliaux : père diabétique.\n\nConclusion :\nPas de diabète.";
        var pipeline = new PipelineBuilder().AddText().Add(new ProbeComponent((context, _) => context.Add(
        [
            new Entity(TextSpan.FromLength(Text.IndexOf("diabète", StringComparison.Ordinal), 7), "b"),
            new Entity(TextSpan.FromLength(Text.IndexOf("diabétique", StringComparison.Ordinal), 10), "a"),
        ]))
        { Needed = [Layers.Sections] }).Build();
        var entities = pipeline.Process(Text, TestContext.Current.CancellationToken).Entities;
        Assert.Equal(["a", "b"], entities.Select(entity => entity.Label));
        Assert.Equal([SectionKind.FamilyHistory, SectionKind.Conclusion], entities.Select(entity => entity.Section!.Kind));
        Assert.True(entities[0].Section!.IsUnder(SectionKind.History));
        Assert.False(entities[1].Section!.IsUnder(SectionKind.History));
    }

    [Fact]
    public void Process_entityPastTheText_isRefused()
    {
        var pipeline = new PipelineBuilder().AddText().Add(new ProbeComponent((context, _) => context.Add([new Entity(new TextSpan(0, 99), "a")]))).Build();
        Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Process("Toux.", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Process_cancelled_throws()
    {
        using var stop = new CancellationTokenSource();
        var pipeline = new PipelineBuilder().Add(new ProbeComponent((_, _) => stop.Cancel())).AddText().Build();
        Assert.Throws<OperationCanceledException>(() => pipeline.Process("Toux.", stop.Token));
    }

    [Fact]
    public void Process_cancelledOnTheWay_endsBeforeTheText()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        Assert.ThrowsAny<OperationCanceledException>(() => TextAnalysis.Pipeline.Process(BadInput.HostileTexts.Make("titles", 8_000_000), stop.Token));
    }
}
