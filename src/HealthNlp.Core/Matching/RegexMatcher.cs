using System.Text.RegularExpressions;
using HealthNlp.Text;

namespace HealthNlp.Matching;

/// <summary>Finds contextual facts by patterns, sentence by sentence, with what must stand around them, what must not, and the values that they give.</summary>
/// <remarks>Immutable and thread-safe. Patterns run without backtracking, so that time grows with the length of the text whatever the caller wrote.</remarks>
public sealed class RegexMatcher
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private readonly List<Compiled> _rules;

    /// <summary>Compiles rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <exception cref="ArgumentException">A pattern is no regular expression, asks for what does not run without backtracking, or an assigned group does not exist.</exception>
    public RegexMatcher(IEnumerable<RegexRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules.Select(rule => new Compiled(rule))];
    }

    /// <summary>Finds the facts of a text.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>Entities, in text order; a rule gives none that overlaps another of its own.</returns>
    /// <exception cref="RegexMatchTimeoutException">A pattern ran for ten seconds on one sentence.</exception>
    public SpanIndex<Entity> Match(NormalizedText text, SpanIndex<Sentence> sentences, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        var found = new List<Entity>();
        foreach (var sentence in sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var place = text.Map.ToNormalized(sentence.Span);
            var folded = text.Folded.Substring(place.Start, place.Length);
            foreach (var rule in _rules) rule.Find(folded, place.Start, text, found);
        }

        return new SpanIndex<Entity>(found);
    }

    private sealed class Compiled
    {
        private readonly RegexRule _rule;
        private readonly Regex _pattern;
        private readonly Regex? _before;
        private readonly Regex? _after;
        private readonly Regex? _exclude;

        internal Compiled(RegexRule rule)
        {
            ArgumentNullException.ThrowIfNull(rule);
            _rule = rule;
            _pattern = Compile(rule, rule.Pattern)!;
            _before = Compile(rule, rule.Before);
            _after = Compile(rule, rule.After);
            _exclude = Compile(rule, rule.Exclude);
            foreach (var value in rule.Assign.Values)
            {
                if (value.StartsWith('$') && !_pattern.GetGroupNames().Contains(value[1..])) throw new ArgumentException($"The rule '{rule.Name}' assigns a group that its pattern lacks: '{value}'.");
            }
        }

        internal void Find(string sentence, int offset, NormalizedText text, List<Entity> found)
        {
            var match = _pattern.Match(sentence);
            if (!match.Success || (_exclude?.IsMatch(sentence) ?? false)) return;

            // The first place where the context before is complete and the last where the one after still begins: found once for the sentence.
            var beforeEnd = _before is null ? 0 : _before.Match(sentence) is { Success: true } before ? before.Index + before.Length : int.MaxValue;
            var afterStart = _after is null ? int.MaxValue : LastStart(_after, sentence);
            for (; match.Success; match = match.NextMatch())
            {
                if (match.Length == 0 || match.Index < beforeEnd || match.Index + match.Length > afterStart) continue;
                var span = text.Map.ToRaw(TextSpan.FromLength(offset + match.Index, match.Length));
                found.Add(new Entity(span, _rule.Label) { Source = _rule.Name, Attributes = Values(match, offset, text) });
            }
        }

        private Dictionary<string, string> Values(Match match, int offset, NormalizedText text)
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in _rule.Assign)
            {
                if (!value.StartsWith('$')) values[name] = value;
                else if (match.Groups[value[1..]] is { Success: true } group) values[name] = text.Text.Substring(offset + group.Index, group.Length);
            }

            return values;
        }

        private static int LastStart(Regex pattern, string sentence)
        {
            var last = -1;
            for (var match = pattern.Match(sentence); match.Success; match = match.NextMatch()) last = match.Index;
            return last;
        }

        private static Regex? Compile(RegexRule rule, string? pattern)
        {
            try
            {
                return pattern is null ? null : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Timeout);
            }
            catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
            {
                throw new ArgumentException($"The rule '{rule.Name}' has a pattern that cannot run: {exception.Message}", exception);
            }
        }
    }
}
