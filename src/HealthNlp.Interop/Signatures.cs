using System.Buffers;

namespace HealthNlp.Interop;

/// <summary>The first bytes of the files that are taken for reports and are no text.</summary>
internal static class Signatures
{
    // Letters that a text may begin with: the file is that kind only where control characters follow them.
    private static readonly (byte[] Start, string Kind)[] Letters = [("GIF8"u8.ToArray(), "a GIF image"), ("PAR1"u8.ToArray(), "a Parquet file")];

    private const int HeadLength = 1024;

    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Append(127).Select(code => (byte)code).Except("\t\n\v\f\r"u8.ToArray())]);

    private static readonly (byte[] Start, string Kind)[] Known =
    [
        ("%PDF-"u8.ToArray(), "a PDF file"),
        ("{\\rtf"u8.ToArray(), "an RTF file"),
        ("PK\x03\x04"u8.ToArray(), "a ZIP archive or an Office file"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("II*\0"u8.ToArray(), "a TIFF image"),
        ("MM\0*"u8.ToArray(), "a TIFF image"),
        ([0x1F, 0x8B, 0x08], "a gzip archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ];

    internal static string? KindOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, kind) in Known)
        {
            if (bytes.StartsWith(start)) return kind;
        }

        foreach (var (start, kind) in Letters)
        {
            if (bytes.StartsWith(start) && bytes[..Math.Min(bytes.Length, HeadLength)].ContainsAny(Controls)) return kind;
        }

        return null;
    }
}
