using System.Text.RegularExpressions;

namespace HealthNlp.Pseudonymization;

/// <summary>The form of an identifier that one hospital uses.</summary>
/// <param name="Label">One of <see cref="IdentifierLabels"/>; mostly <see cref="IdentifierLabels.IdentifierCode"/>.</param>
/// <param name="Pattern">
/// A regular expression, run in linear time: without look-around, back references and atomic groups. Its first group is the identifier; without a group, the whole match is.
/// </param>
/// <param name="CodeType">The kind of number, as the programme writes it: <c>NIPouIPP</c>, <c>NSS</c>, <c>NIR</c>, <c>NIA</c>, <c>INS</c> or <c>AUTRE</c>.</param>
public sealed record IdentifierPattern(string Label, string Pattern, string CodeType = "AUTRE")
{
    private static readonly string[] CodeTypes = ["NIPouIPP", "NSS", "NIR", "NIA", "INS", "AUTRE"];
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    internal string? Problem()
    {
        if (!IdentifierLabels.All.Contains(Label)) return $"The label '{Label}' of a pattern is not one of IdentifierLabels.";
        if (!CodeTypes.Contains(CodeType)) return $"The code type '{CodeType}' of a pattern is not one of {string.Join(", ", CodeTypes)}.";
        if (string.IsNullOrWhiteSpace(Pattern)) return "A pattern of an identifier is empty.";
        try
        {
            return Compile().IsMatch("") ? $"The pattern '{Pattern}' of an identifier matches an empty text." : null;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return $"The pattern '{Pattern}' of an identifier cannot be used: {fault.Message}";
        }
    }

    internal Regex Compile() => new(Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Timeout);
}
