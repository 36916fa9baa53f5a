using HealthNlp.Matching;
using HealthNlp.Pipelines;
using HealthNlp.Text;

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

    /// <summary>The terms of the allergy lexicon, none inside another: <see cref="AllergyComponent"/> reads them, since alone they say nothing.</summary>
    internal static Layer<IReadOnlyList<TermMatch<LexiconEntry>>> AllergyTerms { get; } = new("allergy terms");

    /// <inheritdoc/>
    public override string Name => "lexicons";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Normalized, Layers.Tokens, Layers.Sections];

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Gives { get; } = [Layers.Entities, AllergyTerms];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Knowledge => Digests.Value;

    /// <inheritdoc/>
    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (text, tokens) = (context.Get(Layers.Normalized), context.Get(Layers.Tokens));
        var (found, allergies) = (new List<TermMatch<LexiconEntry>>(), new List<TermMatch<LexiconEntry>>());
        var kept = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var match in ClinicalLexicon.Matcher.Value.Match(text, tokens, cancellationToken))
        {
            var label = match.Value.Label;
            // Names of drugs are long and rare enough to be known with one typing error; other words have neighbours that mean something else.
            if (match.Edits > 0 && label != LexiconLabels.Drug) continue;
            if (kept.TryGetValue(label, out var last) && match.Span.Start < last.End && match.Span != last) continue;
            if (Signed(match, text, tokens) is not { } span) continue;
            kept[label] = match.Span;
            if (label == LexiconLabels.Allergy) allergies.Add(match);
            else if (!match.Value.Concept.Properties.ContainsKey("ignore") && !IsSame(found, match.Value, span) && !IsTitle(match.Value, span, context.Get(Layers.Sections))) found.Add(match with { Span = span });
        }

        var sides = new SideFinder(text, tokens, found, cancellationToken);
        context.Add(found.Select(match => match.Value.At(match.Span, "lexicons", sides.SideOf(match))).ToList());
        context.Set(AllergyTerms, allergies);
    }

    // Two forms of one concept on the same words.
    private static bool IsSame(List<TermMatch<LexiconEntry>> found, LexiconEntry entry, TextSpan span) =>
        found.Count > 0 && found[^1].Span == span && ReferenceEquals(found[^1].Value.Concept, entry.Concept);

    // "Examen clinique" as a title tells where the findings stand, not that something was done.
    private static bool IsTitle(LexiconEntry entry, TextSpan span, SpanIndex<Section> sections) =>
        entry.Label == LexiconLabels.Examination && entry.Property("kind") == "clinical" && sections.At(span.Start).Any(section => section.Title.Contains(span));

    // The matcher compares words; a sign after them is compared here. Null when another sign or none stands there.
    private static TextSpan? Signed(TermMatch<LexiconEntry> match, NormalizedText text, SpanIndex<Token> tokens)
    {
        if (match.Value.Sign == '\0') return match.Span;
        var end = tokens[match.EndToken - 1].Normalized.End;
        if (text.Text[end - 1] == match.Value.Sign) return match.Span;
        if (end < text.Text.Length && text.Text[end] == ' ') end++;
        if (end >= text.Text.Length || text.Text[end] != match.Value.Sign) return null;
        return match.Span.Union(text.Map.ToRaw(TextSpan.FromLength(end, 1)));
    }
}
