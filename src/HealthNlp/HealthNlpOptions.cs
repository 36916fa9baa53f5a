using HealthNlp.Pseudonymization;
using HealthNlp.Terminologies;

namespace HealthNlp;

/// <summary>The settings of <c>AddHealthNlp</c>; checked when the application starts.</summary>
public sealed class HealthNlpOptions
{
    /// <summary>How identifying data are found and replaced; never <see langword="null"/>.</summary>
    /// <value>The defaults of <see cref="PseudonymizationOptions"/>.</value>
    public PseudonymizationOptions Pseudonymization { get; set; } = new();

    /// <summary>The hospital's own abbreviations, beside those of the library.</summary>
    /// <value>Empty by default.</value>
    public IList<AbbreviationSense> Abbreviations { get; } = [];
}
