using System.Buffers;

namespace HealthNlp.Text;

/// <summary>Lower case without accents and ligatures: the form in which words are compared.</summary>
internal static class Folding
{
    private static readonly TextNormalizer Normalizer = new(new TextNormalizerOptions { WrappedLines = false });

    // Nearly all words need no more than their letters folded.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '-./°()&+,àâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ");

    internal static string Fold(string text) => text.AsSpan().ContainsAnyExcept(Plain) ? Normalizer.Normalize(text).Folded : LatinLetters.Fold(text);
}
