using System.Globalization;
using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>What a phrase that is a date by itself says: so many units before or after.</summary>
/// <param name="FromEvent">Whether it is counted from an event (la veille), not from the day of writing (hier).</param>
/// <param name="Count">How many units; negative before.</param>
/// <param name="Unit">The unit.</param>
internal sealed record TimePhrase(bool FromEvent, int Count, TimeUnit Unit);

/// <summary>The words of <c>Data/time_words.tsv</c>.</summary>
internal static class TimeWords
{
    private static readonly Lazy<EmbeddedKnowledge> File = EmbeddedKnowledge.Core("time_words.tsv");
    private static readonly Lazy<WordValues<TimeUnit>> UnitTable = new(() => new(Rows("unit").Select(row => (row[1], Enum.Parse<TimeUnit>(row[2])))));
    private static readonly Lazy<WordValues<int>> AboutNumberTable = new(() => new(Rows("about-number").Select(row => (row[1], int.Parse(row[2], CultureInfo.InvariantCulture)))));
    private static readonly Lazy<WordValues<string>> AnchorTable = new(() => new(Rows("anchor").Select(row => (row[1], row[2]))));
    private static readonly Lazy<PhraseTable<string>> AboutTable = Phrases("about");
    private static readonly Lazy<PhraseTable<string>> DistanceTable = new(() => new(Rows("ago").Concat(Rows("ahead")).Select(row => (row[1], row[0]))));
    private static readonly Lazy<PhraseTable<string>> AfterTable = new(() => new(Rows("later").Concat(Rows("earlier")).Select(row => (row[1], row[0]))));
    private static readonly Lazy<PhraseTable<TimePhrase>> PhraseWords = new(() => new(Rows("written").Concat(Rows("event")).Select(row => (row[1], Phrase(row)))));

    internal static EmbeddedKnowledge Knowledge => File.Value;

    /// <summary>Words between what tells the direction and the number: environ, près de.</summary>
    internal static PhraseTable<string> About => AboutTable.Value;

    /// <summary>il y a (ago), dans (ahead), before an amount.</summary>
    internal static PhraseTable<string> Distances => DistanceTable.Value;

    /// <summary>plus tard (later), auparavant (earlier), after an amount.</summary>
    internal static PhraseTable<string> Afterwards => AfterTable.Value;

    internal static PhraseTable<TimePhrase> Whole => PhraseWords.Value;

    internal static Lazy<WordSet> Last { get; } = Set("last");

    internal static Lazy<WordSet> Next { get; } = Set("next");

    internal static Lazy<WordSet> PartsOfDay { get; } = Set("part-of-day");

    internal static Lazy<WordSet> Lasting { get; } = Set("lasting");

    internal static Lazy<WordSet> Per { get; } = Set("per");

    internal static Lazy<WordSet> Persons { get; } = Set("person");

    /// <summary>Persons that are the patient in nearly every report.</summary>
    internal static Lazy<WordSet> Patients { get; } = Set("patient");

    internal static Lazy<WordSet> Ages { get; } = Set("age");

    internal static Lazy<WordSet> Born { get; } = Set("born");

    internal static Lazy<WordSet> Gestation { get; } = Set("gestation");

    internal static Lazy<WordSet> Clock { get; } = Set("clock");

    internal static Lazy<WordSet> Lengths { get; } = Set("length");

    internal static Lazy<WordSet> Directions { get; } = Set("direction");

    internal static Lazy<WordSet> Havers { get; } = Set("haver");

    internal static bool Unit(ReadOnlySpan<char> folded, out TimeUnit unit) => UnitTable.Value.Find(folded, out unit);

    internal static int AboutNumber(ReadOnlySpan<char> folded) => AboutNumberTable.Value.Find(folded, out var value) ? value : 0;

    internal static string? Anchor(ReadOnlySpan<char> folded) => AnchorTable.Value.Find(folded, out var anchor) ? anchor : null;

    private static IEnumerable<string[]> Rows(string kind) => File.Value.Rows.Where(row => row[0] == kind);

    private static Lazy<WordSet> Set(string kind) => new(() => new WordSet(Rows(kind).Select(row => row[1])));

    private static Lazy<PhraseTable<string>> Phrases(string kind) => new(() => new(Rows(kind).Select(row => (row[1], kind))));

    private static TimePhrase Phrase(string[] row)
    {
        var parts = row[2].Split(' ');
        return new TimePhrase(row[0] == "event", int.Parse(parts[0], CultureInfo.InvariantCulture), Enum.Parse<TimeUnit>(parts[1]));
    }
}
