using HealthNlp.Matching;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>A substance named after a cue of allergy: its tokens and, when a lexicon has it, its concept.</summary>
internal readonly record struct AllergySubstance(int First, int End, Concept? Concept, string Kind);

/// <summary>Reads what follows a cue of allergy: the substances, or the answer that there is none.</summary>
/// <param name="text">The tokens.</param>
/// <param name="terms">The terms of the allergy lexicon by first token.</param>
/// <param name="drugs">The drugs that the lexicons found, by first token.</param>
internal sealed class AllergyReader(TokenText text, IReadOnlyDictionary<int, TermMatch<LexiconEntry>> terms, IReadOnlyDictionary<int, AllergySubstance> drugs)
{
    // "allergie au produit de rinçage des lentilles": a name of no list has few words.
    private const int LongestWording = 4;

    /// <summary>The substances named from a token on.</summary>
    /// <param name="at">The token after the cue.</param>
    /// <param name="end">The token after the last that may be read: the end of the sentence, or of the section that the cue is the title of.</param>
    /// <param name="needsLink">Whether the cue counts only before "à", "aux"…, as an adjective or a reaction does.</param>
    /// <param name="unknown">Whether a name of no list may be a substance.</param>
    /// <returns>The substances, the token that answers instead (-1 when none does), and whether the substances are what a denial leaves out: <c>hormis l'iode</c>.</returns>
    internal (List<AllergySubstance> Found, int Answer, bool IsExcepted) Read(int at, int end, bool needsLink, bool unknown)
    {
        var found = new List<AllergySubstance>();
        var excepted = false;
        if (needsLink && !IsLink(at, end)) return (found, -1, excepted);
        var (open, list, lines) = (false, false, 0);
        for (var i = at; i < end; i++)
        {
            // Below a title, the first line may name a substance of no list; the next ones may be on anything.
            var newLine = text.IsLineStart(i);
            if (newLine) (open, list) = (unknown && ++lines == 1 && found.Count == 0, false);
            if (SubstanceAt(i) is { } substance)
            {
                found.Add(substance);
                (open, i) = (false, substance.End - 1);
                continue;
            }

            var role = terms.TryGetValue(i, out var term) ? term.Value.Property("role") : "";
            var word = text.Folded(i);
            if (role is "cue" or "end") return (found, -1, excepted);
            if (role is "none" or "unknown") return (found, i, excepted);
            if (role == "except") (excepted, i) = (true, term.EndToken - 1);
            else if (role == "between") i = term.EndToken - 1;
            else if (word is "a" or "au" or "aux") open = unknown;
            else if ((word is ":" or "=") && found.Count == 0) open = list = unknown;
            else if (word is ":" or "=" or "(" && found.Count > 0) i = Skip(i, end, word is "(");
            else if (word is "," or ";" or "/" or "+" or "et" or "ou" or "puis" && found.Count > 0) open = list;
            else if (open && IsWord(i) && role.Length == 0)
            {
                var last = WordingEnd(i, end);
                found.Add(new AllergySubstance(i, last, null, "other"));
                (open, i) = (false, last - 1);
            }
            else if (!IsFiller(word) && !(newLine && IsBullet(word))) return (found, -1, excepted);
        }

        return (found, -1, excepted);
    }

    private AllergySubstance? SubstanceAt(int i)
    {
        AllergySubstance? named = terms.TryGetValue(i, out var term) && term.Value.Property("role") == "allergen"
            ? new AllergySubstance(term.FirstToken, term.EndToken, term.Value.Concept, term.Value.Property("kind"))
            : null;
        return drugs.TryGetValue(i, out var drug) && !(named?.End > drug.End) ? drug : named;
    }

    private bool IsLink(int at, int end)
    {
        if (at >= end) return false;
        return text.Folded(at) is "a" or "au" or "aux" or ":" or "sous" or "apres" or "sur" || SubstanceAt(at) is not null;
    }

    // The reaction that follows a substance is not another substance: "amoxicilline : œdème de Quincke, iode (rash)".
    private int Skip(int at, int end, bool bracket)
    {
        var i = at;
        while (i + 1 < end && !text.IsLineStart(i + 1) && text.Folded(i) is not ")" && (bracket || text.Folded(i + 1) is not ("," or ";"))) i++;
        return i;
    }

    private int WordingEnd(int at, int end)
    {
        var words = 0;
        var last = at;
        for (var i = at; i < end && words < LongestWording; i++)
        {
            var isLink = text.Folded(i) is not ("(" or "-" or "?") && IsFiller(text.Folded(i));
            if ((i > at && text.IsLineStart(i)) || terms.ContainsKey(i) || !(isLink || IsWord(i)) || text.Folded(i) is "et" or "ou" or "puis") break;
            if (isLink) continue;
            (words, last) = (words + 1, i);
        }

        return last + 1;
    }

    private bool IsWord(int i) => text.Kind(i) == TokenKind.Word && text.Folded(i).Length > 2;

    private static bool IsFiller(ReadOnlySpan<char> word) =>
        word is "a" or "au" or "aux" or "la" or "le" or "les" or "l'" or "d'" or "de" or "du" or "des" or "un" or "une" or "\"" or "(" or "-" or "?";

    private static bool IsBullet(ReadOnlySpan<char> word) => word is "-" or "•" or "*" or "·" or "." or "–";
}
