using System.Globalization;

namespace HealthNlp.Qualifiers;

/// <summary>
/// Finds years and dates before the year of writing: <c>en 2012</c>, <c>(2012)</c>, <c>12/03/2012</c>, <c>il y a 10 ans</c>. A small reading of dates,
/// to be replaced by the layer of dates.
/// </summary>
internal static class PastYears
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly Cue Year = new(Track.History, Effect.Qualify, Qualifier.History, Direction.Before, Reach.Clause, 0.85, "History: past year");
    private static readonly Cue Ago = new(Track.History, Effect.Qualify, Qualifier.History, Direction.Before, Reach.Clause, 0.85, "History: il y a N ans");

    /// <summary>The year of writing: the caller's, else the latest that a date of the text names; 0 when there is none.</summary>
    internal static int YearOfWriting(Document document, SentenceTokens tokens, int count)
    {
        if (document.Written is { } written) return written.Year;
        var latest = 0;
        tokens.MoveTo(0, count);
        for (var i = 0; i < count; i++)
        {
            if (tokens.Kind(i) == TokenKind.Date) latest = Math.Max(latest, YearOf(tokens.Folded(i)));
        }

        return latest;
    }

    /// <summary>Adds the cues of a sentence.</summary>
    internal static void Read(SentenceTokens sentence, SentenceCues cues, int written)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (sentence.Kind(i) == TokenKind.Date)
            {
                if (IsPast(YearOf(sentence.Folded(i)), written)) Add(sentence, cues, Year, i, i + 1);
            }
            else if (sentence.IsNumber(i))
            {
                if (Number(sentence.Folded(i)) is >= FirstYear and <= LastYear and var year && IsPast(year, written) && IsDated(sentence, i)) Add(sentence, cues, Year, i, i + 1);
                else if (i >= sentence.Start + 3 && sentence.Folded(i - 1) is "a" && sentence.Folded(i - 2) is "y" && i + 1 < sentence.End && sentence.Folded(i + 1) is "ans" or "an" or "annees") Add(sentence, cues, Ago, i - 3, i + 2);
                else if (IsShortYear(sentence, i)) Add(sentence, cues, Year, i, i + 1);
            }
            else if (sentence.Is(i, WordFlags.Several) && i >= sentence.Start + 3 && sentence.Folded(i - 1) is "a" && sentence.Folded(i - 2) is "y" && i + 1 < sentence.End && sentence.Folded(i + 1) is "ans" or "annees")
            {
                Add(sentence, cues, Ago, i - 3, i + 2);
            }
        }
    }

    /// <summary><c>en 98</c>, <c>les années 90</c>.</summary>
    private static bool IsShortYear(SentenceTokens sentence, int token)
    {
        var word = sentence.Folded(token);
        if (word.Length != 2 || word[0] is < '5' or > '9' || !char.IsAsciiDigit(word[1]) || token == sentence.Start) return false;
        return sentence.Folded(token - 1) is "annees" || (sentence.Folded(token - 1) is "en" && (token + 1 >= sentence.End || sentence.Kind(token + 1) != TokenKind.Unit));
    }

    /// <summary>Past years say nothing of what goes on since (<c>depuis 2012</c>), nor does a birth.</summary>
    private static bool IsDated(SentenceTokens sentence, int year)
    {
        var before = year - 1;
        if (before < sentence.Start) return sentence.Mark(year + 1) is ':' or '-' or '>';
        if (before < sentence.FirstWord) return sentence.Mark(year + 1) is ':' or '-';
        var word = sentence.Folded(before);
        if (word is ",") return year + 1 >= sentence.End || sentence.Mark(year + 1) is '.' or ';';
        return word is "en" or "de" or "(" or "annee" or "l'annee" || IsMonth(word);
    }

    private static bool IsMonth(ReadOnlySpan<char> word) =>
        word is "janvier" or "fevrier" or "mars" or "avril" or "mai" or "juin" or "juillet" or "aout" or "septembre" or "octobre" or "novembre" or "decembre" or "fin" or "debut" or "ete"
            or "hiver" or "automne" or "printemps";

    private static void Add(SentenceTokens sentence, SentenceCues cues, Cue cue, int start, int end)
    {
        var first = start;
        for (var i = start; i > sentence.FirstWord && start - i < 4 && (sentence.Is(i - 1, WordFlags.Link | WordFlags.Determiner) || IsMonth(sentence.Folded(i - 1)) || sentence.Mark(i - 1) is '(' or ',' || sentence.Folded(i - 1) is "annees"); i--) first = i - 1;
        for (var i = sentence.Start; i < end; i++)
        {
            if (sentence.Folded(i) is "ne" or "nee" or "naissance" or "ddn" || (sentence.Folded(i) is "depuis" && i >= first - 1)) return;
        }

        cues.Add(new CueHit(cue, first, end));
    }

    private static bool IsPast(int year, int written) => year >= FirstYear && year < written;

    private static int Number(ReadOnlySpan<char> word) => word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    private static int YearOf(ReadOnlySpan<char> date)
    {
        if (date.Length < 4) return 0;
        return Number(date[^4..]) is >= FirstYear and <= LastYear and var last ? last : Number(date[..4]) is >= FirstYear and <= LastYear and var first ? first : 0;
    }
}
