using System.Globalization;
using HealthNlp.Pipelines;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// How alike the documents of a corpus are in what identifies nobody alone: age and sex where the analysis tells them, town, postal code, profession, nationality, country, family status and birth date as far as they
/// still stand in the rewritten texts. Indicators for a human reviewer; they certify nothing.
/// </summary>
/// <remarks>Thread-safe: documents may be added from several threads.</remarks>
public sealed class QuasiIdentifierSummary
{
    private const int SmallGroup = 5;

    // A year.
    private const int LongestGeneral = 4;

    private static readonly string[] Labels =
    [
        IdentifierLabels.City, IdentifierLabels.PostalCode, IdentifierLabels.SocialIdentity, IdentifierLabels.Nationality, IdentifierLabels.Country, IdentifierLabels.FamilyStatus, IdentifierLabels.BirthDate,
    ];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, HashSet<string>> _values = new(StringComparer.Ordinal);

    /// <summary>The number of documents.</summary>
    public int Documents { get; private set; }

    /// <summary>How many documents are like no other.</summary>
    public int Unique => Within(1);

    /// <summary>How many documents are like at most four others.</summary>
    public int InSmallGroups => Within(SmallGroup);

    /// <summary>How many different values each kind has (<c>age</c>, <c>sex</c> and labels of <see cref="IdentifierLabels"/>); kinds of which nothing is left are not there.</summary>
    public IReadOnlyDictionary<string, int> DistinctValues
    {
        get
        {
            lock (_lock) return _values.ToDictionary(pair => pair.Key, pair => pair.Value.Count, StringComparer.Ordinal);
        }
    }

    /// <summary>Adds a document.</summary>
    /// <param name="result">The rewritten document. Its age and sex count when it was pseudonymized from an analysis that tells the stay (<c>HealthNlpEngine.Analyze</c>).</param>
    public void Add(PseudonymizationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var values = Values(result).Distinct().OrderBy(pair => pair.Kind, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal).ToList();
        lock (_lock)
        {
            Documents++;
            var group = string.Join('\n', values);
            _groups[group] = _groups.GetValueOrDefault(group) + 1;
            foreach (var (kind, value) in values)
            {
                if (!_values.TryGetValue(kind, out var known)) _values[kind] = known = new HashSet<string>(StringComparer.Ordinal);
                known.Add(value);
            }
        }
    }

    private int Within(int largest)
    {
        lock (_lock) return _groups.Values.Where(count => count <= largest).Sum();
    }

    private static IEnumerable<(string Kind, string Value)> Values(PseudonymizationResult result)
    {
        if (result.Analyzed.Has(Layers.Stay))
        {
            var stay = result.Analyzed.Stay;
            if (stay.Age is { } age) yield return ("age", string.Create(CultureInfo.InvariantCulture, $"{age.Value.Value} {age.Value.Unit}"));
            if (stay.Sex is { } sex) yield return ("sex", sex.Value.ToString());
        }

        foreach (var entity in result.Entities.Where(entity => Labels.Contains(entity.Label)))
        {
            // What was replaced by a tag, a mask or a fictional value tells nothing; a less precise value does.
            if (!entity.Attributes.TryGetValue("replacement", out var replacement)) yield return (entity.Label, Folding.Fold(entity.Span.Of(result.Document.Text)));
            else if (replacement.Length is > 0 and <= LongestGeneral && replacement.All(char.IsAsciiDigit)) yield return (entity.Label, replacement);
        }
    }
}
