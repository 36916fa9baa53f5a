using System.Runtime.InteropServices;

namespace HealthNlp.Pseudonymization;

/// <summary>The code units of a string as bytes and back. Encodings write half of a surrogate pair as U+FFFD, and two texts would be one.</summary>
internal static class Utf16
{
    internal static ReadOnlySpan<byte> Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan());

    internal static string Text(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, char>(bytes));

    internal static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
