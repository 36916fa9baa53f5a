using HealthNlp.Text;

namespace HealthNlp.Quantities;

/// <summary>The words of <c>Data/quantity_words.tsv</c>.</summary>
internal static class QuantityWords
{
    internal static readonly Lazy<EmbeddedKnowledge> Knowledge = EmbeddedKnowledge.Core("quantity_words.tsv");

    private static readonly (string Kind, QuantityComparator Comparator)[] ComparatorKinds =
    [
        ("less", QuantityComparator.Less), ("at-most", QuantityComparator.LessOrEqual), ("more", QuantityComparator.Greater),
        ("at-least", QuantityComparator.GreaterOrEqual), ("about", QuantityComparator.Approximate),
    ];

    private static readonly Lazy<PhraseTable<object>> ComparatorTable = new(() => new PhraseTable<object>(
        ComparatorKinds.SelectMany(pair => Wordings(pair.Kind).Select(wording => (wording, (object)pair.Comparator)))));

    private static readonly Lazy<PhraseTable<string>> ChangeTable = new(() => new PhraseTable<string>(Wordings("change").Select(wording => (wording, wording))));
    private static readonly Lazy<PhraseTable<string>> OxygenTable = new(() => new PhraseTable<string>(Wordings("oxygen").Select(wording => (wording, wording))));
    private static readonly Lazy<PhraseTable<string>> ReferenceTable = new(() => new PhraseTable<string>(Wordings("reference").Select(wording => (wording, wording))));
    private static readonly Lazy<PhraseTable<string>> ColumnTable = new(() => new PhraseTable<string>(
        new[] { "column-name", "column-unit", "column-reference" }.SelectMany(kind => Wordings(kind).Select(wording => (wording, kind)))));

    private static readonly Lazy<WordSet> FillerSet = Of("filler");
    private static readonly Lazy<WordSet> ThenSet = Of("then");
    private static readonly Lazy<WordSet> NoValueSet = Of("no-value");
    private static readonly Lazy<WordSet> DatedSet = Of("dated");
    private static readonly Lazy<WordSet> PlaceSet = Of("place");
    private static readonly Lazy<WordSet> BetweenSet = Of("between");
    private static readonly Lazy<Dictionary<string, QuantityInterpretation>> FlagTable = new(Flags);

    internal static PhraseTable<string> Changes => ChangeTable.Value;

    /// <summary>What follows a saturation: en air ambiant.</summary>
    internal static PhraseTable<string> Oxygen => OxygenTable.Value;

    internal static PhraseTable<string> References => ReferenceTable.Value;

    /// <summary>What a column holds.</summary>
    internal static PhraseTable<string> Columns => ColumnTable.Value;

    internal static WordSet Fillers => FillerSet.Value;

    internal static WordSet Then => ThenSet.Value;

    internal static WordSet NoValue => NoValueSet.Value;

    internal static WordSet Dated => DatedSet.Value;

    /// <summary>Words before a number with a letter that names a place: station 10L.</summary>
    internal static WordSet Places => PlaceSet.Value;

    internal static WordSet Between => BetweenSet.Value;

    /// <summary>The comparator that begins at a token.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    internal static int Comparator(TokenText text, int at, out QuantityComparator comparator)
    {
        var length = ComparatorTable.Value.Match(text, at, out var found);
        comparator = length > 0 ? (QuantityComparator)found : QuantityComparator.None;
        return length;
    }

    /// <summary>What a mark beside a result says; <see cref="QuantityInterpretation.None"/> of any other word.</summary>
    internal static QuantityInterpretation Flag(ReadOnlySpan<char> written) =>
        FlagTable.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var flag) ? flag : QuantityInterpretation.None;

    private static Dictionary<string, QuantityInterpretation> Flags()
    {
        var flags = new Dictionary<string, QuantityInterpretation>(StringComparer.Ordinal);
        foreach (var flag in Enum.GetValues<QuantityInterpretation>())
        {
            foreach (var wording in Wordings(flag.ToString().ToLowerInvariant())) flags[wording] = flag;
        }

        return flags;
    }

    private static IEnumerable<string> Wordings(string kind) => Knowledge.Value.Rows.Where(row => row[0] == kind).SelectMany(row => row[1].Split("; "));

    private static Lazy<WordSet> Of(string kind) => new(() => new WordSet(Wordings(kind)));
}
