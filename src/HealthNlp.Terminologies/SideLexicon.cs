using System.Collections.Frozen;
using HealthNlp.Matching;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>The words of side, and the words that shape a noun phrase, of <c>sides.tsv</c>.</summary>
internal static class SideLexicon
{
    internal static Lazy<EmbeddedKnowledge> Knowledge { get; } = new(() => EmbeddedKnowledge.Load(typeof(SideLexicon).Assembly, "sides.tsv"));

    /// <summary>Finds the words of side.</summary>
    internal static Lazy<TermMatcher<SideWord>> Matcher { get; } = new(() => new TermMatcher<SideWord>(Rows("value").SelectMany(row =>
    {
        var word = new SideWord(row.Value, row.Properties.Contains("after=anatomy", StringComparison.Ordinal));
        return row.Forms.Select(form => new Term<SideWord>(form.TrimStart('='), word) { CaseSensitive = form[0] == '=' || WordForms.IsShortForm(form) });
    })));

    /// <summary>The part that a word plays, by its folded form.</summary>
    internal static Lazy<FrozenDictionary<string, PhraseWord>> Words { get; } = new(() => Rows("word")
        .SelectMany(row => row.Forms.Select(form => (Form: LatinLetters.Fold(form), Word: Enum.Parse<PhraseWord>(row.Value, ignoreCase: true))))
        .DistinctBy(word => word.Form)
        .ToFrozenDictionary(word => word.Form, word => word.Word, StringComparer.Ordinal));

    private static IEnumerable<(string[] Forms, string Value, string Properties)> Rows(string property) => Knowledge.Value.Rows
        .Where(row => row[2].StartsWith(property, StringComparison.Ordinal))
        .Select(row => (row[1].Split(';'), row[2].Split(';')[0][(property.Length + 1)..], row[2]));
}

/// <summary>What a word of side says.</summary>
/// <param name="Value"><c>right</c>, <c>left</c>, <c>bilateral</c>, <c>median</c>, or <c>none</c>.</param>
/// <param name="AfterAnatomy">Whether it counts only just after a part of the body, a procedure or a device (<c>sein G</c>).</param>
internal sealed record SideWord(string Value, bool AfterAnatomy);

/// <summary>The part that a word plays in a noun phrase.</summary>
internal enum PhraseWord
{
    /// <summary>Any other word: it is taken for an adjective or a noun of the phrase.</summary>
    Other,

    /// <summary>Leads to a complement: <c>de</c>.</summary>
    Of,

    /// <summary>Leads to a complement of place when a part of the body or a side follows: <c>à</c>, <c>sur</c>.</summary>
    Place,

    /// <summary><c>au niveau de</c>, <c>en regard de</c>.</summary>
    Level,

    /// <summary>Both of a pair: <c>les deux genoux</c>.</summary>
    Two,

    /// <summary>Begins another phrase unless it follows <see cref="Of"/> or <see cref="Place"/>.</summary>
    Determiner,

    /// <summary>Leads to a part alike: <c>et</c>.</summary>
    Join,

    /// <summary>The phrase is over.</summary>
    End,
}
