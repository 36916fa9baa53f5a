using System.Globalization;
using System.Text;

namespace HealthNlp.Tests.Properties;

/// <summary>All layers of a document as one string, to compare two runs.</summary>
internal static class Fingerprint
{
    internal static string Of(AnalyzedDocument analyzed)
    {
        var all = new StringBuilder(analyzed.Normalized.Text).Append('\n');
        foreach (var token in analyzed.Tokens) all.Append(CultureInfo.InvariantCulture, $"t{token.Span}{token.Normalized}{token.Kind}");
        foreach (var sentence in analyzed.Sentences) all.Append(CultureInfo.InvariantCulture, $"s{sentence.Span}");
        foreach (var section in analyzed.Sections)
            all.Append(CultureInfo.InvariantCulture, $"S{section.Span}{section.Title}{section.Body}{section.Kind}{section.Depth}");
        foreach (var noise in analyzed.Noise) all.Append(CultureInfo.InvariantCulture, $"n{noise.Span}{noise.Kind}");
        return all.Append(analyzed.Kind).ToString();
    }
}
