using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Qualifiers;

/// <summary>Gives the scopes of the cues; independent of the entities.</summary>
internal sealed class QualifierComponent() : TextComponent(
    "qualifiers", [Layers.Normalized, Layers.Tokens, Layers.Sections, Layers.Sentences, Layers.Dates], Layers.Qualifiers, () => CueLexicon.Knowledge)
{
    internal override void Prepare()
    {
        _ = CueLexicon.Default;
    }

    public override void Process(AnalysisContext context, CancellationToken cancellationToken) => context.Set(Layers.Qualifiers, QualifierFinder.Find(
        context.Document,
        context.Get(Layers.Normalized),
        context.Get(Layers.Tokens),
        context.Get(Layers.Sentences),
        context.Get(Layers.Sections),
        context.Get(Layers.Dates),
        cancellationToken));
}
