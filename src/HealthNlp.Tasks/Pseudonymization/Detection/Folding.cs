using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Lower case without accents: the form in which words are compared.</summary>
internal static class Folding
{
    private static readonly TextNormalizer Normalizer = new(new TextNormalizerOptions { FoldCase = true, FoldAccents = true });

    internal static string Fold(string text) => Normalizer.Normalize(text).Text;
}
