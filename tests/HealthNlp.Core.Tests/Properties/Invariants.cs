using HealthNlp.Text;

namespace HealthNlp.Tests.Properties;

/// <summary>What holds for every text: shared by the tests on generated and on real reports.</summary>
internal static class Invariants
{
    /// <summary>Contract 1: each normalised position has a raw span, in order, and spans survive the way there and back.</summary>
    internal static void Offsets(NormalizedText normalized)
    {
        var map = normalized.Map;
        Assert.Equal((normalized.Raw.Length, normalized.Text.Length), (map.RawLength, map.NormalizedLength));
        Assert.Equal(normalized.Text.Length, normalized.Folded.Length);
        if (normalized.Raw == normalized.Text) Assert.True(map.IsIdentity, "an unchanged text has another map than identity");
        var previous = default(TextSpan);
        for (var i = 0; i < map.NormalizedLength; i++)
        {
            var raw = map.ToRaw(TextSpan.FromLength(i, 1));
            Assert.False(raw.IsEmpty, $"normalised position {i} stands for no raw text");
            Assert.True(raw.Start >= previous.Start && raw.End >= previous.End, $"the raw spans of {i - 1} and {i} are out of order");
            Assert.True(map.ToNormalized(raw).Contains(i), $"normalised position {i} is lost on the way back");
            if (map.IsIdentity) Assert.Equal(TextSpan.FromLength(i, 1), raw);
            previous = raw;
        }

        previous = default;
        for (var i = 0; i < map.RawLength; i++)
        {
            var clean = map.ToNormalized(TextSpan.FromLength(i, 1));
            Assert.True(clean.Start >= previous.Start && clean.End >= previous.End, $"the normalised spans of {i - 1} and {i} are out of order");
            if (!clean.IsEmpty) Assert.True(map.ToRaw(clean).Contains(i), $"raw position {i} is lost on the way back");
            previous = clean;
        }
    }

    /// <summary>A raw span that goes to the normalised text and back covers the original, but for deleted characters at its edges.</summary>
    internal static void RoundTrip(NormalizedText normalized, TextSpan raw)
    {
        var map = normalized.Map;
        var clean = map.ToNormalized(raw);
        var back = map.ToRaw(clean);
        var (start, end) = (raw.Start, raw.End);
        while (start < end && map.ToNormalized(TextSpan.FromLength(start, 1)).IsEmpty) start++;
        while (end > start && map.ToNormalized(TextSpan.FromLength(end - 1, 1)).IsEmpty) end--;
        Assert.Equal(start == end, clean.IsEmpty);
        if (start < end) Assert.True(back.Contains(new TextSpan(start, end)), $"{raw} became {clean} and came back as {back}");
        Assert.True(map.ToNormalized(back).Contains(clean));
    }

    /// <summary>Tokens are in order, do not overlap, cover all but white space, and their two spans correspond.</summary>
    internal static void Tokens(NormalizedText normalized, SpanIndex<Token> tokens)
    {
        var at = 0;
        var rawAt = 0;
        foreach (var token in tokens)
        {
            Assert.False(token.Span.IsEmpty);
            Assert.True(token.Normalized.Start >= at && token.Span.Start >= rawAt, $"the token {token.Span} overlaps the one before");
            AssertBlank(normalized, new TextSpan(at, token.Normalized.Start));
            Assert.Equal(normalized.Map.ToRaw(token.Normalized), token.Span);
            Assert.False(char.IsWhiteSpace(normalized.Text[token.Normalized.Start]) || char.IsWhiteSpace(normalized.Text[token.Normalized.End - 1]), $"white space at an edge of {token.Span}");
            Assert.True(Enum.IsDefined(token.Kind));
            at = token.Normalized.End;
            rawAt = token.Span.End;
        }

        AssertBlank(normalized, new TextSpan(at, normalized.Text.Length));
        for (var i = 0; i < normalized.Raw.Length; i++)
        {
            if (char.IsWhiteSpace(normalized.Raw[i]) || string.IsNullOrWhiteSpace(normalized.Map.ToNormalized(TextSpan.FromLength(i, 1)).Of(normalized.Text))) continue;
            Assert.True(tokens.At(i).Any(), $"no token covers raw position {i}");
        }
    }

    /// <summary>All that holds for the layers of an analysed document.</summary>
    internal static void Layers(AnalyzedDocument analyzed)
    {
        Tokens(analyzed.Normalized, analyzed.Tokens);
        Sentences(analyzed);
        Sections(analyzed);
        Noise(analyzed);
        Assert.True(Enum.IsDefined(analyzed.Kind));
    }

    private static void Sentences(AnalyzedDocument analyzed)
    {
        var end = 0;
        foreach (var sentence in analyzed.Sentences)
        {
            var text = analyzed.Document[sentence.Span];
            Assert.True(sentence.Span.Start >= end, $"the sentence {sentence.Span} overlaps the one before");
            Assert.Equal(text.Trim().Length, text.Length);
            Assert.False(sentence.Span.IsEmpty);
            end = sentence.Span.End;
        }

        foreach (var token in analyzed.Tokens)
        {
            var cover = Assert.Single(analyzed.Sentences.Overlapping(token.Span));
            Assert.True(cover.Span.Contains(token.Span), $"the token {token.Span} is cut by the sentence {cover.Span}");
        }
    }

    private static void Sections(AnalyzedDocument analyzed)
    {
        var text = analyzed.Document.Text;
        var end = 0;
        foreach (var section in analyzed.Sections.Where(section => section.Depth == 0))
        {
            Assert.Equal(end, section.Span.Start);
            end = section.Span.End;
        }

        Assert.Equal(text.Length, end);
        foreach (var siblings in analyzed.Sections.Where(section => section.Parent is not null).GroupBy(section => section.Parent))
        {
            Assert.Contains(siblings.Key!, analyzed.Sections);
            end = siblings.Key!.Span.Start;
            foreach (var section in siblings)
            {
                Assert.True(section.Span.Start >= end, $"{section} overlaps the one before");
                Assert.True(siblings.Key.Span.Contains(section.Span), $"{section} leaves {siblings.Key}");
                Assert.Equal(siblings.Key.Depth + 1, section.Depth);
                end = section.Span.End;
            }
        }

        foreach (var section in analyzed.Sections)
        {
            Assert.True(section.Span.Contains(section.Title) || section.Title.IsEmpty, $"the title of {section} lies outside");
            Assert.True(section.Body.IsEmpty || section.Span.Contains(section.Body), $"the body of {section} lies outside");
            Assert.True(section.Body.IsEmpty || section.Title.IsEmpty || section.Body.Start >= section.Title.End, $"title and body of {section} overlap");
            Assert.Equal(analyzed.Document[section.Body].Trim().Length, section.Body.Length);
            Assert.Equal(analyzed.Document[section.Title].Trim().Length, section.Title.Length);
            Assert.True(Enum.IsDefined(section.Kind));
        }
    }

    private static void Noise(AnalyzedDocument analyzed)
    {
        var end = 0;
        foreach (var noise in analyzed.Noise)
        {
            Assert.True(noise.Span.Start >= end && noise.Span.End <= analyzed.Document.Text.Length && !noise.Span.IsEmpty, $"the noise {noise.Span} is out of place");
            end = noise.Span.End;
        }
    }

    private static void AssertBlank(NormalizedText normalized, TextSpan gap) =>
        Assert.True(string.IsNullOrWhiteSpace(gap.Of(normalized.Text)), $"no token covers {gap} of the normalised text");
}
