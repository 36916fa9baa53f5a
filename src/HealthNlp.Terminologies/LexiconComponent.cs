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

    private const int ShortestPart = 4;

    /// <inheritdoc/>
    public override string Name => "lexicons";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Normalized, Layers.Tokens, Layers.Sections];

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Gives { get; } = [Layers.Entities, AllergyTerms];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Knowledge => Digests.Value;

    internal override void Prepare()
    {
        ClinicalLexicon.Prepare();
        _ = SideLexicon.Matcher.Value;
        _ = SideLexicon.Words.Value;
    }

    /// <inheritdoc/>
    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (text, tokens, sections) = (context.Get(Layers.Normalized), context.Get(Layers.Tokens), context.Get(Layers.Sections));
        var (found, allergies) = (new List<TermMatch<LexiconEntry>>(), new List<TermMatch<LexiconEntry>>());
        var kept = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var match in ClinicalLexicon.Matcher.Value.Match(text, tokens, cancellationToken))
        {
            var label = match.Value.Label;
            // Names of drugs are long and rare enough to be known with one typing error; other words have neighbours that mean something else.
            if (match.Edits > 0 && label != LexiconLabels.Drug) continue;
            if (kept.TryGetValue(label, out var last) && match.Span.Start < last.End && match.Span != last) continue;
            if (Signed(match, text, tokens) is not { } span || IsName(match, text, tokens)) continue;
            kept[label] = match.Span;
            if (label == LexiconLabels.Allergy) allergies.Add(match);
            else if (!match.Value.Concept.Properties.ContainsKey("ignore") && !IsSame(found, match.Value, span) && !IsTitle(match.Value, span, sections)) found.Add(match with { Span = span });
        }

        AddChains(found, text, tokens);
        var sides = new SideFinder(text, tokens, found, cancellationToken);
        context.Add(found.Select(match => match.Value.At(match.Span, "lexicons", sides.SideOf(match))).ToList());
        context.Set(AllergyTerms, allergies);
    }

    // CISPLATINE-GEMCITABINE: drugs in one word, unless it is the name of an association.
    private static void AddChains(List<TermMatch<LexiconEntry>> found, NormalizedText text, SpanIndex<Token> tokens)
    {
        var chains = new List<TermMatch<LexiconEntry>>();
        var covered = found.Where(match => match.Value.Label == LexiconLabels.Drug).Select(match => match.Span.Start).ToHashSet();
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Normalized;
            if (tokens[i].Kind != TokenKind.Word || word.Length < 2 * ShortestPart || covered.Contains(tokens[i].Span.Start)) continue;
            if (!text.Text.AsSpan(word.Start, word.Length).Contains('-')) continue;
            var parts = new List<TermMatch<LexiconEntry>>();
            var at = word.Start;
            foreach (var part in text.Text[word.Start..word.End].Split('-'))
            {
                if (part.Length < ShortestPart || ClinicalLexicon.Drug(part) is not { } entry || entry.Concept.Properties.ContainsKey("ignore")) break;
                parts.Add(new TermMatch<LexiconEntry>(text.Map.ToRaw(TextSpan.FromLength(at, part.Length)), entry, i, i + 1, 0));
                at += part.Length + 1;
            }

            if (parts.Count > 1 && at == word.End + 1) chains.AddRange(parts);
        }

        if (chains.Count == 0) return;
        var all = found.Concat(chains).OrderBy(match => match.Span).ToList();
        found.Clear();
        found.AddRange(all);
    }

    // Two forms of one concept on the same words.
    private static bool IsSame(List<TermMatch<LexiconEntry>> found, LexiconEntry entry, TextSpan span) =>
        found.Count > 0 && found[^1].Span == span && ReferenceEquals(found[^1].Value.Concept, entry.Concept);

    // Mme Angine, Dr Lasilix: a person. Not "Sexe : M. Diabète".
    private static bool IsName(TermMatch<LexiconEntry> match, NormalizedText text, SpanIndex<Token> tokens)
    {
        var (before, own) = (match.FirstToken - 1, tokens[match.FirstToken].Normalized);
        if (before < 0 || !char.IsUpper(text.Text[own.Start]) || !LineWrap.IsTitle(Word(before))) return false;
        return before == 0 || Word(before - 1) is not ":";

        ReadOnlySpan<char> Word(int i) => text.Text.AsSpan(tokens[i].Normalized.Start, tokens[i].Normalized.Length);
    }

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
