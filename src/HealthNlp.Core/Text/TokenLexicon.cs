namespace HealthNlp.Text;

/// <summary>The closed lists that the tokenizer knows: abbreviations and units.</summary>
/// <remarks>Plain sets rather than frozen ones: they are made in a fraction of the time, and someone waits for a command line to start.</remarks>
internal static class TokenLexicon
{
    private static readonly Lazy<EmbeddedKnowledge> AbbreviationFile = EmbeddedKnowledge.Core("abbreviations.tsv");
    private static readonly Lazy<EmbeddedKnowledge> UnitFile = EmbeddedKnowledge.Core("units.tsv");

    private static readonly Lazy<Dictionary<string, bool>> AbbreviationTable =
        new(() => AbbreviationFile.Value.Rows.ToDictionary(row => row[0], row => row[1] == "yes", StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, bool>> UnitTable =
        new(() => UnitFile.Value.Rows.ToDictionary(row => row[0], row => row[1] == "alone", StringComparer.Ordinal));

    private static readonly HashSet<string> Elided = new HashSet<string>(
        ["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu", "entr"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> WholeWords = new HashSet<string>(
        ["aujourd'hui", "presqu'île", "presqu'ile", "presqu'îles", "quelqu'un", "quelqu'une", "prud'homme", "prud'hommes", "d'ailleurs"], StringComparer.OrdinalIgnoreCase);

    internal const int LongestAbbreviation = 8;
    internal const int LongestUnit = 10;

    internal static IEnumerable<EmbeddedKnowledge> Knowledge => [AbbreviationFile.Value, UnitFile.Value];

    /// <summary>Whether the text, period included, is an abbreviation.</summary>
    internal static bool IsAbbreviation(ReadOnlySpan<char> text) =>
        AbbreviationTable.Value.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text);

    /// <summary>Whether an abbreviation, period included, may also end a sentence.</summary>
    internal static bool MayEndSentence(ReadOnlySpan<char> abbreviation) =>
        AbbreviationTable.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(abbreviation, out var ends) && ends;

    /// <summary>Whether the text is a unit that may stand alone after a number.</summary>
    internal static bool IsUnit(ReadOnlySpan<char> text) =>
        UnitTable.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var alone) && alone;

    /// <summary>Whether the text is a unit of time, as in 500/24h.</summary>
    internal static bool IsTimeUnit(ReadOnlySpan<char> text) => text is "h" or "H" or "j" or "jr" or "jour" or "jours" or "min" or "mn" or "s" or "sem" or "mois" or "ans";

    /// <summary>Whether the text may be a part of a compound unit.</summary>
    internal static bool IsUnitPart(ReadOnlySpan<char> text) => UnitTable.Value.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text);

    /// <summary>Whether a word loses its last vowel before an apostrophe.</summary>
    internal static bool IsElided(ReadOnlySpan<char> word) => Elided.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a word with an apostrophe is one word.</summary>
    internal static bool IsWholeWord(ReadOnlySpan<char> word) => WholeWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
