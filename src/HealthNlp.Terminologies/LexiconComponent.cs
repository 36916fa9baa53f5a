using HealthNlp.Matching;
using HealthNlp.Pipelines;

namespace HealthNlp.Terminologies;

/// <summary>
/// Finds the terms of the shared lexicons in one pass and gives them as entities labelled as <see cref="LexiconLabels"/> says, each with its concept.
/// A part of the body, disease, symptom, procedure, device or examination whose own noun phrase names a side has the attribute <c>side</c>:
/// <c>right</c>, <c>left</c>, <c>bilateral</c> or <c>median</c>. Of terms of one label that overlap, the longest is kept; terms of two labels may overlap (<c>pneumopathie à pneumocoque</c>).
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LexiconComponent : PipelineComponent
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Digests = new(() => EmbeddedKnowledge.Digests([.. ClinicalLexicon.Knowledge.Value, SideLexicon.Knowledge.Value]));

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
        var (text, tokens) = (context.Get(Layers.Normalized), context.Get(Layers.Tokens));
        var found = new List<TermMatch<LexiconEntry>>();
        var kept = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var match in ClinicalLexicon.Matcher.Value.Match(text, tokens, cancellationToken))
        {
            var label = match.Value.Label;
            if (kept.TryGetValue(label, out var last) && match.Span.Start < last.End && match.Span != last) continue;
            kept[label] = match.Span;
            if (!match.Value.Concept.Properties.ContainsKey("ignore")) found.Add(match);
        }

        var sides = new SideFinder(text, tokens, found, cancellationToken);
        context.Add(found.Select(match => Entity(match, sides.SideOf(match))).ToList());
    }

    private static Entity Entity(TermMatch<LexiconEntry> match, string? side)
    {
        var concept = match.Value.Concept;
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["concept"] = concept.Code, ["preferred"] = concept.Display };
        if (side is not null) attributes["side"] = side;
        return new Entity(match.Span, match.Value.Label) { Concept = concept, Source = "lexicons", Attributes = attributes };
    }
}
