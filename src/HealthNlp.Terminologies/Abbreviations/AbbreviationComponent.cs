using System.Globalization;
using HealthNlp.Pipelines;

namespace HealthNlp.Terminologies;

/// <summary>
/// Expands abbreviations, the meaning chosen by what the report says around: entities <see cref="LexiconLabels.Abbreviation"/> with <c>status</c>
/// (<c>resolved</c>, <c>unresolved</c>), <c>expansion</c> when resolved, <c>senses</c> when there are several, <c>because</c> (the words or the rule that decided)
/// and <c>certainty</c>. An abbreviation that nothing decides is reported, not guessed. A resolved one whose wording stands in a shared lexicon also gives the
/// entity of that lexicon.
/// </summary>
/// <remarks>Thread-safe. A text may define its own: <c>récepteurs à la progestérone (RP)</c>; the definition then holds for the whole document.</remarks>
public sealed class AbbreviationComponent : PipelineComponent
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Digests = new(() => EmbeddedKnowledge.Digests(AbbreviationLexicon.Knowledge));
    private readonly Lazy<AbbreviationLexicon> _lexicon;

    /// <summary>Makes the component.</summary>
    /// <param name="own">Meanings of the hospital, beside those of the library; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A meaning cannot be looked for: an empty abbreviation, expansion or word, one without letter or digit, an unknown field.</exception>
    public AbbreviationComponent(IEnumerable<AbbreviationSense>? own = null)
    {
        AbbreviationSense[] senses = [.. own ?? []];
        for (var i = 0; i < senses.Length; i++)
        {
            if (AbbreviationLexicon.FaultOf(senses[i]) is { } fault) throw new ArgumentException($"The abbreviation number {i + 1} of {senses.Length}: {fault}", nameof(own));
        }

        _lexicon = new Lazy<AbbreviationLexicon>(() => AbbreviationLexicon.With(senses));
    }

    /// <inheritdoc/>
    public override string Name => "abbreviations";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Normalized, Layers.Tokens, Layers.Sections, Layers.Sentences];

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Gives { get; } = [Layers.Entities];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Knowledge => Digests.Value;

    internal override void Prepare()
    {
        _ = _lexicon.Value;
    }

    /// <inheritdoc/>
    public override void Process(AnalysisContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var known = new HashSet<(TextSpan, string)>(context.Get(Layers.Entities).Select(entity => (entity.Span, entity.Label)));
        var (found, other) = (new List<Entity>(), new HashSet<(TextSpan, string)>());
        foreach (var reading in new AbbreviationReader(_lexicon.Value, context, cancellationToken).Read(cancellationToken))
        {
            var meant = reading.Expansion is null ? null : ConceptOf(reading.Expansion);
            foreach (var sense in reading.Senses)
            {
                if (sense.Expansion != reading.Expansion && ConceptOf(sense.Expansion) is { } concept && concept != meant) other.Add((reading.Span, concept));
            }

            found.Add(new Entity(reading.Span, LexiconLabels.Abbreviation) { Source = "abbreviations", Attributes = Attributes(reading) });
            if (reading.Expansion is not null && ClinicalLexicon.Named(reading.Expansion) is { } entry && known.Add((reading.Span, entry.Label)))
            {
                found.Add(entry.At(reading.Span, "abbreviations"));
            }
        }

        // What a lexicon took for a meaning that the abbreviation has not here: EP is an embolism there, an exchange of plasma beside "séances".
        if (other.Count > 0) context.Withdraw(entity => entity.Source == "lexicons" && entity.Concept is { } concept && other.Contains((entity.Span, concept.ToString())));
        context.Add(found);
    }

    private static string? ConceptOf(string wording) => ClinicalLexicon.Named(wording)?.Concept.ToString();

    private static Dictionary<string, string> Attributes(AbbreviationReading reading)
    {
        var attributes = new Dictionary<string, string> { ["status"] = reading.Expansion is null ? "unresolved" : "resolved" };
        if (reading.Senses.Count > 1) attributes["senses"] = string.Join("; ", reading.Senses.Select(sense => sense.Expansion).Where(sense => sense != AbbreviationLexicon.NoAbbreviation));
        if (reading.Expansion is null) return attributes;
        attributes["expansion"] = reading.Expansion;
        attributes["because"] = reading.Because;
        attributes["certainty"] = reading.Certainty.ToString("0.##", CultureInfo.InvariantCulture);
        return attributes;
    }
}
