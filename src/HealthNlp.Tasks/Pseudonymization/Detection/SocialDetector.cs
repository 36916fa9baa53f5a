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
    private static readonly Lazy<WordSet> Single = Knowledge.Words("professions.tsv");
    private static readonly Lazy<WordSet> Titles = Knowledge.Words("place_words.tsv", "carer");
    private static readonly Lazy<string[]> Suffixes = new(() => [.. Knowledge.Rows("profession_words.tsv").Where(row => row[0] == "suffix").Select(row => row[1][1..])]);
    private static readonly Lazy<PhraseTable<string>> Words = new(() => new PhraseTable<string>(Knowledge.Rows("profession_words.tsv").Where(row => row[0] != "suffix").Select(row => (row[1], row[0]))));

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
        if (IsRelatives(text, i) || (text.Folded(i - 1) is "]" && text.Folded(i - 2) is "[")) return false;
        if (IsField(text, i, length)) return true;
        var accented = text[i].IndexOfAny('é', 'É') >= 0;
        return condition switch
        {
            "accent" => accented && !text.Is(i + 1, "par"),
            "person" => (accented || text[i][0] == 'S') && text.Folded(i + length) is not ("par" or "en" or "des") && (text.Folded(i + length) is not "du" || NameWords.Relatives.Contains(text.Folded(i + length + 1))) && (text.IsUnder(i, SectionKind.Lifestyle) || IsSaidOfPerson(text, i) || (text.Folded(i - 1) is "," && text.Folded(i + length) is "," or "." or ")")),
            _ => true,
        };
    }

    /// <summary>"Situation familiale : marié", "TURQUE;MARIE;": the accent is not needed in a field.</summary>
    private static bool IsField(TokenText text, int i, int length)
    {
        if (text.Folded(i - 1) is ";" && text.Folded(i + length) is ";") return Match(text, i - 2, "marital-label") > 0 || Nationalities.Length(text, i - 2) > 0;
        if (text.Folded(i - 1) is not (":" or "=")) return false;
        var label = i - 2;
        while (label > 0 && text.Folded(label) is "." or "...") label--;
        return text.SameLine(label, i) && Match(text, label, "marital-label") > 0;
    }

    private static bool IsSaidOfPerson(TokenText text, int i) => text.Folded(i - 1) is "est" && text.Folded(i - 2) is "il" or "elle" or "patient" or "patiente" && text.SameLine(i - 2, i);

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
        if (length == 0 && IsCompound(text, i)) (length, kind) = (1, "plain");
        if (length == 0 && Unlisted(text, i) is (var unlisted, var unlistedEnd) && unlistedEnd > unlisted) return (unlisted, unlistedEnd);
        if (length == 0 || IsRelatives(text, i) || IsRetirement(text, i) || !IsPatients(text, i, length, kind)) return default;
        return (i, kind == "status" && !text.Is(i, "allocataire") ? i + length : Extend(text, i + length));
    }

    /// <summary>Whether a profession is said of the patient.</summary>
    private static bool IsPatients(TokenText text, int i, int length, string kind)
    {
        var lifestyle = text.IsUnder(i, SectionKind.Lifestyle);
        if (kind == "status") return !text.IsBefore(i, 5, Titles.Value);
        if (kind == "stage" && !text.IsBefore(i, 5, NameWords.Relatives) && (text.IsClauseStart(i) || !text.IsJoined(i) || text.Folded(i - 1) is "est" or "un" or "une" or "puis" or "actuellement" or "fonctionnaire")) return true;
        if (kind is "plain" or "stage" && (IsApposed(text, i, i + length) || (text.Folded(i - 1) is "est" or "puis" && !IsNearRelative(text, i) && Match(text, i, "staff") == 0))) return true;
        if (HasCue(text, i, "strong-cue", 1) || (text.Folded(i - 1) is "une" or "un" or "'" && HasCue(text, i, "strong-cue", 2))) return true;
        if (kind != "context" && text.Folded(i - 1) is "est" && text.Folded(i - 2) is "il" or "elle" or "patient" or "patiente") return true;
        return kind switch
        {
            "plain" or "stage" => lifestyle || HasCue(text, i, "cue", 2) || HasCue(text, i, "home", MostWordsFromHome),
            "context" => lifestyle && (text.IsClauseStart(i) || text.Folded(i - 1) is "patient" or "patiente"),
            _ => IsRetired(text, i + length) > 0 || (lifestyle && IsSentenceStart(text, i) && text.IsClauseEnd(Extend(text, i + length))),
        };
    }

    /// <summary>A profession that fills a clause beside the patient: "58 ans, menuisier,", "nationalité turque, maçon". Staff are named so too: they need other words.</summary>
    private static bool IsApposed(TokenText text, int i, int end)
    {
        if (!(text.IsClauseStart(i) || !text.IsJoined(i)) || text.Folded(i - 1) is "et" or "/" || IsNearRelative(text, i) || text.IsBefore(i, 4, Titles.Value)) return false;
        var extended = Extend(text, end);
        var before = FamilyStatus.Value.Match(text, i - 2, out _) > 0 || Nationalities.Length(text, i - 2) > 0;
        var beside = before || (text.Folded(extended) is "," && FamilyStatus.Value.Match(text, extended + 1, out _) > 0);
        if (!beside && (text.Folded(i - 1) is "-" or ":" || text.Folded(extended) is ":" || (Match(text, i, "staff") is > 0 and var staff && (extended == i + staff || text.Is(i + staff, "a"))))) return false;
        if (!text.IsClauseEnd(extended) && text.IsJoined(extended) && Match(text, extended, "complement-stop") == 0 && IsRetired(text, extended) == 0) return false;
        return !text.IsLineStart(i) || text.IsCapitalized(i);
    }

    /// <summary>"ancien mareyeur", "58 ans, plaquiste,": a word of no list that ends as professions do.</summary>
    private static (int Start, int End) Unlisted(TokenText text, int i)
    {
        if (text.Kind(i) != TokenKind.Word || text[i].Length < 6 || !text.SameLine(i - 1, i) || text.IsCapitalized(i) && !text.IsCapitalized(i - 1) && text.Folded(i - 1) is not ("ancien" or "ancienne")) return default;
        if (!EndsAsProfession(text[i]) || Match(text, i, "not-profession") > 0 || NameWords.Stops.Contains(text.Folded(i)) || IsNearRelative(text, i)) return default;
        if (text.Folded(i - 1) is "ancien" or "ancienne") return (i, Extend(text, i + 1));
        return text.Folded(i - 1) is "," && text.Folded(i - 2) is "ans" && text.IsClauseEnd(i + 1) ? (i, i + 1) : default;
    }

    /// <summary>Whether a relative is named before in the same sentence.</summary>
    private static bool IsNearRelative(TokenText text, int i)
    {
        for (var j = i - 1; j >= i - 6 && text.SameLine(j, i) && text.Folded(j) is not ("." or ";"); j--)
        {
            if (NameWords.Relatives.Contains(text.Folded(j)) || text.Folded(j) is "garcon") return true;
        }

        return false;
    }

    /// <summary>ponceur-vernisseur: the first of two is a profession.</summary>
    private static bool IsCompound(TokenText text, int i)
    {
        var hyphen = text.Kind(i) == TokenKind.Word ? text.Folded(i).IndexOf('-') : -1;
        return hyphen > 3 && Single.Value.Contains(text.Folded(i)[..hyphen]) && EndsAsProfession(text.Folded(i));
    }

    private static bool EndsAsProfession(ReadOnlySpan<char> word)
    {
        foreach (var suffix in Suffixes.Value)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The end of whatever is said to be a profession: a known one with its complements, or the few words up to the end of the clause.</summary>
    private static int Named(TokenText text, int head)
    {
        if (Professions.Value.Match(text, head, out _) is > 0 and var length && Extend(text, head + length) is var known && known > head + 1) return known;
        var end = head + 1;
        while (end < head + MostUnknownWords && text.IsJoined(end) && !text.IsClauseEnd(end) && text.Kind(end) == TokenKind.Word && !IsStop(text, end)) end++;
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
        while (text.IsJoined(end))
        {
            if (IsRetired(text, end) is > 0 and var retired) return end + retired;
            if (Professions.Value.Match(text, end, out var kind) is > 0 and var second && kind == "plain") end += second;
            else if (Match(text, end, "adjective") is > 0 and var adjective) end += adjective;
            else if (Match(text, end, "noun") is > 0 and var noun) end += noun;
            else break;
        }

        if (!text.IsJoined(end) || Match(text, end, "preposition") == 0 || IsPlace(text, end)) return end;
        var complement = end;
        while (text.IsJoined(complement) && complement - end < MostComplementWords && text.Kind(complement) is TokenKind.Word or TokenKind.Number && !IsStop(text, complement) && !IsPlace(text, complement)) complement++;
        if (IsRetired(text, complement) is > 0 and var after && text.IsJoined(complement)) return complement + after;

        // A complement that runs into a verb is cut to its first noun; one that is only a preposition is none.
        while (complement > end && Match(text, complement - 1, "preposition") > 0) complement--;
        return complement;
    }

    /// <summary>"à Rennes", "au 3 rue", "à l'époque": no part of a profession.</summary>
    private static bool IsPlace(TokenText text, int i) =>
        (text.Is(i, "a") && ((text.Is(i + 1, "l'") && text.Is(i + 2, "epoque")) || (Towns.Known(text, i + 1) is > 0 and var town && (text.IsCapitalized(i + 1) || !Towns.IsHomograph(text, i + 1, town)))))
        || (text.Is(i, "au") && i + 1 < text.Count && text.Kind(i + 1) == TokenKind.Number);

    private static (int Start, int End) School(TokenText text, int i)
    {
        if (text.Is(i, "eleve") && text.Folded(i + 1) is "de" or "en" && Match(text, i + 2, "school") is > 0 and var pupil && text.SameLine(i, i + 2)) return (i, i + 2 + pupil);
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
