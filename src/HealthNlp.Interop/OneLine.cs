namespace HealthNlp.Interop;

/// <summary>Text for one line of a terminal or of a table: control characters and line ends become spaces, a long text is cut.</summary>
internal static class OneLine
{
    internal static string Attributes(Entity entity) =>
        string.Join(", ", entity.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    internal static string Of(string text) => Of(text, new TextSpan(0, text.Length), int.MaxValue);

    internal static string Of(string text, TextSpan span, int maxLength)
    {
        var length = Math.Min(span.Length, maxLength);
        if (length < span.Length && char.IsHighSurrogate(text[span.Start + length - 1])) length--;
        var shown = string.Create(length, (text, span.Start), static (target, source) =>
        {
            source.text.AsSpan(source.Start, target.Length).CopyTo(target);
            foreach (ref var c in target)
            {
                if (char.IsControl(c) || c is '\u2028' or '\u2029') c = ' ';
            }
        });
        return length < span.Length ? shown + "…" : shown;
    }
}
