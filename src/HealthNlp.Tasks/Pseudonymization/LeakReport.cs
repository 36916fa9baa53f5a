using System.Buffers;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// What of the known and the found identity still stands in a rewritten text, and what a second reading of it finds. Indicators for a human reviewer: an empty report certifies nothing, for what
/// nobody knew and no rule found is not in it.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class LeakReport
{
    private const int ShortestName = 3;
    private const int ShortestNumber = 4;

    private static readonly HashSet<string> DirectLabels = new(StringComparer.Ordinal)
    {
        IdentifierLabels.LastName, IdentifierLabels.FirstName, IdentifierLabels.BirthDate, IdentifierLabels.IdentifierCode, IdentifierLabels.Address, IdentifierLabels.Email, IdentifierLabels.Phone,
    };

    private LeakReport(IReadOnlyList<Leak> leaks)
    {
        Leaks = leaks;
    }

    /// <summary>The suspect places of <see cref="PseudonymizationResult.Text"/>, in text order. Identified data.</summary>
    public IReadOnlyList<Leak> Leaks { get; }

    /// <summary>A short word for people: <c>none seen</c>, <c>to review</c> when only a second reading finds something, <c>leak</c> when a value of the identity stands there.</summary>
    public string Level => Leaks.Count == 0 ? "none seen" : Leaks.All(leak => leak.Kind == LeakKind.FoundAgain) ? "to review" : "leak";

    /// <summary>Reads a rewritten text again.</summary>
    /// <param name="result">The rewritten document.</param>
    /// <param name="pseudonymizer">What reads the rewritten text a second time; <see langword="null"/> to compare values only.</param>
    /// <param name="cancellationToken">Ends a long run.</param>
    /// <returns>What was seen.</returns>
    public static LeakReport Of(PseudonymizationResult result, IPseudonymizer? pseudonymizer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        var replaced = new SpanIndex<Spanned>(result.Replacements.Select(replacement => new Spanned(replacement.Rewritten)));
        var leaks = new List<Leak>();
        var kept = result.Entities.Where(entity => !entity.Attributes.ContainsKey("replacement")).Select(entity => entity.Span.Of(result.Document.Text)).ToHashSet(StringComparer.Ordinal);
        var known = result.Document.Patient is { } patient ? patient.Names.Concat(patient.Identifiers) : [];
        Find(result.Text, known, LeakKind.KnownIdentity);
        Find(
            result.Text,
            result.Entities.Where(entity => DirectLabels.Contains(entity.Label) && entity.Attributes.ContainsKey("replacement")).Select(entity => entity.Span.Of(result.Document.Text)).Where(value => !kept.Contains(value)),
            LeakKind.FoundValue);
        if (pseudonymizer is not null)
        {
            foreach (var entity in pseudonymizer.Pseudonymize(new Document(result.Document.Id, result.Text) { StayId = result.Document.StayId, PatientId = result.Document.PatientId }, cancellationToken).Entities)
            {
                if (DirectLabels.Contains(entity.Label) && !IsReplaced(entity.Span) && !kept.Contains(entity.Span.Of(result.Text))) leaks.Add(new Leak(entity.Span, LeakKind.FoundAgain, entity.Label));
            }
        }

        return new LeakReport([.. leaks.DistinctBy(leak => leak.Span).OrderBy(leak => leak.Span)]);

        void Find(string text, IEnumerable<string> values, LeakKind kind)
        {
            var wanted = values.Select(Alike).Where(IsTelling).Distinct(StringComparer.Ordinal).ToArray();
            if (wanted.Length == 0) return;
            var any = SearchValues.Create(wanted, StringComparison.Ordinal);
            var lengths = wanted.Select(value => value.Length).Distinct().OrderDescending().ToArray();
            var all = wanted.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
            var folded = Alike(text).AsSpan();
            for (var at = 0; at < folded.Length;)
            {
                var next = folded[at..].IndexOfAny(any);
                if (next < 0) break;
                at += next;
                foreach (var length in lengths)
                {
                    if (at + length > folded.Length || !all.Contains(folded.Slice(at, length))) continue;
                    var span = TextSpan.FromLength(at, length);
                    if (IsWhole(text, span) && !IsReplaced(span)) leaks.Add(new Leak(span, kind, ""));
                }

                at++;
            }
        }

        bool IsReplaced(TextSpan span) => replaced.Overlapping(span).Any();
    }

    // Le Goff, LE-GOFF, and Le Goff over two lines; the length does not change.
    private static string Alike(string text) => LatinLetters.Fold(text).Replace('-', ' ').Replace('\n', ' ').Replace('\u00a0', ' ').Replace('’', '\'');

    private static bool IsTelling(string value) => value.Length >= (value.Any(char.IsAsciiDigit) ? ShortestNumber : ShortestName);

    private static bool IsWhole(string text, TextSpan span) =>
        (span.Start == 0 || !char.IsLetterOrDigit(text[span.Start - 1]) || !char.IsLetterOrDigit(text[span.Start]))
        && (span.End == text.Length || !char.IsLetterOrDigit(text[span.End]) || !char.IsLetterOrDigit(text[span.End - 1]));

    private sealed record Spanned(TextSpan Span) : ISpanned;
}

/// <summary>A suspect place of a rewritten text.</summary>
/// <param name="Span">Its place in <see cref="PseudonymizationResult.Text"/>.</param>
/// <param name="Kind">Why it is suspect.</param>
/// <param name="Label">The label of what was found there, of <see cref="LeakKind.FoundAgain"/>; empty otherwise.</param>
public readonly record struct Leak(TextSpan Span, LeakKind Kind, string Label);

/// <summary>Why a place of a rewritten text is suspect.</summary>
public enum LeakKind
{
    /// <summary>A name or number of <see cref="Document.Patient"/> stands there.</summary>
    KnownIdentity,

    /// <summary>A direct identifier that was replaced elsewhere stands there.</summary>
    FoundValue,

    /// <summary>A second reading finds a direct identifier there.</summary>
    FoundAgain,
}
