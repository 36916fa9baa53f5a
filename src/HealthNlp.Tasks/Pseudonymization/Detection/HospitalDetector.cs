using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Proper names of establishments: a word such as CHU or clinique and the name after it. "CHU" and "hôpital de jour" alone name none.</summary>
internal sealed class HospitalDetector : Detector
{
    private const int MostWords = 9;
    private const int MostLowerWords = 5;
    private const int MostSpecialityWords = 4;

    private static readonly Lazy<PhraseTable<string>> Announcements = new(() => new PhraseTable<string>(
        Knowledge.Rows("hospitals.tsv").Where(row => row[1] is not ("link" or "ward" or "lower")).Select(row => (row[0], row[1]))));

    private static readonly Lazy<WordSet> Acronyms = new(() => new WordSet(Knowledge.Rows("hospitals.tsv").Where(row => row[1] is "trigger" or "adjective").Select(row => row[0])));
    private static readonly Lazy<WordSet> Links = Of("link");
    private static readonly Lazy<WordSet> Wards = Of("ward");
    private static readonly Lazy<WordSet> LowerStops = Of("lower");
    private static readonly Lazy<WordSet> Admissions = Knowledge.Words("place_words.tsv", "admission");

    internal override string Name => "hospitals";

    internal override void Detect(TokenText text, List<Finding> findings)
    {
        var lower = IsLowerCase(text);
        for (var i = 0; i < text.Count; i++)
        {
            var length = Announcements.Value.Match(text, i, out var kind);
            if (length == 0 && text[i].Length > 3 && text[i].Contains('.') && Acronyms.Value.Contains(text[i].ToString().Replace(".", "", StringComparison.Ordinal).ToLowerInvariant())) (length, kind) = (1, "trigger");
            if (length == 0 || (kind is "adjective" or "centre" && !IsNoun(text, i)) || (kind == "residence" && !text.IsBefore(i, 8, Admissions.Value))) continue;
            var (start, end) = (i, NameEnd(text, i + length, kind == "company"));
            if (kind == "name") end = i + length;
            else if (kind == "house") end = Math.Max(end, i + length);
            else if (kind == "centre") end = CentreEnd(text, i + length);
            else if (kind == "company") start = i + length;
            else if (end == i + length && Quoted(text, i + length) is (var from, var to) && to > from) (start, end) = (from, to);
            else if (end == i + length && lower) end = LowerEnd(text, i + length);
            if (end <= i + length && kind is not ("name" or "house")) continue;
            findings.Add(new Finding(text.Span(start, end), IdentifierLabels.Hospital));
            i = end - 1;
        }
    }

    private static Lazy<WordSet> Of(string kind) => new(() => new WordSet(Knowledge.Rows("hospitals.tsv").Where(row => row[1] == kind).Select(row => row[0])));

    private static bool IsNoun(TokenText text, int i) =>
        text.IsCapitalized(i) ? !text.IsCapitalized(i - 1) || text.IsLineStart(i) || !text.IsJoined(i) : text.Folded(i - 1) is "la" or "une" or "cette" or "le" or "un" or "l'" or "du" or "au" or "l" or "(" or "a" or "," or "-" || text.IsLineStart(i);

    /// <summary>The end of the name: words with a capital, and link words between them.</summary>
    private static int NameEnd(TokenText text, int start, bool company = false)
    {
        var (end, quoted) = (start, false);
        for (var i = start; i < start + MostWords && text.IsJoined(i); i++)
        {
            if (text.Folded(i) is "\"")
            {
                if (quoted || !text.IsCapitalized(i + 1)) break;
                quoted = true;
                continue;
            }

            var link = Links.Value.Contains(text.Folded(i));
            if (text.Folded(i) is "et" && end == start) break;
            var proper = text.Kind(i) is not (TokenKind.Number or TokenKind.Date or TokenKind.Phone) && text.IsCapitalized(i) && !link;
            if (proper && (Wards.Value.Contains(text.Folded(i)) || (((i == start && !company) || text.Folded(i - 1) is "de" or "d'") && NamesService(text, i)))) break;
            if (proper && NameTrigger.Match(text, i, false, out var trigger) > 0 && trigger.Kind is "title" or "civility") break;
            if (proper) end = i + 1;
            else if (!link) break;
        }

        if (quoted && text.SameLine(end - 1, end) && text.Folded(end) is "\"") end++;
        return end;
    }

    /// <summary>"Centre Oscar-X", "centre de néphrologie des X"; "centre de X" is the town's.</summary>
    private static int CentreEnd(TokenText text, int start)
    {
        if (text.IsCapitalized(start)) return NameEnd(text, start);
        if (!text.IsJoined(start) || text.Folded(start) is not ("de" or "d'") && !Links.Value.Contains(text.Folded(start)) && !text.Folded(start).EndsWith("ique")) return start;
        var at = text.Folded(start) is "de" or "d'" ? start + 1 : start;
        var words = 0;
        while (words < MostSpecialityWords && text.IsJoined(at) && text.Kind(at) == TokenKind.Word && !text.IsCapitalized(at) && text.Folded(at) is not ("de" or "d'" or "du" or "des"))
        {
            at++;
            words++;
        }

        if (words == 0 || !text.IsJoined(at) || text.Folded(at) is not ("de" or "d'" or "du" or "des")) return start;
        return NameEnd(text, at) is var end && end > at ? end : start;
    }

    /// <summary>"EHPAD (Les X)", "CMP « Les X »": the name stands apart from the word.</summary>
    private static (int Start, int End) Quoted(TokenText text, int at)
    {
        if (!text.IsJoined(at) || text.Folded(at) is not ("(" or "\"") || !text.IsCapitalized(at + 1) || NameTrigger.Match(text, at + 1, false, out _) > 0) return default;
        var end = NameEnd(text, at + 1);
        return end - at > 2 && text.Folded(end) is ")" or "\"" && text.Folded(at + 1) is "les" or "le" or "la" or "l'" or "residence" or "villa" ? (at + 1, end) : default;
    }

    /// <summary>In a document without capitals, the few words up to the end of the clause.</summary>
    private static int LowerEnd(TokenText text, int start)
    {
        var at = start;
        while (at < start + MostLowerWords && text.IsJoined(at) && text.Kind(at) == TokenKind.Word && !LowerStops.Value.Contains(text.Folded(at)) && !Wards.Value.Contains(text.Folded(at))) at++;
        var named = at > start && !Links.Value.Contains(text.Folded(at - 1)) && text.IsClauseEnd(at);
        return named && !NameWords.EndsAsAdjective(text[start]) && !NameWords.Stops.Contains(text.Folded(start)) && !NamesService(text, at - 1) ? at : start;
    }

    /// <summary>Whether hardly any line begins with a capital.</summary>
    private static bool IsLowerCase(TokenText text)
    {
        var (lines, capitals) = (0, 0);
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsLineStart(i) || text.Kind(i) != TokenKind.Word) continue;
            lines++;
            if (text.IsCapitalized(i)) capitals++;
        }

        return lines > 2 && capitals * 4 < lines;
    }

    /// <summary>"clinique de Cardiologie": a speciality is no proper name.</summary>
    private static bool NamesService(TokenText text, int i) => NameWords.Stops.Contains(text.Folded(i)) && !NameWords.Common.Contains(text.Folded(i));
}
