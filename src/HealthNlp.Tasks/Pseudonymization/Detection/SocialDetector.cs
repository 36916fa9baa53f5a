using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The patient's profession or status, school, and marital status.</summary>
internal sealed class SocialDetector : Detector
{
    private const int MostComplementWords = 6;
    private const int MostUnknownWords = 4;
    private const int MostWordsFromHome = 6;

    private static readonly Lazy<PhraseTable<string>> Professions = Knowledge.Phrases("professions.tsv");
    private static readonly Lazy<PhraseTable<string>> FamilyStatus = Knowledge.Phrases("family_status.tsv");
    private static readonly Lazy<PhraseTable<string>> Words = new(() => new PhraseTable<string>(Knowledge.Rows("profession_words.tsv").Select(row => (row[1], row[0]))));

    internal override string Name => "social";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (FamilyStatus.Value.Match(text, i, out var condition) is > 0 and var status && IsMaritalStatus(text, i, status, condition))
            {
                findings.Add(new Finding(text.Span(i, i + status), IdentifierLabels.FamilyStatus));
                i += status - 1;
                continue;
            }

            var (start, end) = Profession(text, i);
            if (end <= start) continue;
            findings.Add(new Finding(text.Span(start, end), IdentifierLabels.SocialIdentity));
            i = end - 1;
        }
    }

    private static bool IsMaritalStatus(TokenText text, int i, int length, string condition)
    {
        if (IsRelatives(text, i)) return false;
        var accented = text[i].IndexOfAny('é', 'É') >= 0;
        return condition switch
        {
            "accent" => accented && !text.Is(i + 1, "par"),
            "person" => accented && text.IsUnder(i, SectionKind.Lifestyle) && text.Folded(i + length) is not ("par" or "en"),
            _ => true,
        };
    }

    private static (int Start, int End) Profession(TokenText text, int i)
    {
        if (Match(text, i, "named-by") is > 0 and var announcement && text.SameLine(i, i + announcement))
        {
            var head = i + announcement;
            if (text.Folded(head) is "un" or "une" or ":") head++;
            if (text.SameLine(i, head) && text.Kind(head) == TokenKind.Word && !IsStop(text, head)) return (head, Named(text, head));
            return default;
        }

        if (School(text, i) is (var schoolStart, var schoolEnd) && schoolEnd > schoolStart) return (schoolStart, schoolEnd);
        var length = Professions.Value.Match(text, i, out var kind);
        if (length == 0 || IsRelatives(text, i) || IsRetirement(text, i) || !IsPatients(text, i, length, kind)) return default;
        return (i, kind == "status" ? i + length : Extend(text, i + length));
    }

    /// <summary>Whether a profession is said of the patient.</summary>
    private static bool IsPatients(TokenText text, int i, int length, string kind)
    {
        var lifestyle = text.IsUnder(i, SectionKind.Lifestyle);
        if (kind == "status") return true;
        if (HasCue(text, i, "strong-cue", 1) || (text.Folded(i - 1) is "une" or "un" or "'" && HasCue(text, i, "strong-cue", 2))) return true;
        if (kind != "context" && text.Folded(i - 1) is "est" && text.Folded(i - 2) is "il" or "elle" or "patient" or "patiente") return true;
        return kind switch
        {
            "plain" => lifestyle || HasCue(text, i, "cue", 2) || HasCue(text, i, "home", MostWordsFromHome),
            "context" => lifestyle && (text.IsClauseStart(i) || text.Folded(i - 1) is "patient" or "patiente"),
            _ => IsRetired(text, i + length) > 0 || (lifestyle && IsSentenceStart(text, i) && text.IsClauseEnd(Extend(text, i + length))),
        };
    }

    /// <summary>The end of whatever is said to be a profession: a known one with its complements, or the few words up to the end of the clause.</summary>
    private static int Named(TokenText text, int head)
    {
        if (Professions.Value.Match(text, head, out _) is > 0 and var length && Extend(text, head + length) is var known && known > head + 1) return known;
        var end = head + 1;
        while (end < head + MostUnknownWords && !text.IsClauseEnd(end) && text.Kind(end) == TokenKind.Word && !IsStop(text, end)) end++;
        return text.IsClauseEnd(end) ? end : Extend(text, head + 1);
    }

    /// <summary>The profession of a relative: "son père agriculteur", "sa fille est infirmière".</summary>
    private static bool IsRelatives(TokenText text, int i) =>
        text.IsBefore(i, 1, NameWords.Relatives) || (text.IsBefore(i - 1, 1, NameWords.Relatives) && text.SameLine(i - 1, i) && text.Kind(i - 1) == TokenKind.Word);

    /// <summary>"retraite" without its accent is no person.</summary>
    private static bool IsRetirement(TokenText text, int i) => text.Is(i, "retraite") && text[i].IndexOfAny('é', 'É') < 0;

    private static bool IsSentenceStart(TokenText text, int i) => text.IsLineStart(i) || text.Folded(i - 1) is "." or "-" or "•" or ":";

    /// <summary>The end of the complements after a profession: adjectives, "de bar", "en droit", "à la retraite".</summary>
    private static int Extend(TokenText text, int end)
    {
        var first = end - 1;
        while (text.SameLine(first, end))
        {
            if (IsRetired(text, end) is > 0 and var retired) return end + retired;
            if (Professions.Value.Match(text, end, out var kind) is > 0 and var second && kind == "plain") end += second;
            else if (Match(text, end, "adjective") is > 0 and var adjective) end += adjective;
            else if (Match(text, end, "noun") is > 0 and var noun) end += noun;
            else break;
        }

        if (!text.SameLine(first, end) || Match(text, end, "preposition") == 0) return end;
        var complement = end;
        while (text.SameLine(first, complement) && complement - end < MostComplementWords && text.Kind(complement) is TokenKind.Word or TokenKind.Number && !IsStop(text, complement)) complement++;
        if (IsRetired(text, complement) is > 0 and var after && text.SameLine(first, complement)) return complement + after;

        // A complement that runs into a verb is cut to its first noun; one that is only a preposition is none.
        while (complement > end && Match(text, complement - 1, "preposition") > 0) complement--;
        return complement;
    }

    private static (int Start, int End) School(TokenText text, int i)
    {
        var cued = Match(text, i, "school-cue") > 0;
        if (!cued && text.IsLineStart(i) && text.IsUnder(i, SectionKind.Lifestyle) && Match(text, i, "school") is > 0 and var level && text.IsClauseEnd(i + level)) return (i, i + level);
        var at = cued && text.SameLine(i, i + 1) ? i + 1 : i;
        if (!text.Is(at, "en") || (!cued && !(text.IsUnder(at, SectionKind.Lifestyle) && text.IsClauseStart(at)))) return default;
        at++;
        if (text.Is(at, "classe") && text.Is(at + 1, "de")) at += 2;
        return text.SameLine(i, at) && Match(text, at, "school") is > 0 and var length ? (i, at + length) : default;
    }

    private static int Match(TokenText text, int i, string kind) => i < text.Count ? Words.Value.Match(text, i, out _, candidate => candidate == kind) : 0;

    private static int IsRetired(TokenText text, int i) => i < text.Count && text.SameLine(i - 1, i) ? Match(text, i, "retired") : 0;

    private static bool IsStop(TokenText text, int i) => Match(text, i, "complement-stop") > 0;

    private static bool HasCue(TokenText text, int i, string kind, int window)
    {
        for (var j = i - 1; j >= i - window && text.SameLine(j, i); j--)
        {
            if (Match(text, j, kind) > 0) return true;
        }

        return false;
    }
}
