using System.Text;
using FsCheck.Xunit;
using HealthNlp.Text;

namespace HealthNlp.Tests.Properties;

/// <summary>The offset contract over generated texts and every set of options.</summary>
[Properties(Arbitrary = [typeof(ClinicalArbitraries)], MaxTest = 1000, Replay = "20260401,7")]
public sealed class NormalizerProperties
{
    [Property]
    public void Normalize_anyTextAndOptions_keepsTheOffsetContract(ClinicalText text, TextNormalizerOptions options) =>
        Invariants.Offsets(new TextNormalizer(options).Normalize(text.Value));

    [Property]
    public void Normalize_anyRawSpan_survivesTheWayThereAndBack(ClinicalText text, TextNormalizerOptions options, ushort start, ushort length)
    {
        var normalized = new TextNormalizer(options).Normalize(text.Value);
        var from = text.Value.Length == 0 ? 0 : start % text.Value.Length;
        Invariants.RoundTrip(normalized, new TextSpan(from, Math.Min(text.Value.Length, from + length % 40)));
    }

    [Property]
    public void Normalize_defaultOptions_keepsEveryLetterAndDigit(ClinicalText text)
    {
        // Nothing but marks may change: the plain letters and digits of the two texts are the same ones, in the same order.
        if (text.Value.Any(c => c is >= '\u0300' and <= '\u036F')) return;
        Assert.Equal(Plain(text.Value), Plain(TextNormalizer.Default.Normalize(text.Value).Text));
    }

    [Property]
    public void Normalize_plainCharacter_standsForItself(ClinicalText text, TextNormalizerOptions options)
    {
        var normalized = new TextNormalizer(options).Normalize(text.Value);
        for (var i = 0; i < normalized.Text.Length; i++)
        {
            var raw = normalized.Map.ToRaw(TextSpan.FromLength(i, 1));
            if (raw.Length != 1 || !char.IsAsciiLetterOrDigit(text.Value[raw.Start])) continue;
            Assert.Equal(options.FoldCase ? char.ToLowerInvariant(text.Value[raw.Start]) : text.Value[raw.Start], normalized.Text[i]);
        }
    }

    [Property]
    public void Normalize_noOptions_changesNothing(ClinicalText text)
    {
        var options = new TextNormalizerOptions
        {
            Quotes = false,
            Spaces = false,
            InvisibleCharacters = false,
            Ligatures = false,
            ComposeAccents = false,
            WrappedLines = false,
        };
        var normalized = new TextNormalizer(options).Normalize(text.Value);
        Assert.Equal(text.Value, normalized.Text);
        Assert.True(normalized.Map.IsIdentity);
    }

    [Property]
    public void Normalize_normalisedText_isStable(ClinicalText text)
    {
        var options = new TextNormalizerOptions { WrappedLines = false };
        var once = new TextNormalizer(options).Normalize(text.Value).Text;
        Assert.Equal(once, new TextNormalizer(options).Normalize(once).Text);
    }

    [Property]
    public void Folded_anyText_hasNoCaseNorAccent(ClinicalText text)
    {
        var normalized = TextNormalizer.Default.Normalize(text.Value);
        Assert.Equal(normalized.Text.Length, normalized.Folded.Length);
        for (var i = 0; i < normalized.Folded.Length; i++)
        {
            Assert.False(normalized.Folded[i] is (>= 'A' and <= 'Z') or 'é' or 'è' or 'ê' or 'à' or 'ç' or 'É' or 'À' or 'ô' or 'î', $"position {i} is not folded");
            if (char.IsAscii(normalized.Text[i])) Assert.Equal(char.ToLowerInvariant(normalized.Text[i]), normalized.Folded[i]);
        }
    }

    [Property]
    public void Normalize_sameText_givesTheSame(ClinicalText text, TextNormalizerOptions options)
    {
        var first = new TextNormalizer(options).Normalize(text.Value);
        var second = new TextNormalizer(options).Normalize(new string(text.Value.AsSpan()));
        Assert.Equal(first.Text, second.Text);
        for (var i = 0; i < first.Text.Length; i++) Assert.Equal(first.Map.ToRaw(TextSpan.FromLength(i, 1)), second.Map.ToRaw(TextSpan.FromLength(i, 1)));
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text)
        {
            plain.Append(c switch
            {
                'œ' => "oe",
                'æ' => "ae",
                'ﬁ' => "fi",
                'ﬄ' => "ffl",
                _ => char.IsAsciiLetterOrDigit(c) ? c.ToString() : "",
            });
        }

        return plain.ToString();
    }
}
