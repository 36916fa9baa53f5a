namespace HealthNlp.Interop;

/// <summary>
/// The way between UTF-16 positions, which the library counts, and Unicode code points, which the files of the Python world count. A lone surrogate
/// counts as one code point.
/// </summary>
/// <remarks>Immutable and thread-safe. Made in one pass over the text; a conversion costs O(log n) in the number of characters beyond U+FFFF.</remarks>
public sealed class CodePointMap
{
    // The UTF-16 position of the second half of each surrogate pair.
    private readonly int[] _seconds;

    /// <summary>Maps a text.</summary>
    /// <param name="text">The raw text.</param>
    public CodePointMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seconds = new List<int>();
        for (var i = 0; i < text.Length - 1;)
        {
            var next = text.AsSpan(i).IndexOfAnyInRange('\uD800', '\uDBFF');
            if (next < 0 || (i += next + 1) == text.Length) break;
            if (char.IsLowSurrogate(text[i])) seconds.Add(i++);
        }

        _seconds = [.. seconds];
        Length = text.Length - _seconds.Length;
    }

    /// <summary>The length of the text in code points.</summary>
    public int Length { get; }

    /// <summary>The number of code points that start before a UTF-16 position.</summary>
    /// <param name="position">A position of the text, in UTF-16 code units.</param>
    /// <returns>A position in code points.</returns>
    public int ToCodePoint(int position)
    {
        var before = Array.BinarySearch(_seconds, position);
        return position - (before < 0 ? ~before : before);
    }

    /// <summary>The UTF-16 position at which a code point starts.</summary>
    /// <param name="codePoint">A position in code points, from 0 to <see cref="Length"/>.</param>
    /// <returns>A position in UTF-16 code units.</returns>
    public int ToUtf16(int codePoint)
    {
        // Pair k is code point _seconds[k] - 1 - k, and these grow with k.
        var (low, high) = (0, _seconds.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_seconds[middle] - 1 - middle < codePoint) low = middle + 1;
            else high = middle;
        }

        return codePoint + low;
    }
}
