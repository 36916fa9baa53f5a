using HealthNlp.Pipelines;

namespace HealthNlp.Terminologies;

/// <summary>
/// Finds the terms of the shared lexicons in one pass and gives them as entities labelled as <see cref="LexiconLabels"/> says, each with its concept.
/// Of terms of one label that overlap, the longest is kept; terms of two labels may overlap (<c>pneumopathie à pneumocoque</c>).
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LexiconComponent : PipelineComponent
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Digests = new(() => EmbeddedKnowledge.Digests(ClinicalLexicon.Knowledge.Value));

    /// <inheritdoc/>
    public override string Name => "lexicons";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Normalized, Layers.Tokens];

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Gives { get; } = [Layers.Entities];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Knowledge => Digests.Value;

    /// <inheritdoc/>
    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = new List<Entity>();
        var kept = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var match in ClinicalLexicon.Matcher.Value.Match(context.Get(Layers.Normalized), context.Get(Layers.Tokens), cancellationToken))
        {
            var (label, concept) = (match.Value.Label, match.Value.Concept);
            // Names of drugs are long and rare enough to be known with one typing error; other words have neighbours that mean something else.
            if (match.Edits > 0 && label != LexiconLabels.Drug) continue;
            if (kept.TryGetValue(label, out var last) && match.Span.Start < last.End && match.Span != last) continue;
            kept[label] = match.Span;
            found.Add(new Entity(match.Span, label)
            {
                Concept = concept,
                Source = "lexicons",
                Attributes = new Dictionary<string, string> { ["concept"] = concept.Code, ["preferred"] = concept.Display },
            });
        }

        context.Add(found);
    }
}
