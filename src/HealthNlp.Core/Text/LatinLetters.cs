using System.Globalization;

namespace HealthNlp.Text;

/// <summary>
/// Composition and folding of Latin letters from our own table: the framework's depends on the ICU of the machine and does nothing under
/// invariant globalization, and the result must be the same everywhere.
/// </summary>
internal static class LatinLetters
{
    private const int TableLength = 0x2000;

    private static readonly Lazy<EmbeddedKnowledge> Source = EmbeddedKnowledge.Core("latin_letters.tsv");
    private static readonly Lazy<(char[] Plain, Dictionary<(char Letter, char Mark), char> Composed)> Tables = new(Build);

    internal static EmbeddedKnowledge Knowledge => Source.Value;

    /// <summary>Whether a character is a mark that is written over or under the letter before it.</summary>
    internal static bool IsCombining(char c) =>
        c >= '\u0300' && (c <= '\u036F' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    /// <summary>The one letter that a letter and a mark make, or <see langword="false"/>.</summary>
    internal static bool TryCompose(char letter, char mark, out char composed) => Tables.Value.Composed.TryGetValue((letter, mark), out composed);

    /// <summary>The same letter without accents, in the same case.</summary>
    internal static char WithoutAccent(char c) => c < '\u0080' || c >= TableLength ? c : Tables.Value.Plain[c];

    /// <summary>Lower case without accents, character by character: the length does not change.</summary>
    internal static string Fold(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        var plain = Tables.Value.Plain;
        for (var i = 0; i < target.Length; i++) target[i] = FoldOne(source[i], plain);
    });

    /// <inheritdoc cref="Fold(string)"/>
    internal static char Fold(char c) => FoldOne(c, Tables.Value.Plain);

    private static char FoldOne(char c, char[] plain) => c < '\u0080'
        ? (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c
        : char.ToLowerInvariant(c < TableLength ? plain[c] : c);

    private static (char[] Plain, Dictionary<(char Letter, char Mark), char> Composed) Build()
    {
        var plain = new char[TableLength];
        for (var i = 0; i < TableLength; i++) plain[i] = (char)i;
        var composed = new Dictionary<(char, char), char>();
        foreach (var row in Source.Value.Rows)
        {
            plain[row[0][0]] = row[1][0];
            if (row[2] != "-") composed[(row[1][0], (char)int.Parse(row[2], NumberStyles.HexNumber, CultureInfo.InvariantCulture))] = row[0][0];
        }

        // A letter with two accents folds to one with one accent, which folds to a plain one.
        for (var i = 0; i < TableLength; i++)
        {
            while (plain[plain[i]] != plain[i]) plain[i] = plain[plain[i]];
        }

        return (plain, composed);
    }
}
