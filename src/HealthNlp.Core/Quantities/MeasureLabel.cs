namespace HealthNlp.Quantities;

/// <summary>The name of a measure that was read last, and what stands between it, or its last value, and the place reached.</summary>
internal sealed class MeasureLabel(Measure? measure, TextSpan? span)
{
    private const int MostWords = 6;
    private const int MostDescribing = 2;

    private int _words;

    private enum Between
    {
        Fillers,
        Words,
        Comma,
        Break,
    }

    private Between _between;

    internal Measure? Measure => measure;

    internal TextSpan? Span => span;

    /// <summary>Its values, in text order.</summary>
    internal List<Draft> Values { get; } = [];

    /// <summary>Whether the name ended its line and the next line was begun.</summary>
    internal bool IsLineAbove { get; set; }

    /// <summary>Whether nothing but words such as "à", "est", "ce jour" stands between.</summary>
    internal bool IsNear => _between == Between.Fillers;

    /// <summary>Whether a value with a unit may belong to the name: after a comma only at once, after its first value only when near.</summary>
    internal bool IsInReach => _between == Between.Fillers || (_between is Between.Words or Between.Comma && Values.Count == 0);

    /// <summary>Whether a word or two stand between it and its first value: "hypokaliémie persistante (à 3,1)".</summary>
    internal bool IsDescribed => _between == Between.Words && _words <= MostDescribing && Values.Count == 0;

    /// <summary>Notes a token that is no value.</summary>
    internal void Pass(ReadOnlySpan<char> folded, bool isFiller)
    {
        if (folded is ",")
        {
            if (_between == Between.Words || Values.Count == 0) _between = _between == Between.Break ? Between.Break : Between.Comma;
            return;
        }

        if (isFiller) return;
        _between = _between switch
        {
            Between.Fillers => Between.Words,
            Between.Comma => Between.Break,
            var same => same,
        };
        if (++_words > MostWords || folded is ";") _between = Between.Break;
    }

    internal void Add(Draft draft)
    {
        Values.Add(draft);
        _between = Between.Fillers;
        _words = 0;
    }
}
