using System.Buffers;
using System.Text;
using System.Text.Unicode;
using HealthNlp.Pipelines;

namespace HealthNlp.Interop;

/// <summary>Reads the bytes of a report as text, whatever of the encodings of French hospital files they are in.</summary>
/// <remarks>
/// The order of the tests makes the answer certain or nearly so: a byte order mark; every other byte zero (UTF-16 without a mark); strict UTF-8, which
/// accented text in another encoding does not satisfy by chance; more UTF-8 characters than bytes that are none, which is UTF-8 with stray bytes pasted
/// in, each read as Windows-1252; what is left is Windows-1252 or, when a byte is undefined there, ISO-8859-1. No charset-guessing library is used: those choose among dozens of alphabets by letter frequency and misread short French texts.
/// Thread-safe. Linear in the number of bytes.
/// </remarks>
public static class TextDecoder
{
    /// <summary>The most bytes that <see cref="ReadAsync"/> takes in: the longest accepted text, four bytes a character.</summary>
    public const int MaxBytes = 4 * Pipeline.MaxTextLength;

    private const int SampleLength = 4096;
    private const string MixedName = "utf-8 with windows-1252 bytes";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly SearchValues<byte> UndefinedIn1252 = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Append(127).Select(code => (char)code).Except(['\t', '\n', '\v', '\f', '\r'])]);

    /// <summary>Reads a stream to its end and decodes it.</summary>
    /// <param name="stream">A stream of bytes; left open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The text and its encoding.</returns>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.TextTooLong"/>: more than <see cref="MaxBytes"/>; <see cref="ErrorCodes.NotText"/>:
    /// no text.</exception>
    public static async Task<DecodedText> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position + 1, 16, MaxBytes + 1L) : 81_920];
        var length = 0;
        for (int read; (read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0;)
        {
            length += read;
            if (length > MaxBytes)
            {
                throw new HealthNlpException(ErrorCodes.TextTooLong, $"The input has more than {MaxBytes} bytes. Split the document.");
            }

            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(2L * length, MaxBytes + 1L));
        }

        return Decode(buffer.AsSpan(0, length));
    }

    /// <summary>Decodes a whole file.</summary>
    /// <param name="bytes">The bytes; may be empty. A UTF-8 text whose last character was cut off ends with U+FFFD; so does a UTF-16 text, and each of
    /// its lone surrogates becomes U+FFFD.</param>
    /// <returns>The text, without the byte order mark, and its encoding.</returns>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.NotText"/>: a PDF, an image, an archive, an RTF or Office file, or more control
    /// characters than a text has.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (Signatures.KindOf(bytes) is { } kind)
        {
            throw new HealthNlpException(ErrorCodes.NotText, $"The input is {kind}, not text: extract its text first.");
        }

        var encoding = Detect(ref bytes);
        // One pasted byte must not turn every accent of the report into two other characters.
        var text = encoding is null ? DecodeMixed(bytes) : encoding.GetString(bytes);
        return IsBinary(text)
            ? throw new HealthNlpException(
                ErrorCodes.NotText, "The input holds more control characters than a text has: it is binary or in an unknown encoding.")
            : new DecodedText(text, encoding?.WebName ?? MixedName);
    }

    /// <summary><see langword="null"/> for UTF-8 with stray bytes.</summary>
    private static Encoding? Detect(ref ReadOnlySpan<byte> bytes)
    {
        foreach (var marked in (ReadOnlySpan<Encoding>)[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (!bytes.StartsWith(marked.Preamble)) continue;
            bytes = bytes[marked.Preamble.Length..];
            return marked is UTF8Encoding && !Utf8.IsValid(bytes[..CompleteLength(bytes)]) ? null : marked;
        }

        if (Utf16WithoutMark(bytes) is { } utf16) return utf16;
        if (Utf8.IsValid(bytes[..CompleteLength(bytes)])) return Encoding.UTF8;
        if (IsMostlyUtf8(bytes[..CompleteLength(bytes)])) return null;
        return bytes.ContainsAny(UndefinedIn1252) ? Encoding.Latin1 : Windows1252;
    }

    /// <summary>Whether at least as many characters of several bytes are UTF-8 as bytes are not: by chance they nearly never are.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var balance = 0;
        for (int at; (at = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF)) >= 0;)
        {
            bytes = bytes[at..];
            balance += Rune.DecodeFromUtf8(bytes, out _, out var length) == OperationStatus.Done ? 1 : -length;
            bytes = bytes[length..];
        }

        return balance >= 0;
    }

    private static string DecodeMixed(ReadOnlySpan<byte> bytes)
    {
        var complete = CompleteLength(bytes);
        var cutOff = complete < bytes.Length;
        bytes = bytes[..complete];
        // A byte gives at most one UTF-16 code unit in both encodings.
        var text = new char[complete + 1];
        var length = 0;
        while (true)
        {
            Utf8.ToUtf16(bytes, text.AsSpan(length), out var read, out var written, replaceInvalidSequences: false);
            length += written;
            bytes = bytes[read..];
            if (bytes.IsEmpty) break;
            Rune.DecodeFromUtf8(bytes, out _, out var stray);
            length += Windows1252.GetChars(bytes[..stray], text.AsSpan(length));
            bytes = bytes[stray..];
        }

        if (cutOff) text[length++] = '\uFFFD';
        return new string(text, 0, length);
    }

    /// <summary>In French UTF-16 nearly every character has a zero as its high byte, and hardly any as its low byte.</summary>
    internal static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var pairs = Math.Min(bytes.Length, SampleLength) / 2;
        if (pairs < 2) return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < 2 * pairs; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }

        if (10 * odd >= 7 * pairs && 10 * even < pairs) return Encoding.Unicode;
        return 10 * even >= 7 * pairs && 10 * odd < pairs ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>The length without a multi-byte character that the end of the file cut off, when there is other such a character before it.</summary>
    private static int CompleteLength(ReadOnlySpan<byte> bytes)
    {
        var lead = bytes.Length - 1;
        while (lead >= 0 && bytes.Length - lead < 4 && (bytes[lead] & 0xC0) == 0x80) lead--;
        if (lead < 0) return bytes.Length;
        var expected = bytes[lead] switch { >= 0xF0 and < 0xF5 => 4, >= 0xE0 => 3, >= 0xC2 => 2, _ => 1 };
        // A lone é at the end of a Windows-1252 text looks the same: only a text that is UTF-8 elsewhere is taken as cut off.
        return bytes.Length - lead < expected && bytes[..lead].ContainsAnyInRange((byte)0x80, (byte)0xFF) ? lead : bytes.Length;
    }

    private static bool IsBinary(string text)
    {
        // A stray U+0000 or escape is found in real exports; compressed data has one control character in ten.
        var allowed = 8 + text.Length / 50;
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAny(Controls)) >= 0; rest = rest[(at + 1)..])
        {
            if (--allowed < 0) return true;
        }

        return false;
    }
}

/// <summary>A text and the encoding that its bytes were in.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="EncodingName">The IANA name: <c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c>, <c>windows-1252</c> or <c>iso-8859-1</c>; or <c>utf-8 with
/// windows-1252 bytes</c>, which is no encoding of its own.</param>
public sealed record DecodedText(string Text, string EncodingName)
{
    /// <summary>The encoding and the length, never the text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"DecodedText {EncodingName} ({Text.Length} UTF-16 code units)";
}
