using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Writes a text again with a tag in the place of each identifier.</summary>
internal sealed class Redactor
{
    private readonly FrozenSet<string> _labels;
    private readonly ReplacementStyle _style;

    internal Redactor(PseudonymizationOptions options)
    {
        var unknown = options.ReplacedLabels.Except(IdentifierLabels.All).FirstOrDefault();
        if (unknown is not null) throw new ArgumentException($"'{unknown}' is not one of IdentifierLabels.", nameof(options));
        if (!Enum.IsDefined(options.Style)) throw new ArgumentException($"{options.Style} is not one of ReplacementStyle.", nameof(options));
        _labels = options.ReplacedLabels.ToFrozenSet(StringComparer.Ordinal);
        _style = options.Style;
    }

    /// <summary>Replaces the entities whose label is to be replaced.</summary>
    /// <param name="text">The raw text.</param>
    /// <param name="entities">The entities, which do not overlap, in text order.</param>
    /// <returns>The new text, the entities with their attribute <c>replacement</c>, and where each was and is.</returns>
    internal (string Text, SpanIndex<Entity> Entities, IReadOnlyList<Replacement> Replacements) Rewrite(string text, SpanIndex<Entity> entities)
    {
        var result = new StringBuilder(text.Length);
        var replacements = new List<Replacement>();
        var written = new List<Entity>(entities.Count);
        var numbers = new Dictionary<(string Tag, string Value), int>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var from = 0;
        foreach (var entity in entities)
        {
            if (!_labels.Contains(entity.Label))
            {
                written.Add(entity);
                continue;
            }

            var tag = Knowledge.Tags[entity.Label];
            if (_style == ReplacementStyle.IndexedTag) tag = Indexed(tag, Folding.Fold(entity.Span.Of(text)));
            tag = $"<{tag}>";
            result.Append(text, from, entity.Span.Start - from);
            replacements.Add(new Replacement(entity.Span, TextSpan.FromLength(result.Length, tag.Length)));
            result.Append(tag);
            from = entity.Span.End;
            written.Add(entity with { Attributes = new Dictionary<string, string>(entity.Attributes) { ["replacement"] = tag } });
        }

        return (result.Append(text, from, text.Length - from).ToString(), new SpanIndex<Entity>(written), replacements);

        string Indexed(string tag, string value)
        {
            if (!numbers.TryGetValue((tag, value), out var number))
            {
                counts[tag] = number = counts.GetValueOrDefault(tag) + 1;
                numbers[(tag, value)] = number;
            }

            return string.Create(CultureInfo.InvariantCulture, $"{tag}_{number}");
        }
    }
}
