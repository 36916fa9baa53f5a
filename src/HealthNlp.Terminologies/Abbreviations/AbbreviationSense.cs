namespace HealthNlp.Terminologies;

/// <summary>One meaning of an abbreviation, and what in a text speaks for it.</summary>
/// <param name="Abbreviation">The abbreviation as written. At most five capitals and digits, or fewer than four letters: its case counts.</param>
/// <param name="Expansion">The full wording in French.</param>
/// <remarks>Immutable and thread-safe. The library's own are the rows of <c>Data/clinical_abbreviations.tsv</c>, from general knowledge.</remarks>
public sealed record AbbreviationSense(string Abbreviation, string Expansion)
{
    /// <summary>The field of medicine, a name of <c>Data/medical_fields.tsv</c> (<c>cardio</c>, <c>onco</c>): a text of that field speaks for the meaning.</summary>
    /// <value><see langword="null"/>: no field speaks for it.</value>
    public string? Field { get; init; }

    /// <summary>Words that speak for it when they stand near (<c>foyer</c>, <c>opacité</c> for a chest X-ray); plural, feminine and case do not count.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>Sections that speak for it.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<SectionKind> Sections { get; init; } = [];

    /// <summary>Whether it is meant where nothing speaks for another meaning.</summary>
    /// <value><see cref="UsualMeaning.No"/> by default.</value>
    public UsualMeaning Usual { get; init; }
}

/// <summary>Whether a meaning holds where nothing speaks for another.</summary>
public enum UsualMeaning
{
    /// <summary>No: something must speak for it.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>Yes, but not inside a passage in capitals, where the letters may be a word (<c>PAS</c>, <c>SA</c>).</summary>
    OutsideCapitals,
}
