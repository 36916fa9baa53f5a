using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Names that a civility, a title, a label or a relative announces, parted into first name and surname, with the role of the person.</summary>
internal sealed class NameDetector : Detector
{
    private const int LongestAbbreviation = 4;

    private static readonly NameTrigger Bare = new("civility", Roles.Patient, "");

    private static readonly Lazy<PhraseTable<string>> Professions = Knowledge.Phrases("professions.tsv");

    internal override string Name => "names";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        var names = new List<(int Start, int End, NameTrigger Trigger, string Role)>();
        for (var i = 0; i < text.Count; i++)
        {
            var end = Read(text, i, names);
            if (end > i) i = end - 1;
            else if (BareNameReader.Start(text, i) is var start && start < i && (names.Count == 0 || names[^1].End <= start))
            {
                names.Add((start, BareNameReader.End(text, i), Bare, Roles.Patient));
                var maiden = BareNameReader.IsBorn(text, i) ? NameReader.End(text, i + 1, LowerCase.Never) : 0;
                if (maiden > i + 1) names.Add((i + 1, maiden, Bare, Roles.Patient));
            }
        }

        // Surnames in capitals beside a first name tell which word is what in names of one case, those in capitals last.
        var surnames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (start, end, trigger, role) in names.OrderBy(name => Doubt(text, name.Start, name.End))) Add(text, start, end, trigger, role, surnames, findings);
    }

    /// <summary>0 when case tells the surname, 1 when order does, 2 when nothing does.</summary>
    private static int Doubt(TokenText text, int start, int end)
    {
        var (first, last) = (IsAllUpper(text, start), IsAllUpper(text, end - 1));
        return first != last ? 0 : first ? 2 : 1;
    }

    /// <summary>Reads the names after the trigger at a token, if there is one.</summary>
    /// <returns>The position after the last name; <paramref name="i"/> when there is none.</returns>
    private static int Read(TokenText text, int i, List<(int Start, int End, NameTrigger Trigger, string Role)> names)
    {
        var length = NameTrigger.Match(text, i, true, out var trigger);
        var start = length > 0 ? AfterColon(text, i, i + length) : -1;
        if (start < 0)
        {
            length = NameTrigger.Match(text, i, false, out trigger);
            if (length == 0) return i;
            start = AfterPeriod(text, i, i + length);
        }

        var below = !text.SameLine(i, start);
        if ((below && !IsBelow(text, start, trigger)) || !Announces(text, i, ref start, trigger)) return i;
        var last = i;
        while (true)
        {
            var end = NameReader.End(text, start, Lower(text, i, trigger));
            if (end == start || !Confirms(text, start, end, trigger)) return last;
            names.Add((start, end, trigger, Role(text, i, end, trigger)));
            last = end;

            // née MARTIN, épouse MARTIN: one more surname. Drs A, B et C: one more person.
            var joined = text.SameLine(start, end + 1) && NameWords.Joiners.Contains(text.Folded(end)) ? end + 1 : -1;
            if (joined < 0 && text.SameLine(i, end + 2) && text.Folded(end) is "(" or "," && NameWords.Joiners.Contains(text.Folded(end + 1))) joined = end + 2;
            var listed = trigger.Flags.StartsWith("plural", StringComparison.Ordinal) || trigger.Kind == "label";
            if (joined < 0 && listed && text.SameLine(i, end + 1) && text.Folded(end) is "," or "et" or "/" or "&" && text.IsCapitalized(end + 1)) joined = end + 1;
            if (joined < 0) return last;
            start = joined;
        }
    }

    private static int AfterColon(TokenText text, int i, int at) =>
        (text.SameLine(i, at + 1) || text.IsValueBelow(at + 1)) && text.Folded(at) is ":" or "=" && NameTrigger.Match(text, at + 1, false, out _) == 0 ? at + 1 : -1;

    private static int AfterPeriod(TokenText text, int i, int at) => text.SameLine(i, at) && text.Folded(at) is "." && text.Folded(at - 1).Length <= LongestAbbreviation && text.SameLine(i, at + 1) ? at + 1 : at;

    /// <summary>"Monsieur le Docteur" or "Nom :" at the end of a line, and the name on the next.</summary>
    private static bool IsBelow(TokenText text, int start, NameTrigger trigger) =>
        trigger.Kind is "civility" or "title" or "label" or "last" or "first" && text.IsNextLine(start) && text.IsCapitalized(start) && !NameWords.Stops.Contains(text.Folded(start));

    private static LowerCase Lower(TokenText text, int i, NameTrigger trigger) => trigger.Kind switch
    {
        "last" or "first" => LowerCase.Always,
        "title" when trigger.Flags == "lower" && text[i].Length <= LongestAbbreviation => LowerCase.OneWord,
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
                return text[i].Length > 1 || !(text.Folded(i - 1) is ":" or "=" or "sexe") || text.IsLineStart(i);
            case "label" or "last" or "first":
                // "préparation du patient : ..."
                return text.IsLineStart(i) || text.Folded(i - 1) is not ("du" or "de" or "d'" or "le" or "la" or "au" or "chez");
            case "job":
                return text.IsCapitalized(start);
            case "title":
                return trigger.Flags != "no-particle" || text.IsCapitalized(start);
            case "newborn" or "relative":
                var marked = text.Folded(start) is "," or "(" or "\"" && text.SameLine(i, start + 1);
                if (marked) start++;
                if (text.Folded(start) is "\"" && text.SameLine(i, start + 1)) start++;
                return true;
            default:
                return true;
        }
    }

    /// <summary>Whether the words read are a name for this trigger: a weak trigger asks for more.</summary>
    private static bool Confirms(TokenText text, int start, int end, NameTrigger trigger)
    {
        if (text.IsBefore(start, 2, NameWords.Eponyms) && trigger.Kind is not "title" and not "civility") return false;
        return trigger.Kind switch
        {
            "job" or "by" => end - start >= 2 && (char.IsLower(text[start][^1])
                ? NameWords.FirstNames.Contains(text.Folded(start)) || !char.IsLower(text[end - 1][^1])
                : NameWords.FirstNames.Contains(text.Folded(end - 1))),
            "newborn" => (IsGivenName(text, start) || (text.Is(start - 1, "de") && IsAllUpper(text, start))) && text.IsClauseEnd(end),
            "relative" => NameWords.FirstNames.Contains(text.Folded(start)),
            "child" => IsGivenName(text, start),
            "label" => text[start].Length > 1 && (end - start >= 2 || trigger.Role != Roles.Patient || text.IsClauseEnd(end)) && (trigger.Role != Roles.Carer || end - start >= 2 || IsAllUpper(text, start)),
            _ => true,
        };
    }

    private static bool IsGivenName(TokenText text, int i) => text.IsCapitalized(i) && text[i].Length > 2 && char.IsLower(text[i][^1]);

    private static bool IsAllUpper(TokenText text, int i) => !text[i].ContainsAnyInRange('a', 'z') && text[i].Length > 3;

    private static string Role(TokenText text, int i, int end, NameTrigger trigger)
    {
        if (trigger.Kind != "civility") return trigger.Role;
        if (text.IsBefore(i, 3, NameWords.Relatives) && text.Folded(i - 1) is not ("de" or "d'" or "du")) return Roles.Other;
        if (text.Is(i - 1, "par") && text.SameLine(i - 1, i) && text.Folded(i - 2) is not ("accompagne" or "accompagnee" or "amene" or "amenee")) return Roles.Carer;

        // M. Martin, kinésithérapeute
        var at = text.SameLine(i, end + 1) && text.Folded(end) is "," or "(" or "-" ? end + 1 : end;
        return text.SameLine(i, at) && Professions.Value.Match(text, at, out var kind) > 0 && kind == "carer" ? Roles.Carer : trigger.Role;
    }

    private static void Add(TokenText text, int start, int end, NameTrigger trigger, string role, Dictionary<string, string> surnames, List<Finding> findings)
    {
        var (surname, surnameEnd) = trigger.Kind switch
        {
            "first" or "newborn" => (end, end),
            "last" when end - start == 1 || IsAllUpper(text, start) == IsAllUpper(text, end - 1) => (start, end),
            "child" or "relative" when end - start == 1 => (end, end),
            _ when NameWords.Joiners.Contains(text.Folded(start - 1)) && end - start == 1 => (start, end),
            _ => NameSplitter.Surname(text, start, end, surnames.ContainsKey),
        };
        // A civility says less than what the document said before of the same surname.
        var key = NameKey.Of(text, surname, surnameEnd);
        if (trigger.Kind == "civility" && role != Roles.Other && surnames.TryGetValue(key, out var known) && known == Roles.Patient) role = known;
        var firstEnd = surname > start && text.Folded(surname - 1) is "." ? surname - 1 : surname;
        if (firstEnd > start) findings.Add(new Finding(text.Span(start, firstEnd), IdentifierLabels.FirstName, role));
        if (surnameEnd > surname)
        {
            surnames.TryAdd(key, role);
            findings.Add(new Finding(text.Span(surname, surnameEnd), IdentifierLabels.LastName, role));
        }

        if (surnameEnd < end) findings.Add(new Finding(text.Span(surnameEnd, end), IdentifierLabels.FirstName, role));
    }
}
