namespace HealthNlp.Text;

/// <summary>
/// A closed list of short phrases (titles, field names, closing formulas) found at a given place of a text whatever the case, accents, plurals,
/// hyphens and apostrophes.
/// </summary>
/// <typeparam name="T">What a phrase stands for; a class, so that one compiled code serves every list.</typeparam>
internal sealed class PhraseLexicon<T> where T : class
{
    private const int LongestKey = 120;
    private const int MostWords = 10;

    private readonly Dictionary<string, T[]> _phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _firstWords = new(StringComparer.Ordinal);

    /// <summary>Reads a list from the rows of a knowledge file.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">The column of the phrase.</param>
    /// <param name="value">What the phrase of a row stands for.</param>
    internal PhraseLexicon(IEnumerable<string[]> rows, int column, Func<string[], T> value)
    {
        foreach (var row in rows)
        {
            var key = Key(row[column]);
            _phrases[key] = _phrases.TryGetValue(key, out var values) ? [.. values, value(row)] : [value(row)];
            _firstWords.Add(key.Split(' ')[0]);
        }
    }

    /// <summary>The longest phrase that begins at <paramref name="start"/>.</summary>
    /// <param name="text">A line.</param>
    /// <param name="start">Where its first word begins.</param>
    /// <param name="values">What the phrase stands for; several when it is ambiguous.</param>
    /// <returns>The position after the phrase, or 0 when there is none.</returns>
    internal int Match(ReadOnlySpan<char> text, int start, out T[] values)
    {
        values = [];
        Span<char> key = stackalloc char[LongestKey];
        var (length, end, at) = (0, 0, start);
        var phrases = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var word = 0; word < MostWords; word++)
        {
            var wordEnd = WordEnd(text, at);
            if (wordEnd == at || length + (wordEnd - at) + 1 > LongestKey) break;
            if (word > 0) key[length++] = ' ';
            length += Normalize(text[at..wordEnd], key[length..]);
            if (word == 0 && !_firstWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key[..length])) return 0;
            if (phrases.TryGetValue(key[..length], out var found)) (values, end) = (found, AfterPlural(text, wordEnd));
            at = NextWord(text, wordEnd);
        }

        return end;
    }

    /// <summary>The position of the next word on the line, over marks that do not part a title.</summary>
    internal static int NextWord(ReadOnlySpan<char> text, int at)
    {
        at = AfterPlural(text, at);
        while (at < text.Length && text[at] is ' ' or '\'' or '-' or '/' or ',' or '(' or ')' or '&' or '.' or '°' or '\t') at++;
        return at;
    }

    /// <summary>The end of the word (letters and digits) that begins here.</summary>
    internal static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
        return at;
    }

    /// <summary>The normal form of a word: folded, singular.</summary>
    internal static int Normalize(ReadOnlySpan<char> word, Span<char> target)
    {
        for (var i = 0; i < word.Length; i++) target[i] = LatinLetters.Fold(word[i]);
        var folded = target[..word.Length];
        if (folded.Length >= 5 && folded.EndsWith("aux"))
        {
            target[folded.Length - 2] = 'l';
            return folded.Length - 1;
        }

        return folded.Length >= 4 && folded[^1] == 's' ? folded.Length - 1 : folded.Length;
    }

    private static int AfterPlural(ReadOnlySpan<char> text, int at) => at < text.Length && text[at..].StartsWith("(s)", StringComparison.OrdinalIgnoreCase) ? at + 3 : at;

    private static string Key(string phrase)
    {
        Span<char> key = stackalloc char[LongestKey];
        var (length, at) = (0, 0);
        var text = phrase.Replace("œ", "oe", StringComparison.Ordinal).AsSpan();
        while (at < text.Length)
        {
            var end = WordEnd(text, at);
            if (end > at)
            {
                if (length > 0) key[length++] = ' ';
                length += Normalize(text[at..end], key[length..]);
            }

            at = Math.Max(NextWord(text, end), at + 1);
        }

        return key[..length].ToString();
    }
}
