using HealthNlp.Dates;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>
/// The letters, numbers and marks of a text, finer than tokens: <c>1g/8h</c>, <c>x3/j</c> and <c>s/c</c> are written in so many ways that a prescription is
/// read from its smallest pieces. Positions are those of the normalised text.
/// </summary>
internal sealed class Atoms
{
    private readonly NormalizedText _text;
    private readonly List<TextSpan> _spans = [];

    internal Atoms(NormalizedText text)
    {
        _text = text;
        for (var at = 0; at < text.Folded.Length; at = _spans[^1].End)
        {
            while (at < text.Folded.Length && char.IsWhiteSpace(text.Folded[at])) at++;
            if (at == text.Folded.Length) break;
            _spans.Add(new TextSpan(at, EndOf(text.Folded, at)));
        }
    }

    internal int Count => _spans.Count;

    /// <summary>An atom without case and accents.</summary>
    internal ReadOnlySpan<char> this[int i] => _text.Folded.AsSpan(_spans[i].Start, _spans[i].Length);

    internal TextSpan Span(int i) => _spans[i];

    /// <summary>The words from an atom to the one before another, in the raw text.</summary>
    internal TextSpan Raw(int first, int end) => _text.Map.ToRaw(new TextSpan(_spans[first].Start, _spans[end - 1].End));

    internal string Written(int first, int end) => _text.Text[_spans[first].Start.._spans[end - 1].End];

    internal bool IsNumber(int i) => char.IsAsciiDigit(this[i][0]);

    /// <summary>A number in letters: <c>deux</c>, <c>vingt et un</c>.</summary>
    /// <returns>How many atoms it has; 0 when there is none.</returns>
    internal int NumberInWords(int i, int end, out int value)
    {
        const int LeastOfTens = 20;
        value = 0;
        var (total, at) = (0, i);
        if (at >= end || !NumberWords.Add(this[at++], ref total, ref value)) return 0;
        while (value >= LeastOfTens && at + 1 < end && this[at] is "-" or "et" && NumberWords.Add(this[at + 1], ref total, ref value)) at += 2;
        return total == 0 && value > 0 ? at - i : 0;
    }

    internal bool IsMark(int i) => !char.IsLetterOrDigit(this[i][0]);

    /// <summary>Whether nothing stands between an atom and the one before.</summary>
    internal bool IsStuck(int i) => i > 0 && _spans[i - 1].End == _spans[i].Start;

    /// <summary>The first atom that begins at or after a position.</summary>
    internal int From(int position)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_spans[middle].Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    internal static string[] Split(string folded)
    {
        var atoms = new List<string>();
        for (var at = 0; at < folded.Length;)
        {
            if (char.IsWhiteSpace(folded[at]))
            {
                at++;
                continue;
            }

            var end = EndOf(folded, at);
            atoms.Add(folded[at..end]);
            at = end;
        }

        return [.. atoms];
    }

    private static int EndOf(string text, int at)
    {
        var end = at + 1;
        if (char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
        }
        else if (char.IsLetter(text[at]))
        {
            while (end < text.Length && char.IsLetter(text[end])) end++;
        }

        return end;
    }
}
