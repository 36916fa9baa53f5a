using System.Collections.Frozen;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Other mentions of the names found, whatever their case, hyphens and spaces.</summary>
internal static class NamePropagation
{
    internal const string Source = "names-repeated";

    private const int ShortestName = 3;
    private const int ShortestPart = 5;

    /// <summary>Finds the other mentions of names.</summary>
    /// <param name="text">The document.</param>
    /// <param name="names">The names found in it.</param>
    /// <param name="patient">What the caller knows of the patient's identity.</param>
    /// <param name="findings">Receives the mentions.</param>
    internal static void Detect(TokenText text, IReadOnlyList<Finding> names, KnownPatient? patient, List<Finding> findings)
    {
        var known = new Dictionary<string, (string[] Words, Finding Finding)>(StringComparer.Ordinal);
        foreach (var name in patient?.Names ?? []) AddKnown(name, known);
        foreach (var finding in names.OrderBy(finding => finding.Label == IdentifierLabels.LastName ? 0 : 1))
        {
            var words = Words(text, finding.Span);
            if (words.Sum(word => word.Length) >= ShortestName) known.TryAdd(string.Join(' ', words), (words, finding));
            if (words.Length > 1 && finding.Label == IdentifierLabels.LastName) AddParts(words, finding, known);
        }

        var byFirstWord = known.Values.GroupBy(name => name.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(name => name.Words.Length).ToArray(), StringComparer.Ordinal);
        if (byFirstWord.Count == 0) return;
        var lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Count; i++)
        {
            var folded = text.Folded(i);
            var hyphen = folded.IndexOf('-');
            if (!lookup.TryGetValue(hyphen > 0 ? folded[..hyphen] : folded, out var candidates)) continue;
            foreach (var (words, name) in candidates)
            {
                var end = End(text, i, words);
                if (end == i || !IsMention(text, i, end, words, name.Label)) continue;
                findings.Add(name with { Span = text.Span(i, end) });
                i = end - 1;
                break;
            }
        }
    }

    private static void AddKnown(string name, Dictionary<string, (string[] Words, Finding Finding)> known)
    {
        var words = Folding.Fold(name).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Sum(word => word.Length) < ShortestName) return;
        var label = Array.TrueForAll(words, word => NameWords.FirstNames.Contains(word)) ? IdentifierLabels.FirstName : IdentifierLabels.LastName;
        var finding = new Finding(default, label, Roles.Patient);
        known.TryAdd(string.Join(' ', words), (words, finding));
        if (words.Length > 1) AddParts(words, finding, known);
    }

    /// <summary>One of several surnames may stand alone: M. Perla for M. Perla Gomar.</summary>
    private static void AddParts(string[] words, Finding finding, Dictionary<string, (string[] Words, Finding Finding)> known)
    {
        foreach (var word in words)
        {
            var firstName = NameWords.FirstNames.Contains(word);
            if (word.Length < ShortestPart || NameVocabulary.Contains(word) || NameWords.Particles.Contains(word)) continue;
            known.TryAdd(word, ([word], firstName ? finding with { Label = IdentifierLabels.FirstName } : finding));
        }
    }

    /// <summary>The position after the words of a name that begin at a token, or the token's own position.</summary>
    private static int End(TokenText text, int start, string[] words)
    {
        var (at, word) = (start, 0);
        while (word < words.Length)
        {
            if (!text.SameLine(start, at)) return start;
            var folded = text.Folded(at);
            foreach (var part in folded.Split('-'))
            {
                if (word == words.Length || !folded[part].SequenceEqual(words[word])) return start;
                word++;
            }

            at++;
        }

        return at;
    }

    /// <summary>Whether words equal to a name are meant as one: a common word, a first name or a short word needs its capital, and not that of a sentence.</summary>
    private static bool IsMention(TokenText text, int start, int end, string[] words, string label)
    {
        if (IsEponym(text, start)) return false;
        if (words.Length > 1) return text.IsCapitalized(start) || label == IdentifierLabels.LastName;
        var common = NameWords.Common.Contains(words[0]) || NameWords.Stops.Contains(words[0]) || NameWords.EndsAsAdjective(text[start]);
        if (!text.IsCapitalized(start)) return !common && label == IdentifierLabels.LastName && words[0].Length > 4;
        return !common || (!IsSentenceStart(text, start) && !(text[start].Length > 1 && char.IsUpper(text[start][^1]) && IsShouted(text, start, end)));
    }

    private static bool IsSentenceStart(TokenText text, int i) => text.IsLineStart(i) || text.Folded(i - 1) is "." or ":" or "-" or "\"" or "•";

    /// <summary>Whether the words around are in capitals too, so that capitals mean nothing.</summary>
    private static bool IsShouted(TokenText text, int start, int end) =>
        (text.SameLine(start - 1, start) && text[start - 1].Length > 1 && char.IsUpper(text[start - 1][^1])) || (text.SameLine(start, end) && text[end].Length > 1 && char.IsUpper(text[end][^1]));

    /// <summary>maladie de Crohn, score de Child, sonde de Foley.</summary>
    private static bool IsEponym(TokenText text, int i)
    {
        var before = text.SameLine(i - 1, i) && text.Folded(i - 1) is "de" or "d'" or "du" ? i - 2 : i - 1;
        return text.SameLine(before, i) && NameWords.Eponyms.Contains(text.Folded(before));
    }

    private static string[] Words(TokenText text, TextSpan span)
    {
        var words = new List<string>();
        for (var i = text.TokenAt(span.Start); i < text.Count && text.Span(i).Start < span.End; i++) words.AddRange(text.Folded(i).ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        return [.. words];
    }
}
