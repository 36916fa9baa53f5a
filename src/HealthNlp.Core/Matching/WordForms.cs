using System.Buffers;

namespace HealthNlp.Matching;

/// <summary>The form under which a word is compared: without case, accents, plural and feminine marks.</summary>
internal static class WordForms
{
    internal const int LongestWord = 64;

    /// <summary>The most link words passed over between two words of a term (<c>fracture de la tête</c>): keeps the time linear.</summary>
    internal const int MostLinks = 4;

    private const int LongestShortForm = 5;
    private static readonly SearchValues<char> CapitalsAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Whether a wording is a short form, whose letter case counts: at most five capitals and digits (<c>EP</c>, <c>HTA</c>).</summary>
    internal static bool IsShortForm(string wording) => wording.Length <= LongestShortForm && !wording.AsSpan().ContainsAnyExcept(CapitalsAndDigits);

    /// <summary>Writes the stem of a folded word: <c>renales</c>, <c>renaux</c> and <c>renal</c> give <c>renal</c>.</summary>
    /// <param name="folded">The word in lower case without accents, at most <see cref="LongestWord"/> long.</param>
    /// <param name="target">Receives the stem.</param>
    /// <returns>The length of the stem.</returns>
    internal static int Stem(ReadOnlySpan<char> folded, Span<char> target)
    {
        folded.CopyTo(target);
        var length = folded.Length;
        if (length < 5 || folded.ContainsAnyInRange('0', '9')) return length;
        if (folded.EndsWith("aux") && !folded.EndsWith("eaux"))
        {
            target[length - 2] = 'l';
            return length - 1;
        }

        if (target[length - 1] is 's' or 'x') length--;
        while (length > 4 && target[length - 1] == 'e') length--;
        var stem = target[..length];
        if (length > 4 && stem[^1] == stem[^2] && stem[^1] is 'l' or 'n' or 't' or 's') length--;
        else if (length > 4 && stem.EndsWith("eus")) length--;
        else if (length > 4 && stem.EndsWith("if")) target[length - 1] = 'v';
        return length;
    }

    /// <summary>Whether a word only links others inside a term: <c>de</c>, <c>la</c>, <c>d'</c>.</summary>
    /// <param name="written">The word as written, with its case.</param>
    /// <param name="next">The character after it, or a space at the end.</param>
    internal static bool IsLink(ReadOnlySpan<char> written, char next) => written.Length switch
    {
        1 => next == '\'' ? written[0] is 'd' or 'l' or 'D' or 'L' : written[0] is 'à' or 'a' or 'À',
        // In capitals, LA, LE, EN and LES are short forms.
        2 => written is "de" or "du" or "la" or "le" or "au" or "en" or "DE" or "DU" or "AU",
        3 => written is "des" or "les" or "aux" or "DES" or "AUX",
        _ => false,
    };

    /// <summary>Whether two words differ by one letter added, missing, changed or exchanged with its neighbour.</summary>
    internal static bool OneEdit(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        if (a.IsEmpty && b.IsEmpty) return false;
        if (a.Length > b.Length) return a[1..].SequenceEqual(b);
        if (b.Length > a.Length) return b[1..].SequenceEqual(a);
        return a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
    }
}
