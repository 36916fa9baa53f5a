using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The words of <c>Data/dates.tsv</c>.</summary>
internal static class DateLabelWords
{
    internal static WordSet References => ReferenceSet.Value;

    internal static WordSet Laws => LawSet.Value;

    internal static WordSet PlaceReferences => PlaceReferenceSet.Value;

    internal static WordSet NotLaw => NotLawSet.Value;

    internal static WordSet Events => EventSet.Value;

    internal static WordSet Devices => DeviceSet.Value;

    internal static WordSet DeviceActs => DeviceActSet.Value;

    internal static WordSet Calibrations => CalibrationSet.Value;

    internal static WordSet Criteria => CriterionSet.Value;

    internal static WordSet Birth => BirthSet.Value;

    internal static WordSet BirthGap => BirthGapSet.Value;

    internal static WordSet BirthTitles => BirthTitleSet.Value;

    internal static WordSet NotBirth => NotBirthSet.Value;

    internal static WordSet Kin => KinSet.Value;

    internal static WordSet Ages => AgeSet.Value;

    internal static WordSet Sexes => SexSet.Value;

    internal static WordSet Numbers => NumberSet.Value;

    private static readonly Lazy<WordSet> ReferenceSet = Of("reference");
    private static readonly Lazy<WordSet> LawSet = Of("law");
    private static readonly Lazy<WordSet> PlaceReferenceSet = Of("place-reference");
    private static readonly Lazy<WordSet> NotLawSet = Of("not-law");
    private static readonly Lazy<WordSet> EventSet = Of("event");
    private static readonly Lazy<WordSet> DeviceSet = Of("device");
    private static readonly Lazy<WordSet> DeviceActSet = Of("device-act");
    private static readonly Lazy<WordSet> CalibrationSet = Of("calibration");
    private static readonly Lazy<WordSet> CriterionSet = Of("criterion");
    private static readonly Lazy<WordSet> BirthSet = Of("birth");
    private static readonly Lazy<WordSet> BirthGapSet = Of("birth-gap");
    private static readonly Lazy<WordSet> BirthTitleSet = Of("birth-title");
    private static readonly Lazy<WordSet> NotBirthSet = Of("not-birth");
    private static readonly Lazy<WordSet> KinSet = Of("kin");
    private static readonly Lazy<WordSet> AgeSet = Of("age");
    private static readonly Lazy<WordSet> SexSet = Of("sex");
    private static readonly Lazy<WordSet> NumberSet = Of("number");

    private static Lazy<WordSet> Of(string kind) => Knowledge.Words("dates.tsv", kind);
}
