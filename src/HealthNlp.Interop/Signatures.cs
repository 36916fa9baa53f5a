namespace HealthNlp.Interop;

/// <summary>The first bytes of the files that are taken for reports and are no text.</summary>
internal static class Signatures
{
    private static readonly (byte[] Start, string Kind)[] Known =
    [
        ("%PDF-"u8.ToArray(), "a PDF file"),
        ("{\\rtf"u8.ToArray(), "an RTF file"),
        ("PK\x03\x04"u8.ToArray(), "a ZIP archive or an Office file"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("II*\0"u8.ToArray(), "a TIFF image"),
        ("MM\0*"u8.ToArray(), "a TIFF image"),
        ([0x1F, 0x8B, 0x08], "a gzip archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
    ];

    internal static string? KindOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, kind) in Known)
        {
            if (bytes.StartsWith(start)) return kind;
        }

        return null;
    }
}
