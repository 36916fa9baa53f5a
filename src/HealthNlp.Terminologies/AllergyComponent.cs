using HealthNlp.Matching;
using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>
/// Gives each allergy or intolerance as an entity <see cref="LexiconLabels.Allergy"/>: one for each substance (<c>allergie à la pénicilline et aux AINS</c>), or one
/// without substance where the report speaks of allergy alone (<c>pas d'allergie connue</c>, <c>Allergies : aucune</c>), so that it can be denied.
/// </summary>
/// <remarks>
/// Attributes: <c>nature</c> (<c>allergy</c>, <c>intolerance</c>, <c>sensitization</c>, <c>reaction</c>), <c>substance</c> (the preferred wording of a concept, else the
/// words of the report in lower case without accents) and <c>kind</c> (<c>drug</c>, <c>contrast</c>, <c>food</c>, <c>venom</c>, <c>respiratory</c>, <c>contact</c>,
/// <c>physical</c>, <c>other</c>), both missing when no substance is named. Comes after <see cref="LexiconComponent"/>, whose drugs it reads. Thread-safe.
/// </remarks>
public sealed class AllergyComponent : PipelineComponent
{
    // The label of the entities of the drug lexicon.
    private const string Drug = "Drug";

    /// <inheritdoc/>
    public override string Name => "allergies";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Normalized, Layers.Tokens, Layers.Sentences, Layers.Sections, Layers.Entities, LexiconComponent.AllergyTerms];

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Gives { get; } = [Layers.Entities];

    /// <inheritdoc/>
    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (normalized, tokens) = (context.Get(Layers.Normalized), context.Get(Layers.Tokens));
        var matches = context.Get(LexiconComponent.AllergyTerms);
        var cues = matches.Where(match => match.Value.Property("role") == "cue").ToList();
        if (cues.Count == 0) return;
        var text = new TokenText(normalized, tokens, context.Get(Layers.Sections));
        var terms = new Dictionary<int, TermMatch<LexiconEntry>>();
        foreach (var match in matches) terms.TryAdd(match.FirstToken, match);
        var reader = new AllergyReader(text, terms, Drugs(context.Get(Layers.Entities), tokens));
        var (found, read) = (new List<Entity>(), new HashSet<int>());
        for (var i = 0; i < cues.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (cue, entry) = (cues[i], cues[i].Value);
            var (end, title) = Reach(context, text, tokens, cue);
            var needs = entry.Property("needs");
            var (substances, answer, excepted) = reader.Read(cue.EndToken, end, needs == "link", entry.Property("nature") == "allergy" && needs != "substance");
            var first = true;
            foreach (var substance in substances.Where(substance => read.Add(substance.First)))
            {
                var words = tokens[substance.First].Span.Union(tokens[substance.End - 1].Span);
                found.Add(Make(first && !excepted && text.SameLine(cue.FirstToken, substance.First) ? cue.Span.Union(words) : words, entry, substance, normalized, tokens));
                first = false;
            }

            // A title is no fact, unless it is denied; nor is a cue when another one in its reach says more, or when the answer is that nobody knows.
            var again = i + 1 < cues.Count && cues[i + 1].FirstToken < end;
            if (substances.Count > 0 || needs.Length > 0 || again) continue;
            var denied = answer >= 0 && terms[answer].Value.Property("role") == "none";
            if (denied && !text.SameLine(cue.FirstToken, answer)) found.Add(Make(cue.Span, entry) with { Context = Denied(cue.Span, terms[answer].Span) });
            else if (denied || (title is null && answer < 0)) found.Add(Make(cue.Span, entry));
        }

        context.Add(found);
    }

    /// <summary>How far the substances may stand: in the sentence of the cue, or in the short section that it is the title of.</summary>
    private static (int End, Section? Title) Reach(AnalysisContext context, TokenText text, SpanIndex<Token> tokens, TermMatch<LexiconEntry> cue)
    {
        const int Most = 80;
        var sentence = context.Get(Layers.Sentences).At(cue.Span.Start).FirstOrDefault();
        var title = text.SectionAt(cue.FirstToken) is { } section && section.Title.Overlaps(cue.Span) ? section : null;
        var limit = title is { Kind: SectionKind.Allergies } ? Math.Max(title.Body.End, sentence.Span.End) : sentence.Span.End;
        var end = cue.EndToken;
        while (end < tokens.Count && end < cue.EndToken + Most && tokens[end].Span.Start < limit) end++;
        return (end, title);
    }

    // "Allergies" over the line "Aucune": no qualifier reaches over a line end.
    private static FactContext Denied(TextSpan title, TextSpan answer) =>
        new() { Assertion = Assertion.Absent, Certainty = 0.95, Scopes = [new QualifierScope(Qualifier.Negation, answer, title, "Negation: answer below the title")] };

    private static Dictionary<int, AllergySubstance> Drugs(SpanIndex<Entity> entities, SpanIndex<Token> tokens)
    {
        var drugs = new Dictionary<int, AllergySubstance>();
        var i = 0;
        foreach (var entity in entities.Where(entity => entity.Label == Drug))
        {
            while (i < tokens.Count && tokens[i].Span.Start < entity.Span.Start) i++;
            var end = i;
            while (end < tokens.Count && tokens[end].Span.Start < entity.Span.End) end++;
            if (end > i) drugs.TryAdd(i, new AllergySubstance(i, end, entity.Concept, entity.Concept?.Properties.GetValueOrDefault("kind") == "contrast" ? "contrast" : "drug"));
        }

        return drugs;
    }

    private static Entity Make(TextSpan span, LexiconEntry cue, AllergySubstance substance, NormalizedText normalized, SpanIndex<Token> tokens)
    {
        var (start, end) = (tokens[substance.First].Normalized.Start, tokens[substance.End - 1].Normalized.End);
        var entity = Make(span, cue);
        return entity with
        {
            Concept = substance.Concept,
            Attributes = new Dictionary<string, string>
            {
                ["nature"] = cue.Property("nature"),
                ["kind"] = substance.Kind,
                ["substance"] = substance.Concept?.Display ?? normalized.Folded[start..end],
            },
        };
    }

    private static Entity Make(TextSpan span, LexiconEntry cue)
    {
        var attributes = new Dictionary<string, string> { ["nature"] = cue.Property("nature") };
        if (cue.Property("kind") is { Length: > 0 } kind) attributes["kind"] = kind;
        return new Entity(span, LexiconLabels.Allergy) { Source = "allergies", Concept = cue.Concept, Attributes = attributes };
    }
}
