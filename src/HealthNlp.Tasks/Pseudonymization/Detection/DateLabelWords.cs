using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The words of <c>Data/dates.tsv</c>.</summary>
internal static class DateLabelWords
{
    internal static WordSet References => ReferenceSet.Value;

    internal static WordSet Birth => BirthSet.Value;

    internal static WordSet BirthGap => BirthGapSet.Value;

    internal static WordSet NotBirth => NotBirthSet.Value;

    private static readonly Lazy<WordSet> ReferenceSet = Knowledge.Words("dates.tsv", "reference");
    private static readonly Lazy<WordSet> BirthSet = Knowledge.Words("dates.tsv", "birth");
    private static readonly Lazy<WordSet> BirthGapSet = Knowledge.Words("dates.tsv", "birth-gap");
    private static readonly Lazy<WordSet> NotBirthSet = Knowledge.Words("dates.tsv", "not-birth");
}
