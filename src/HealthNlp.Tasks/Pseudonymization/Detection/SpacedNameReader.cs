using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>A name that a scanner wrote letter by letter: "D U P O N T  J e a n".</summary>
internal static class SpacedNameReader
{
    private const int FewestLetters = 4;
    private const int MostPieces = 60;

    /// <summary>The words of the name that begins at a token; each is the tokens from Start to the one before End.</summary>
    internal static List<(int Start, int End)> Read(TokenText text, int start)
    {
        var words = new List<(int Start, int End)>();
        var (at, wordStart, single) = (start, start, 0);
        for (; at < text.Count && at < start + MostPieces && text.SameLine(start, at) && IsPiece(text, at); at++)
        {
            if (text[at].Length == 1) single++;
            if (at == wordStart) continue;
            var gap = text.Span(at).Start - text.Span(at - 1).End;
            if (gap > 3) break;
            var capital = char.IsUpper(text[at][0]);
            var newWord = gap > 1 || (capital && text.Folded(at - 1) is not "-"
                && (char.IsLower(text[at - 1][^1]) || (at - wordStart > 1 && text.SameLine(at, at + 1) && IsPiece(text, at + 1) && char.IsLower(text[at + 1][0]))));
            if (!newWord) continue;
            words.Add((wordStart, at));
            wordStart = at;
        }

        if (at > wordStart) words.Add((wordStart, at));
        return single >= FewestLetters && single * 2 > at - start ? words : [];
    }

    private static bool IsPiece(TokenText text, int i) => text.Folded(i) is "-" || (text[i].Length <= 2 && char.IsLetter(text[i][0]) && text.Folded(i) is not ("ne" or "le" or "et"))
        || (text[i].Length == 1 && char.IsUpper(text[i][0]));
}
