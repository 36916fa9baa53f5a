using System.Globalization;
using HealthNlp.Text;

namespace HealthNlp.Dates;

/// <summary>The words of <c>Data/date_words.tsv</c>.</summary>
internal static class DateWords
{
    private static readonly Lazy<EmbeddedKnowledge> File = EmbeddedKnowledge.Core("date_words.tsv");

    internal static EmbeddedKnowledge Knowledge => File.Value;

    internal static WordSet Months => MonthSet.Value;

    internal static WordSet ShortMonths => ShortMonthSet.Value;

    /// <summary>What may name the month between hyphens: 12-MAR-1958.</summary>
    internal static WordSet HyphenMonths => HyphenMonthSet.Value;

    internal static WordSet Seasons => SeasonSet.Value;

    internal static WordSet BeforeMonth => BeforeMonthSet.Value;

    internal static WordSet AfterMonth => AfterMonthSet.Value;

    internal static WordSet BeforePair => BeforePairSet.Value;

    internal static WordSet BeforeDay => BeforeDaySet.Value;

    internal static WordSet BetweenDays => BetweenDaysSet.Value;

    internal static WordSet BetweenDates => BetweenDatesSet.Value;

    internal static WordSet NotPair => NotPairSet.Value;

    internal static WordSet NotYear => NotYearSet.Value;

    internal static WordSet NotBeforeYear => NotBeforeYearSet.Value;

    internal static WordSet AfterShortYear => AfterShortYearSet.Value;

    internal static WordSet Durations => DurationSet.Value;

    internal static WordSet CompactLabels => CompactLabelSet.Value;

    internal static WordSet Birth => BirthSet.Value;

    internal static WordSet Streets => StreetSet.Value;

    internal static WordSet Future => FutureSet.Value;

    internal static WordSet Edition => EditionSet.Value;

    internal static WordSet Nearest => NearestSet.Value;

    internal static PhraseTable<string> Feasts => FeastTable.Value;

    private static readonly Lazy<WordSet> MonthSet = Of("month");
    private static readonly Lazy<WordSet> ShortMonthSet = Of("month-short");
    private static readonly Lazy<WordSet> SeasonSet = Of("season");
    private static readonly Lazy<WordSet> BeforeMonthSet = Of("before-month");
    private static readonly Lazy<WordSet> AfterMonthSet = Of("after-month");
    private static readonly Lazy<WordSet> BeforePairSet = Of("before-pair");
    private static readonly Lazy<WordSet> BeforeDaySet = Of("before-day");
    private static readonly Lazy<WordSet> BetweenDaysSet = Of("between-days");
    private static readonly Lazy<WordSet> BetweenDatesSet = Of("between-dates");
    private static readonly Lazy<WordSet> NotPairSet = Of("not-pair");
    private static readonly Lazy<WordSet> NotYearSet = Of("not-year");
    private static readonly Lazy<WordSet> NotBeforeYearSet = Of("not-before-year");
    private static readonly Lazy<WordSet> AfterShortYearSet = Of("after-short-year");
    private static readonly Lazy<WordSet> DurationSet = Of("time-word");
    private static readonly Lazy<WordSet> CompactLabelSet = Of("compact-label");
    private static readonly Lazy<WordSet> BirthSet = Of("birth");
    private static readonly Lazy<WordSet> StreetSet = Of("street");
    private static readonly Lazy<WordSet> FutureSet = Of("future");
    private static readonly Lazy<WordSet> EditionSet = Of("edition");
    private static readonly Lazy<WordSet> NearestSet = Of("nearest");
    private static readonly Lazy<PhraseTable<string>> FeastTable = new(() => new PhraseTable<string>(Rows("feast").Select(row => (row[1], row[2]))));
    private static readonly Lazy<WordSet> HyphenMonthSet = Of("month", "month-short", "month-code");
    private static readonly Lazy<WordValues<int>> MonthTable = Numbers("month", "month-short", "month-code");
    private static readonly Lazy<WordValues<int>> WeekdayTable = Numbers("weekday", "weekday-short");
    private static readonly Lazy<WordValues<int>> NumberTable = Numbers("number");
    private static readonly Lazy<WordValues<Season>> SeasonTable = new(() => new(Rows("season").Select(row => (row[1], Enum.Parse<Season>(row[2])))));
    private static readonly Lazy<WordValues<DatePart>> PartTable = new(() => new(Rows("part").Select(row => (row[1], Enum.Parse<DatePart>(row[2])))));
    private static readonly Lazy<Dictionary<int, string>> NumberNames = new(() =>
        Rows("number").GroupBy(row => int.Parse(row[2], CultureInfo.InvariantCulture)).ToDictionary(same => same.Key, same => same.First()[1]));
    private static readonly Lazy<Dictionary<char, char>> MisreadTable = new(() => Rows("ocr").ToDictionary(row => row[1][0], row => row[2][0]));

    /// <summary>The number of a month by its folded name, short name or code; 0 when it is none.</summary>
    internal static int MonthNumber(ReadOnlySpan<char> folded) => MonthTable.Value.Find(folded, out var month) ? month : 0;

    /// <summary>The number of a folded weekday (Sunday 0), or -1.</summary>
    internal static int WeekdayNumber(ReadOnlySpan<char> folded) => WeekdayTable.Value.Find(folded, out var day) ? day : -1;

    /// <summary>The value of a word of a number, or -1.</summary>
    internal static int NumberOf(ReadOnlySpan<char> folded) => NumberTable.Value.Find(folded, out var value) ? value : -1;

    /// <summary>The first word of a value.</summary>
    internal static string NumberName(int value) => NumberNames.Value[value];

    internal static Season? SeasonOf(ReadOnlySpan<char> folded) => SeasonTable.Value.Find(folded, out var season) ? season : null;

    /// <summary>The part of a month or year that a folded word names.</summary>
    internal static DatePart PartOf(ReadOnlySpan<char> folded) => PartTable.Value.Find(folded, out var part) ? part : DatePart.Whole;

    /// <summary>The digit that a letter stands for in a badly read number, or NUL.</summary>
    internal static char Misread(char folded) => MisreadTable.Value.TryGetValue(folded, out var digit) ? digit : '\0';

    internal static IEnumerable<string[]> Rows(string kind) => File.Value.Rows.Where(row => row[0] == kind);

    private static Lazy<WordSet> Of(params string[] kinds) => new(() => new WordSet(kinds.SelectMany(Rows).Select(row => row[1])));

    private static Lazy<WordValues<int>> Numbers(params string[] kinds) => new(() => new(kinds.SelectMany(Rows).Select(row => (row[1], int.Parse(row[2], CultureInfo.InvariantCulture)))));
}

/// <summary>A closed set of words and what each stands for, compared without case and accents.</summary>
internal sealed class WordValues<T>
{
    private readonly WordMap<T> _values = new();

    internal WordValues(IEnumerable<(string Word, T Value)> words)
    {
        // Of two rows for one word the last counts.
        foreach (var (word, value) in words.Reverse()) _values.TryAdd(Folding.Fold(word), value);
    }

    internal bool Find(ReadOnlySpan<char> folded, out T value) => _values.TryGetValue(folded, out value);
}
