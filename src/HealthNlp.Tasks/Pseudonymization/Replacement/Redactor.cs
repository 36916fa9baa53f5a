using System.Globalization;
using System.Text;
using HealthNlp.Dates;

namespace HealthNlp.Pseudonymization;

/// <summary>Writes a text again with something else in the place of each identifier.</summary>
internal sealed class Redactor
{
    private const string Removed = "[…]";
    private const int TokenBytes = 6;

    private readonly Dictionary<string, ReplacementStrategy> _strategies;
    private readonly PseudonymizationKey? _key;
    private readonly ConsistencyScope _scope;
    private readonly int _weeks;
    private readonly bool _keepInitials;

    internal Redactor(PseudonymizationOptions options)
    {
        if (options.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem, nameof(options));
        _strategies = IdentifierLabels.All.ToDictionary(label => label, options.StrategyOf, StringComparer.Ordinal);
        (_key, _scope, _weeks, _keepInitials) = (options.Key, options.Scope, options.LargestDateShiftWeeks, options.KeepInitials);
    }

    /// <summary>Replaces the entities whose label is to be replaced.</summary>
    /// <param name="analyzed">The document.</param>
    /// <param name="entities">The entities, which do not overlap, in text order.</param>
    /// <returns>The new text, the entities with their attribute <c>replacement</c>, and where each was and is.</returns>
    internal (string Text, SpanIndex<Entity> Entities, IReadOnlyList<Replacement> Replacements) Rewrite(AnalyzedDocument analyzed, SpanIndex<Entity> entities)
    {
        var text = analyzed.Document.Text;
        var scope = _key is null ? null : new ReplacementScope(analyzed, _key, _scope);
        var dates = new Lazy<SpanIndex<DateMention>>(() => DocumentDates.Of(analyzed));
        var surrogates = scope is null ? null : new Surrogates(text, dates, entities, scope, _weeks, _keepInitials);
        var result = new StringBuilder(text.Length);
        var replacements = new List<Replacement>();
        var written = new List<Entity>(entities.Count);
        var numbers = new TagNumbers();
        var from = 0;
        for (var i = 0; i < entities.Count; i++)
        {
            var entity = entities[i];
            var strategy = _strategies[entity.Label];
            if (strategy == ReplacementStrategy.Keep)
            {
                written.Add(entity);
                continue;
            }

            var (tag, words) = (Knowledge.Tags[entity.Label], entity.Span.Of(text));
            var replacement = strategy switch
            {
                ReplacementStrategy.IndexedTag => $"<{tag}_{numbers.Of(tag, SameWords.Of(words)).ToString(CultureInfo.InvariantCulture)}>",
                ReplacementStrategy.Redact => Removed,
                ReplacementStrategy.Mask => Masked(words),
                ReplacementStrategy.Token => $"<{tag}_{Convert.ToHexStringLower(scope!.Fingerprint(entity.Label, SameWords.Of(words))[..TokenBytes])}>",
                ReplacementStrategy.Encrypt => EncryptedPseudonyms.Encrypt(_key!, tag, words, scope!.Id),
                ReplacementStrategy.Surrogate => surrogates!.Of(i),
                ReplacementStrategy.Generalize => Generalization.Of(text, dates, entity),
                _ => null,
            } ?? $"<{tag}>";
            result.Append(text, from, entity.Span.Start - from);
            replacements.Add(new Replacement(entity.Span, TextSpan.FromLength(result.Length, replacement.Length)));
            result.Append(replacement);
            from = entity.Span.End;
            written.Add(entity with { Attributes = new Dictionary<string, string>(entity.Attributes) { ["replacement"] = replacement } });
        }

        return (result.Append(text, from, text.Length - from).ToString(), new SpanIndex<Entity>(written), replacements);
    }

    private static string Masked(string words) => string.Create(words.Length, words, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++) target[i] = source[i] is '\n' or '\r' ? source[i] : '*';
    });

    /// <summary>The number of each value under its tag, in the order of the text.</summary>
    private sealed class TagNumbers
    {
        private readonly Dictionary<(string Tag, string Value), int> _numbers = [];
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        internal int Of(string tag, string value)
        {
            if (_numbers.TryGetValue((tag, value), out var number)) return number;
            return _numbers[(tag, value)] = _counts[tag] = _counts.GetValueOrDefault(tag) + 1;
        }
    }
}
