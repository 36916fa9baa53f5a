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

    internal static WordSet Seasons => SeasonSet.Value;

    internal static WordSet BeforeMonth => BeforeMonthSet.Value;

    internal static WordSet AfterMonth => AfterMonthSet.Value;

    internal static WordSet BeforePair => BeforePairSet.Value;

    internal static WordSet BeforeDay => BeforeDaySet.Value;

    internal static WordSet BetweenDays => BetweenDaysSet.Value;

    internal static WordSet NotPair => NotPairSet.Value;

    internal static WordSet NotYear => NotYearSet.Value;

    internal static WordSet NotBeforeYear => NotBeforeYearSet.Value;

    internal static WordSet AfterShortYear => AfterShortYearSet.Value;

    internal static WordSet Durations => DurationSet.Value;

    internal static WordSet CompactLabels => CompactLabelSet.Value;

    internal static PhraseTable<string> Feasts => FeastTable.Value;

    private static readonly Lazy<WordSet> MonthSet = Of("month");
    private static readonly Lazy<WordSet> ShortMonthSet = Of("month-short");
    private static readonly Lazy<WordSet> SeasonSet = Of("season");
    private static readonly Lazy<WordSet> BeforeMonthSet = Of("before-month");
    private static readonly Lazy<WordSet> AfterMonthSet = Of("after-month");
    private static readonly Lazy<WordSet> BeforePairSet = Of("before-pair");
    private static readonly Lazy<WordSet> BeforeDaySet = Of("before-day");
    private static readonly Lazy<WordSet> BetweenDaysSet = Of("between-days");
    private static readonly Lazy<WordSet> NotPairSet = Of("not-pair");
    private static readonly Lazy<WordSet> NotYearSet = Of("not-year");
    private static readonly Lazy<WordSet> NotBeforeYearSet = Of("not-before-year");
    private static readonly Lazy<WordSet> AfterShortYearSet = Of("after-short-year");
    private static readonly Lazy<WordSet> DurationSet = Of("time-word");
    private static readonly Lazy<WordSet> CompactLabelSet = Of("compact-label");
    private static readonly Lazy<PhraseTable<string>> FeastTable = new(() => new PhraseTable<string>(Rows("feast").Select(row => (row[1], row[2]))));
    private static readonly Lazy<Dictionary<string, int>> MonthNumbers = Numbers("month", "month-short");
    private static readonly Lazy<Dictionary<string, int>> MonthCodes = Numbers("month", "month-short", "month-code");
    private static readonly Lazy<Dictionary<string, int>> NumberTable = Numbers("number");
    private static readonly Lazy<Dictionary<int, string>> NumberNames = new(() => Rows("number").GroupBy(row => int.Parse(row[2], CultureInfo.InvariantCulture)).ToDictionary(same => same.Key, same => same.First()[1]));
    private static readonly Lazy<Dictionary<char, char>> MisreadTable = new(() => Rows("ocr").ToDictionary(row => row[1][0], row => row[2][0]));

    /// <summary>The number of a month by its folded name, or 0; month codes (mar) only when asked for.</summary>
    internal static int MonthNumber(ReadOnlySpan<char> folded, bool codes = false) =>
        (codes ? MonthCodes : MonthNumbers).Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var number) ? number : 0;

    /// <summary>The value of a word of a number, or -1.</summary>
    internal static int NumberOf(ReadOnlySpan<char> folded) => NumberTable.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var value) ? value : -1;

    /// <summary>The first word of a value.</summary>
    internal static string NumberName(int value) => NumberNames.Value[value];

    /// <summary>The digit that a letter stands for in a badly read number, or NUL.</summary>
    internal static char Misread(char folded) => MisreadTable.Value.TryGetValue(folded, out var digit) ? digit : '\0';

    internal static IEnumerable<string[]> Rows(string kind) => File.Value.Rows.Where(row => row[0] == kind);

    private static Lazy<WordSet> Of(string kind) => new(() => new WordSet(Rows(kind).Select(row => row[1])));

    private static Lazy<Dictionary<string, int>> Numbers(params string[] kinds) => new(() =>
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in kinds.SelectMany(Rows)) numbers[Folding.Fold(row[1])] = int.Parse(row[2], CultureInfo.InvariantCulture);
        return numbers;
    });
}
