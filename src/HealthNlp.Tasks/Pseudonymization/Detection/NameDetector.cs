using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Names that a civility, a title, a label, a relative or their own form announces, parted into first name and surname, with the role of the person.</summary>
internal sealed class NameDetector : Detector
{
    private const int LongestAbbreviation = 4;

    private static readonly NameTrigger First = new("first", Roles.Other, "");
    private static readonly NameTrigger Last = new("last", Roles.Other, "");

    internal override string Name => "names";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        var names = new List<FoundName>();
        NameTables.Read(text, names);
        NameMarks.Read(text, names);
        var taken = new bool[text.Count];
        foreach (var name in names) taken.AsSpan(name.Start, name.End - name.Start).Fill(true);
        var (roles, lower) = (new NameRoles(text), IsLower(text));
        for (var i = 0; i < text.Count; i++)
        {
            if (taken[i]) continue;
            roles.Advance(i);
            var end = Read(text, i, names, roles, lower);
            if (end == i && BareNameReader.Read(text, i, lower, out var bare) is var after && after > i)
            {
                names.Add(new FoundName(i, after, bare, roles.OfBare(i, after, bare.Role)));
                end = after;

                // DURTELLE Simone épouse MARTIN: one more surname.
                var maiden = text.SameCell(i, end + 1) && NameWords.Joiners.Contains(text.Folded(end)) ? NameReader.End(text, end + 1, LowerCase.Never) : 0;
                if (maiden > end + 1) names.Add(new FoundName(end + 1, maiden, Last, roles.OfBare(i, after, bare.Role)));
                end = Math.Max(end, maiden);
            }

            if (end > i) i = end - 1;
        }

        new NameParts(text, findings).Add(names);
    }

    /// <summary>Whether most lines begin without a capital, as in notes typed in haste.</summary>
    private static bool IsLower(TokenText text)
    {
        var (lower, upper, sentences) = (0, 0, 0);
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Folded(i) is "." && text.SameLine(i, i + 1) && text.IsCapitalized(i + 1)) sentences++;
            if (!text.IsLineStart(i) || !char.IsLetter(text[i][0])) continue;
            if (text.IsCapitalized(i)) upper++;
            else lower++;
        }

        // Lines of a letter may break anywhere; its sentences begin with a capital.
        return lower > upper || (lower * 2 > upper && sentences * 4 < lower + upper);
    }

    /// <summary>Reads the names after the trigger at a token, if there is one.</summary>
    /// <returns>The position after the last name; <paramref name="i"/> when there is none.</returns>
    private static int Read(TokenText text, int i, List<FoundName> names, NameRoles roles, bool lower)
    {
        var length = NameTrigger.Match(text, i, true, out var trigger);
        var start = length > 0 ? NameLabels.Value(text, i, i + length) : -1;
        if (start < 0)
        {
            length = NameTrigger.Match(text, i, false, out trigger);
            if (length == 0) return i;
            start = AfterPeriod(text, i, i + length);
        }

        if (trigger.Kind is "job" or "by" or "relative" or "newborn" && !text.SameCell(i, start)) return i;
        if (trigger.Kind is "civility" or "title" && IsMisread(text, start))
        {
            names.Add(new FoundName(start, start + 1, Last, roles.Of(i, start + 1, trigger)));
            return start + 1;
        }

        var below = !text.SameLine(i, start);
        if ((below && !IsBelow(text, i, start, trigger)) || !Announces(text, i, ref start, trigger)) return i;
        if (trigger.Kind is "civility" or "title" && !below && SpacedNameReader.Read(text, start) is { Count: > 0 } spaced) return AddSpaced(text, spaced, roles.Of(i, spaced[^1].End, trigger), trigger, names);
        var last = i;
        while (true)
        {
            var end = trigger is { Kind: "first" } ? NameLabels.FirstNamesEnd(text, start) : NameReader.End(text, start, Lower(text, i, trigger, lower));
            if (trigger.Kind == "label" || (trigger.Kind == "by" && trigger.Role == Roles.Patient)) end = NameLabels.WithFirstName(text, start, end);
            if (end == start || !NameConfirmation.Confirms(text, start, end, trigger)) return last;
            var kind = trigger.Kind is "label" or "job" or "by" && end - start == 1 && NameVocabulary.IsFirstName(text.Folded(start)) && char.IsLower(text[start][^1]) ? First : trigger;
            names.Add(new FoundName(start, end, kind, roles.Of(i, end, trigger)));
            last = end;

            // née MARTIN, épouse MARTIN: one more surname. Drs A, B et C: one more person.
            var joined = text.SameCell(start, end + 1) && NameWords.Joiners.Contains(text.Folded(end)) ? end + 1 : -1;
            if (joined < 0 && text.SameCell(i, end + 2) && text.Folded(end) is "(" or "," && NameWords.Joiners.Contains(text.Folded(end + 1))) joined = end + 2;
            if (joined > 0 && text.Folded(joined) is "." && text.SameCell(start, joined + 1)) joined++;
            if (joined < 0 && IsListed(text, i, start, end, trigger)) joined = end + 1;
            if (joined < 0) return last;
            start = joined;
        }
    }

    /// <summary>Whether one more person of a list follows: Drs A, B et C; Aides : A. Martin, B. Durand.</summary>
    private static bool IsListed(TokenText text, int i, int start, int end, NameTrigger trigger)
    {
        var plural = trigger.Flags.StartsWith("plural", StringComparison.Ordinal);
        if (trigger.Kind == "relative" && text.SameCell(i, end + 1) && text.Folded(end) is "," or "et") return char.IsLower(text[end + 1][^1]) && text.IsCapitalized(end + 1) && NameWords.FirstNames.Contains(text.Folded(end + 1)) && (text.IsClauseEnd(end + 2) || text.Folded(end + 2) is "et");
        if (!(plural || trigger.Kind == "label") || !text.SameLine(i, end + 1) || !text.IsCapitalized(end + 1)) return false;
        if (text.Folded(end) is "et" or "/" or "&") return true;
        if (!(text.Folded(end) is "," or "-" or ";")) return false;
        return plural || (text.Folded(end) is not "-" && end - start >= 2 && NameReader.End(text, end + 1, LowerCase.Never) is var next && next - end > 2 && (text[end + 1].Length == 1 || !NameVocabulary.Contains(text.Folded(end + 1))));
    }

    private static int AddSpaced(TokenText text, List<(int Start, int End)> words, string role, NameTrigger trigger, List<FoundName> names)
    {
        var upper = words.ConvertAll(word => IsUpper(text, word));
        if (upper.Contains(true) && upper.Contains(false))
        {
            // D U P O N T  J e a n: case tells.
            for (int k = 0, next; k < words.Count; k = next)
            {
                next = k + 1;
                while (next < words.Count && upper[next] == upper[k]) next++;
                names.Add(new FoundName(words[k].Start, words[next - 1].End, upper[k] ? Last : First, role));
            }

            return words[^1].End;
        }

        for (var k = 0; k < words.Count; k++)
        {
            var last = words.Count == 1 || (k == 0) == (trigger.Kind == "civility");
            names.Add(new FoundName(words[k].Start, words[k].End, last ? Last : First, role));
        }

        return words[^1].End;
    }

    /// <summary>DUP0NT: a surname in which a scanner read a figure for a letter.</summary>
    private static bool IsMisread(TokenText text, int start)
    {
        if (start >= text.Count || !text.SameLine(start - 1, start) || text[start].Length < 5 || !text.IsCapitalized(start)) return false;
        var (digits, upper) = (0, 0);
        foreach (var c in text[start])
        {
            if (c is '0' or '1' or '5' or '8') digits++;
            else if (char.IsUpper(c)) upper++;
            else if (c != '-') return false;
        }

        return digits is 1 or 2 && upper >= 4;
    }

    private static bool IsUpper(TokenText text, (int Start, int End) word)
    {
        for (var i = word.Start; i < word.End; i++)
        {
            if (char.IsLower(text[i][^1])) return false;
        }

        return true;
    }

    /// <summary>"sa soeur, Maddi, traduit": a name between commas, or a first name of the list.</summary>
    private static bool IsApposition(TokenText text, int i) => NameVocabulary.IsFirstName(text.Folded(i))
        || (text.IsCapitalized(i) && text.SameCell(i, i + 1) && NameReader.End(text, i, LowerCase.Never) is var end && text.Folded(end) is "," or "et" && (NameWords.FirstNames.Contains(text.Folded(i)) || !NameVocabulary.Contains(text.Folded(i))));

    private static int AfterPeriod(TokenText text, int i, int at) => text.SameLine(i, at) && text.Folded(at) is "." && text.Folded(at - 1).Length <= LongestAbbreviation && text.SameLine(i, at + 1) ? at + 1 : at;

    /// <summary>"Monsieur le Docteur" or "Nom :" at the end of a line, and the name on the next.</summary>
    private static bool IsBelow(TokenText text, int i, int start, NameTrigger trigger) =>
        trigger.Kind is "civility" or "title" or "label" or "last" or "first" && text.IsNextLine(start) && text.IsCapitalized(start) && !NameVocabulary.Contains(text.Folded(start))
        && (text.IsLineStart(i) || trigger.Kind is not "civility" || text.Folded(start - 1) is ":");

    private static LowerCase Lower(TokenText text, int i, NameTrigger trigger, bool lower) => trigger.Kind switch
    {
        "last" or "first" => LowerCase.Always,
        "label" or "by" when lower => LowerCase.Always,
        "civility" or "title" when lower => LowerCase.Words,
        "relative" when lower => LowerCase.OneWord,
        "title" when trigger.Flags == "lower" && text[i].Length <= LongestAbbreviation => LowerCase.OneWord,
        "civility" when !text.IsCapitalized(i) => LowerCase.OneWord,
        _ => trigger.Flags == "lower" ? LowerCase.AfterArticle : LowerCase.Never,
    };

    /// <summary>Whether the trigger is meant as one here; moves over what may stand between it and the name.</summary>
    private static bool Announces(TokenText text, int i, ref int start, NameTrigger trigger)
    {
        switch (trigger.Kind)
        {
            case "civility":
                // Mme veuve DURAND, Mme (DURAND)
                while (text.SameLine(i, start + 1) && text.IsCapitalized(start + 1) && text.Folded(start) is "veuve" or "vve" or "ep" or "(" or "\"") start++;

                // "Sexe : M": a letter, not a civility.
                return text[i].Length > 1 || !(text.Folded(i - 1) is ":" or "=" or "sexe" or ";" or "|" or "/") || text.IsLineStart(i);
            case "label" or "last" or "first":
                // "préparation du patient : ..."
                if (text[i].Length <= 2 && text.Folded(i) is "a" or "de") return text.IsLineStart(i);
                return text.IsLineStart(i) || text.Folded(i - 1) is not ("du" or "de" or "d'" or "le" or "la" or "au" or "chez");
            case "job":
                return text.IsCapitalized(start);
            case "title":
                return trigger.Flags != "no-particle" || text.IsCapitalized(start);
            case "newborn" or "relative":
                while (text.SameLine(i, start + 1) && NameWords.RelativeAdjectives.Contains(text.Folded(start))) start++;
                if (text.Folded(start) is "," && !IsApposition(text, start + 1)) return false;
                var marked = text.Folded(start) is "," or "(" or "\"" && text.SameLine(i, start + 1);
                if (marked) start++;
                if (text.Folded(start) is "\"" && text.SameLine(i, start + 1)) start++;
                return true;
            default:
                return true;
        }
    }
}
