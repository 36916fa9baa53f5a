namespace HealthNlp.Text;

/// <summary>A text in the form that the components read, with the way back to every raw position.</summary>
/// <remarks>Immutable and thread-safe. Identified data, as the raw text is.</remarks>
public sealed class NormalizedText
{
    private string? _folded;

    internal NormalizedText(string raw, string text, OffsetMap map, IReadOnlyList<Noise> noise)
    {
        Raw = raw;
        Noise = noise;
        Text = text;
        Map = map;
    }

    /// <summary>A text that needs no change.</summary>
    internal static NormalizedText Unchanged(string text) => new(text, text, OffsetMap.Identity(text.Length), []);

    /// <summary>The raw text.</summary>
    public string Raw { get; }

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> in lower case without accents, of the same length: position for position the same.</summary>
    public string Folded => _folded ??= LatinLetters.Fold(Text);

    /// <summary>The way between positions of <see cref="Raw"/> and of <see cref="Text"/>.</summary>
    public OffsetMap Map { get; }

    /// <summary>Lines of the raw text that are no content.</summary>
    internal IReadOnlyList<Noise> Noise { get; }

    /// <summary>Offsets only, never text.</summary>
    /// <returns>A description that is safe in a log.</returns>
    public override string ToString() => $"NormalizedText ({Raw.Length} -> {Text.Length} UTF-16 code units)";
}
