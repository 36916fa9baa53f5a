using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Reads the words of a name from the first one on: up to a mark, the end of the line, or a word that is no part of a name.</summary>
internal static class NameReader
{
    private const int MostWords = 8;
    private const int MostLowerWords = 4;

    /// <summary>The position after the last word of the name; <paramref name="start"/> when there is no name.</summary>
    /// <param name="text">The document.</param>
    /// <param name="start">The first token that may belong to the name.</param>
    /// <param name="lower">Whether words in lower case may be a name here.</param>
    internal static int End(TokenText text, int start, LowerCase lower)
    {
        if (LineEnd(text, start) is > 0 and var lineEnd) return lineEnd;
        var (end, capitals, at) = (start, 0, start);
        while (at < start + MostWords && text.SameCell(start, at) && IsNameToken(text, at) && !StopsAt(text, at, capitals))
        {
            if (IsParticle(text, at))
            {
                at++;

                // Tran Van: a particle with a capital may end a name, an article may not.
                if (capitals > 0 && text.IsCapitalized(at - 1) && text[at - 1].Length > 2 && text.Folded(at - 1) is not ("les" or "des") && (!text.SameCell(start, at) || !IsNameToken(text, at) || NameWords.Stops.Contains(text.Folded(at)))) end = at;
                continue;
            }

            if (!text.IsCapitalized(at)) break;
            at = end = at + 1;
            capitals++;
            if (IsEndOfWord(text, at)) at = end = at + 2;

            // J. Martin, J.-P. Martin: the period of an initial.
            if (IsInitial(text[at - 1])) at = AfterInitial(text, start, at);
        }

        if (capitals == 0 && !(at > start && text.IsCapitalized(start) && IsParticle(text, start))) return lower == LowerCase.Never ? start : LowerName(text, start, lower);
        return LowerEnd(text, start, end, capitals);
    }

    /// <summary>KERMARREC'H: an apostrophe inside a word that the tokens part.</summary>
    private static bool IsEndOfWord(TokenText text, int at) =>
        text.SameCell(at - 1, at + 1) && text[at] is "'" && text.Span(at - 1).End == text.Span(at).Start && text.Span(at).End == text.Span(at + 1).Start && text[at + 1].Length <= 2 && char.IsLetter(text[at + 1][0]);

    /// <summary>After a title at the head of a line or of a signature, all words to the end of the line: "Dr Paul Nkosi a mbala."</summary>
    /// <returns>0 when the line holds anything else.</returns>
    private static int LineEnd(TokenText text, int start)
    {
        if (!(text.IsCellStart(start - 1) || text.Folded(start - 2) is ":" or "par") || !text.IsCapitalized(start) || !text.SameCell(start, start + 1) || !text.IsCapitalized(start + 1)) return 0;
        var at = start;
        for (; at < start + MostWords && text.SameCell(start, at) && IsNameToken(text, at); at++)
        {
            if ((!text.IsCapitalized(at) && text[at].Length > 2 && !IsParticle(text, at) && NameVocabulary.Contains(text.Folded(at))) || (text[at] is "A" && at > start) || (at > start && NameWords.IsCarer(text, at))) return 0;
            var stop = NameWords.Stops.Contains(text.Folded(at)) || (!text.IsCapitalized(at) && NameWords.EndsAsAdjective(text[at])) || NameWords.Joiners.Contains(text.Folded(at));
            if (stop && text[at].Length > 1) return 0;
        }

        var period = text.SameCell(start, at) && text.Folded(at) is ".";
        return text.SameCell(start, period ? at + 1 : at) ? 0 : at;
    }

    /// <summary>J, J-P, Ph, Th: what a first name is shortened to.</summary>
    internal static bool IsInitial(ReadOnlySpan<char> word) =>
        word.Length == 1 || (word.Length is > 2 and < 6 && (word[1] is '-' or '.') && !word.ContainsAnyExceptInRange('-', 'Z')) || word is "Ph" or "Th" or "Ch" or "Chr" or "Fr" or "Cl" or "Cath" or "Bern";

    /// <summary>Over the period, and the hyphen, between an initial and the next word of the name.</summary>
    private static int AfterInitial(TokenText text, int start, int at)
    {
        var next = at;
        if (text.SameLine(start, next) && text.Folded(next) is ".") next++;
        if (text.SameLine(start, next) && text.Folded(next) is "-") next++;
        return next > at && text.SameLine(start, next) && IsNameToken(text, next) && text.IsCapitalized(next) ? next : at;
    }

    /// <summary>Whether a token can be a word of a name.</summary>
    internal static bool IsNameToken(TokenText text, int i)
    {
        if (i >= text.Count || text.Kind(i) is not (TokenKind.Word or TokenKind.Unit) || !char.IsLetter(text[i][0])) return false;
        foreach (var c in text[i])
        {
            if (!char.IsLetter(c) && c is not ('-' or '\'' or '.')) return false;
        }

        return true;
    }

    internal static bool IsParticle(TokenText text, int i) => NameWords.Particles.Contains(text.Folded(i));

    /// <summary>Whether the word at a token ends a name: a word of the list, or one that announces another name.</summary>
    private static bool StopsAt(TokenText text, int at, int capitals)
    {
        if (NameWords.Joiners.Contains(text.Folded(at))) return true;
        if (capitals == 0 && text[at][..1].ContainsAnyInRange('A', 'Z') && IsInitial(text[at].TrimEnd('.')) && text[at].Length is > 1 and < 4 && (text[at][^1] == '.' || text.Folded(at + 1) is ".")) return false;
        if (text[at] is "A" or "Y" && capitals > 0 && text[at - 1].Length > 1 && !text.IsClauseEnd(at + 1)) return true;
        if (IsParticle(text, at) || IsElidedSurname(text, at)) return false;

        // A surname may be a word of the list (Dr Gaucher, Mme Avril): right after its title, or at the end of the name, it is one.
        var stop = NameWords.Stops.Contains(text.Folded(at)) && text[at].Length > 1;
        return (stop && !(text.IsCapitalized(at) && NameWords.Common.Contains(text.Folded(at)) && (capitals == 0 || text.IsClauseEnd(at + 1)))) || (!(capitals == 0 && text.Folded(at).Length == 1) && NameTrigger.Match(text, at, false, out var next) > 0 && next.Kind is "civility" or "title" or "child") || (NameTrigger.Match(text, at, true, out _) is > 0 and var label && text.Folded(at + label) is ":");
    }

    /// <summary>N'Diaye, N'Guessan: the beginning of a surname, not a negation.</summary>
    private static bool IsElidedSurname(TokenText text, int at) =>
        text[at].Length == 2 && text[at][^1] == '\'' && char.IsUpper(text[at][0]) && text.SameLine(at, at + 1) && text.Span(at).End == text.Span(at + 1).Start && text.IsCapitalized(at + 1);

    /// <summary>"le docteur bruyère": one word, which the list of stops does not hold; after a label, up to three words that end their line or clause.</summary>
    private static int LowerName(TokenText text, int start, LowerCase lower)
    {
        if (lower == LowerCase.Always)
        {
            var end = start;
            while (end < start + MostLowerWords && text.SameCell(start, end) && (text.Folded(end) is "." ? end > start && text[end - 1].Length == 1 : IsNameToken(text, end) && !NameWords.Stops.Contains(text.Folded(end)) && !NameWords.IsCarer(text, end))) end++;
            return end > start && (text.IsClauseEnd(end) || NameTrigger.Match(text, end, true, out _) > 0) && text[end - 1].Length > 2 ? end : start;
        }

        if (lower == LowerCase.AfterArticle && !(text.Folded(start - 2) is "le" or "du" or "au" or "par" or "avec" or "chez" or "la")) return start;
        if (!text.SameLine(start - 1, start)) return start;
        var (at, most) = (start, lower == LowerCase.Words ? MostLowerWords - 1 : 1);
        for (var words = 0; words < most; words++)
        {
            var word = at;
            while (text.SameCell(start, word) && IsParticle(text, word) && word - at < 3) word++;
            if (!text.SameCell(start, word) || !IsNameToken(text, word) || !IsLowerPart(text, word) || NameWords.Joiners.Contains(text.Folded(word))) break;
            if (word == start && text[word].Length < 3) break;
            if (words > 0 && word == at && !NameWords.FirstNames.Contains(text.Folded(word)) && !text[word].Contains('-')) break;
            at = word + 1;
        }

        return at;
    }

    /// <summary>
    /// "Aubert de kermorvan", "Sousa das neves": what follows a first name and the beginning of a surname in lower case belongs to the surname when
    /// it runs to a mark, the end of the line, or a verb.
    /// </summary>
    private static int LowerEnd(TokenText text, int start, int end, int capitals)
    {
        // After a surname, le and la are articles or pronouns.
        if (text.SameCell(start, end) && text[end] is "le" or "la" or "les" or "l'") return end;
        var particleFirst = end < text.Count && text.SameCell(start, end) && IsParticle(text, end);
        var startsWithParticle = IsParticle(text, start) && end - start <= 1;
        var at = end;
        while (at < end + MostLowerWords && text.SameCell(start, at) && IsNameToken(text, at) && (IsParticle(text, at) || (!text.IsCapitalized(at) && IsLowerPart(text, at) && (IsParticle(text, at - 1) ? !IsInfinitive(text, at) : !NameVocabulary.Contains(text.Folded(at)))))) at++;
        while (at > end && IsParticle(text, at - 1)) at--;
        if (at == end) return end;
        var stopped = at >= text.Count || !text.SameCell(start, at) || text.IsClauseEnd(at) || text.Kind(at) == TokenKind.Number
            || NameWords.Ends.Contains(text.Folded(at)) || NameWords.Stops.Contains(text.Folded(at));
        if (stopped) return capitals >= 2 || particleFirst || startsWithParticle ? at : end;

        // "M. Luc Do carvalhal aura": a particle and its word, whatever follows.
        if (!particleFirst) return end;
        at = end;
        while (IsParticle(text, at)) at++;
        return at + 1;
    }

    /// <summary>"demander à M. Martin d'arrêter": a verb after d' or de is no surname.</summary>
    private static bool IsInfinitive(TokenText text, int at) => text[at - 1] is "d'" or "de" && (text.Folded(at).EndsWith("er") || text.Folded(at).EndsWith("ir") || text.Folded(at).EndsWith("re"));

    private static bool IsLowerPart(TokenText text, int at) => !NameWords.Stops.Contains(text.Folded(at)) && !NameWords.EndsAsAdjective(text[at]) && text[at].Length > 1;
}

/// <summary>Whether words in lower case may be a name.</summary>
internal enum LowerCase
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>One word, after an article: "le docteur bruyère".</summary>
    AfterArticle,

    /// <summary>One word: "dr bruyère".</summary>
    OneWord,

    /// <summary>One word, and those that belong to it by a particle, a hyphen or the list of first names: "mme le bihan josiane".</summary>
    Words,

    /// <summary>Several words, to the end of the clause: "Nom : le gallou".</summary>
    Always,
}
