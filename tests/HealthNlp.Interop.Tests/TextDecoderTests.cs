using System.Text;

namespace HealthNlp.Interop.Tests;

public class TextDecoderTests
{
    private const string French = "Patiente âgée de 74 ans, opérée à Besançon.";

    private const string Mixed = "utf-8 with windows-1252 bytes";

    public static TheoryData<byte[], string, string> Encoded => new()
    {
        { [], "", "utf-8" },
        { "abc"u8.ToArray(), "abc", "utf-8" },
        { Encoding.UTF8.GetBytes(French), French, "utf-8" },
        { [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(French)], French, "utf-8" },
        { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(French)], French, "utf-16" },
        { [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(French)], French, "utf-16BE" },
        { Encoding.Unicode.GetBytes(French), French, "utf-16" },
        { Encoding.BigEndianUnicode.GetBytes(French), French, "utf-16BE" },
        { Encoding.Latin1.GetBytes(French), French, "windows-1252" },
        { [(byte)'c', 0x9C, (byte)'u', (byte)'r', 0x92, 0x80], "cœur’€", "windows-1252" },
        { [0xE9, (byte)'t', 0xE9, 0x81], "été\u0081", "iso-8859-1" },
        { [(byte)'v', (byte)'u', 0xE9], "vué", "windows-1252" },
        { "Vu\0 hier"u8.ToArray(), "Vu\0 hier", "utf-8" },
        { [.. "âgé "u8, 0xC3], "âgé \uFFFD", "utf-8" },
        { [.. "âgé "u8, 0xE2, 0x82], "âgé \uFFFD", "utf-8" },
        { [.. "âgé, vu"u8, 0xE9, .. " l"u8, 0x92, .. "été à 😀"u8], "âgé, vué l’été à 😀", Mixed },
        { [.. "âgé opéré"u8, 0x81, 0xE2, 0x82, (byte)'x'], "âgé opéré\u0081â‚x", Mixed },
        { [.. "âgé"u8, 0xE9, .. " "u8, 0xE2, 0x82], "âgéé \uFFFD", Mixed },
        { [.. Encoding.UTF8.Preamble, (byte)'v', 0xE9, (byte)'u', .. "é"u8], "véué", Mixed },
        { [.. "é"u8, 0xE9, (byte)'a'], "ééa", Mixed },
        { [.. "é"u8, 0xE9, 0xE8, (byte)'a'], "Ã©éèa", "windows-1252" },
        { "PAR1 texte,\nGIF8"u8.ToArray(), "PAR1 texte,\nGIF8", "utf-8" },
        { "GIF89a"u8.ToArray(), "GIF89a", "utf-8" },
    };

    public static TheoryData<byte[]> Binary => new()
    {
        "%PDF-1.7 texte"u8.ToArray(),
        "PK\x03\x04 word/document.xml"u8.ToArray(),
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0 },
        "{\\rtf1\\ansi Bonjour}"u8.ToArray(),
        "PAR1\u0015\0 texte"u8.ToArray(),
        "GIF89a\u0001\0 texte"u8.ToArray(),
        new byte[1000],
        Enumerable.Range(0, 4096).Select(i => (byte)(i * 167 >> 3)).ToArray(),
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Decode_recognises_the_encoding(byte[] bytes, string text, string encoding)
    {
        var decoded = TextDecoder.Decode(bytes);

        Assert.Equal(text, decoded.Text);
        Assert.Equal(encoding, decoded.EncodingName);
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void Decode_refuses_what_is_no_text(byte[] bytes) =>
        Assert.Equal(ErrorCodes.NotText, Assert.Throws<HealthNlpException>(() => TextDecoder.Decode(bytes)).Code);

    [Fact]
    public async Task ReadAsync_reads_a_stream_that_gives_few_bytes_at_a_time()
    {
        var text = string.Concat(Enumerable.Repeat(French, 5_000));
        using var stream = new TrickleStream(Encoding.UTF8.GetBytes(text), 1_777);

        Assert.Equal(text, (await TextDecoder.ReadAsync(stream, TestContext.Current.CancellationToken)).Text);
    }

    [Fact]
    public void Decode_many_stray_bytes_takes_linear_time()
    {
        byte[] bytes = [.. Enumerable.Repeat<byte[]>([0xC3, 0xA9, (byte)' ', 0xC3, 0xA9, 0xE9, (byte)'.'], 1_000_000).SelectMany(part => part)];

        var decoded = TextDecoder.Decode(bytes);

        Assert.Equal(Mixed, decoded.EncodingName);
        Assert.Equal(5_000_000, decoded.Text.Length);
        Assert.EndsWith("é éé.", decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_holds_no_text() => Assert.DoesNotContain("Besançon", TextDecoder.Decode(Encoding.UTF8.GetBytes(French)).ToString(), StringComparison.Ordinal);
}
