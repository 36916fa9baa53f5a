using HealthNlp.Pipelines;

namespace HealthNlp.Text;

/// <summary>A component whose name, layers and knowledge files are given when it is made.</summary>
internal abstract class TextComponent(string name, Layer[] needs, Layer gives, Func<IEnumerable<EmbeddedKnowledge>> knowledge) : PipelineComponent
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> _knowledge = new(() => EmbeddedKnowledge.Digests(knowledge()));

    public override string Name => name;
    public override IReadOnlyList<Layer> Needs => needs;
    public override IReadOnlyList<Layer> Gives { get; } = [gives];
    public override IReadOnlyDictionary<string, string> Knowledge => _knowledge.Value;
}

internal sealed class NormalizationComponent() : TextComponent("normalization", [], Layers.Normalized, () => [LatinLetters.Knowledge, LineWrap.Knowledge])
{
    public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
        context.Set(Layers.Normalized, TextNormalizer.Default.Normalize(context.Document.Text));
}

internal sealed class NoiseComponent() : TextComponent("noise", [Layers.Normalized], Layers.Noise, () => [NoiseDetector.Knowledge])
{
    public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
        context.Set(Layers.Noise, new SpanIndex<Noise>(context.Get(Layers.Normalized).Noise));
}

internal sealed class TokenizationComponent() : TextComponent("tokens", [Layers.Normalized], Layers.Tokens, () => TokenLexicon.Knowledge)
{
    public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
        context.Set(Layers.Tokens, FrenchTokenizer.Tokenize(context.Get(Layers.Normalized), cancellationToken));
}

internal sealed class SectionComponent() : TextComponent("sections", [Layers.Normalized], Layers.Sections, () => SectionLexicon.Knowledge)
{
    public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
        context.Set(Layers.Sections, SectionDetector.Detect(context.Get(Layers.Normalized), cancellationToken));
}

internal sealed class SentenceComponent() : TextComponent("sentences", [Layers.Normalized, Layers.Tokens, Layers.Noise], Layers.Sentences, () => [SentenceSplitter.Knowledge])
{
    public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
        context.Set(Layers.Sentences, SentenceSplitter.Split(context.Get(Layers.Normalized), context.Get(Layers.Tokens), context.Get(Layers.Noise), cancellationToken));
}

internal sealed class ProfileComponent() : TextComponent("profile", [Layers.Normalized, Layers.Tokens, Layers.Sections], Layers.Profile, () => [ProfileDetector.Knowledge])
{
    public override void Process(AnalysisContext context, CancellationToken cancellationToken) =>
        context.Set(Layers.Profile, ProfileDetector.Detect(context.Get(Layers.Normalized), context.Get(Layers.Tokens), context.Get(Layers.Sections)));
}
