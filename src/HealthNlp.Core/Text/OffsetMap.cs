namespace HealthNlp.Text;

/// <summary>
/// The correspondence between the positions of a raw text and of its normalised form. Both are cut into the same pieces: in a <i>linear</i> piece
/// position k of one is position k of the other; a <i>block</i> (œ and oe, a line break and a space, a deleted character) corresponds as a whole.
/// </summary>
/// <remarks>Immutable and thread-safe. A look-up is O(log pieces).</remarks>
public sealed class OffsetMap
{
    // Starts of the pieces, then the two lengths as last element. A piece is linear when it has the same length on both sides.
    private readonly int[] _raw;
    private readonly int[] _normalized;

    private OffsetMap(int[] raw, int[] normalized)
    {
        _raw = raw;
        _normalized = normalized;
    }

    /// <summary>Length of the raw text.</summary>
    public int RawLength => _raw[^1];

    /// <summary>Length of the normalised text.</summary>
    public int NormalizedLength => _normalized[^1];

    /// <summary>Whether both texts have the same positions.</summary>
    public bool IsIdentity => _raw.Length == 2 && RawLength == NormalizedLength;

    /// <summary>The raw span under a span of the normalised text.</summary>
    /// <param name="normalized">A span of the normalised text.</param>
    /// <returns>From the first raw character that stands behind it to the last; what was deleted at its edges is left out, what was deleted inside is in.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span ends after the text.</exception>
    public TextSpan ToRaw(TextSpan normalized)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(normalized.End, NormalizedLength);
        return Translate(normalized, _normalized, _raw);
    }

    /// <summary>The span of the normalised text that stands for a raw span.</summary>
    /// <param name="raw">A span of the raw text.</param>
    /// <returns>All that stands for it; empty when all of it was deleted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span ends after the text.</exception>
    public TextSpan ToNormalized(TextSpan raw)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(raw.End, RawLength);
        return Translate(raw, _raw, _normalized);
    }

    internal static OffsetMap Identity(int length) => new([0, length], [0, length]);

    private static TextSpan Translate(TextSpan span, int[] from, int[] to)
    {
        if (span.IsEmpty)
        {
            var at = Boundary(span.Start, from, to);
            return new TextSpan(at, at);
        }

        var first = PieceAt(span.Start, from);
        var last = PieceAt(span.End - 1, from);
        var start = IsLinear(first, from, to) ? to[first] + span.Start - from[first] : to[first];
        var end = IsLinear(last, from, to) ? to[last] + span.End - from[last] : to[last + 1];
        return new TextSpan(start, end);
    }

    private static int Boundary(int position, int[] from, int[] to)
    {
        if (position == from[^1]) return to[^1];
        var piece = PieceAt(position, from);
        return IsLinear(piece, from, to) ? to[piece] + position - from[piece] : to[piece];
    }

    private static bool IsLinear(int piece, int[] from, int[] to) => from[piece + 1] - from[piece] == to[piece + 1] - to[piece];

    /// <summary>The piece that holds a position: the last that starts at or before it (pieces that are empty on this side come first).</summary>
    private static int PieceAt(int position, int[] starts)
    {
        var (low, high) = (0, starts.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            if (starts[middle] <= position) low = middle;
            else high = middle;
        }

        return low;
    }

    /// <summary>Translates spans that come from left to right, each in constant time on average.</summary>
    internal struct Cursor(OffsetMap map)
    {
        private int _piece;

        internal TextSpan ToRaw(TextSpan normalized)
        {
            if (map.IsIdentity || normalized.IsEmpty) return map.ToRaw(normalized);
            var (from, to) = (map._normalized, map._raw);
            Advance(normalized.Start, from);
            var start = IsLinear(_piece, from, to) ? to[_piece] + normalized.Start - from[_piece] : to[_piece];
            Advance(normalized.End - 1, from);
            var end = IsLinear(_piece, from, to) ? to[_piece] + normalized.End - from[_piece] : to[_piece + 1];
            return new TextSpan(start, end);
        }

        private void Advance(int position, int[] starts)
        {
            while (_piece + 2 < starts.Length && starts[_piece + 1] <= position) _piece++;
        }
    }

    /// <summary>Gathers pieces from left to right.</summary>
    internal sealed class Builder
    {
        private readonly List<int> _raw = [0];
        private readonly List<int> _normalized = [0];
        private bool _open;

        internal int RawLength => _raw[^1];

        internal int NormalizedLength => _normalized[^1];

        /// <summary>Adds <paramref name="length"/> positions that correspond one to one.</summary>
        internal void AddLinear(int length)
        {
            if (length == 0) return;
            if (_open)
            {
                _raw[^1] += length;
                _normalized[^1] += length;
                return;
            }

            _raw.Add(_raw[^1] + length);
            _normalized.Add(_normalized[^1] + length);
            _open = true;
        }

        /// <summary>Adds a piece that corresponds as a whole. Lengths differ, or both are 1 (which is linear anyway).</summary>
        internal void AddBlock(int rawLength, int normalizedLength)
        {
            if (rawLength == normalizedLength)
            {
                AddLinear(rawLength);
                return;
            }

            _raw.Add(_raw[^1] + rawLength);
            _normalized.Add(_normalized[^1] + normalizedLength);
            _open = false;
        }

        internal OffsetMap Build()
        {
            if (_raw.Count == 1)
            {
                _raw.Add(0);
                _normalized.Add(0);
            }

            return new OffsetMap([.. _raw], [.. _normalized]);
        }
    }
}
