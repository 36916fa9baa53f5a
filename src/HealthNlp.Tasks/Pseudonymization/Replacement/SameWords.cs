using System.Text;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>What mentions of one value have in common: Saint-Étienne, SAINT ETIENNE, and Saint-Étienne over two lines.</summary>
internal static class SameWords
{
    internal static string Of(string words)
    {
        var folded = Folding.Fold(words);
        if (!folded.AsSpan().ContainsAny("-\n\r\t") && !folded.Contains("  ", StringComparison.Ordinal)) return folded;
        var same = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (c != '-' && !char.IsWhiteSpace(c)) same.Append(c);
            else if (same.Length > 0 && same[^1] != ' ') same.Append(' ');
        }

        return same.ToString();
    }
}
