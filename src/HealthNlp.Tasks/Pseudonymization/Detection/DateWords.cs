namespace HealthNlp.Pseudonymization;

/// <summary>The words of <c>Data/dates.tsv</c>.</summary>
internal static class DateWords
{
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

    internal static WordSet References => ReferenceSet.Value;

    internal static WordSet Birth => BirthSet.Value;

    internal static WordSet BirthGap => BirthGapSet.Value;

    internal static WordSet NotBirth => NotBirthSet.Value;

    internal static WordSet AfterShortYear => AfterShortYearSet.Value;

    internal static WordSet Durations => DurationSet.Value;

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
    private static readonly Lazy<WordSet> ReferenceSet = Of("reference");
    private static readonly Lazy<WordSet> BirthSet = Of("birth");
    private static readonly Lazy<WordSet> BirthGapSet = Of("birth-gap");
    private static readonly Lazy<WordSet> NotBirthSet = Of("not-birth");
    private static readonly Lazy<WordSet> AfterShortYearSet = Of("after-short-year");
    private static readonly Lazy<WordSet> DurationSet = Of("time-word");
    private static readonly Lazy<PhraseTable<string>> FeastTable =
        new(() => new PhraseTable<string>(Knowledge.Rows("dates.tsv").Where(row => row[0] == "feast").Select(row => (row[1], row[1]))));

    private static Lazy<WordSet> Of(string kind) => Knowledge.Words("dates.tsv", kind);
}
