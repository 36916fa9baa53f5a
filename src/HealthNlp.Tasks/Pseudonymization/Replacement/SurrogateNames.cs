using System.Buffers.Binary;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>Fictional first names and surnames of one document.</summary>
internal sealed class SurrogateNames
{
    private const int CivilityReach = 40;

    private static readonly Lazy<Dictionary<string, string>> Genders = new(() =>
        Knowledge.Rows("first_names.tsv").DistinctBy(row => Folding.Fold(row[0])).ToDictionary(row => Folding.Fold(row[0]), row => row[1], StringComparer.Ordinal));

    private readonly Dictionary<string, bool> _feminine = new(StringComparer.Ordinal);
    private readonly Dictionary<(IReadOnlyList<string[]> All, char Initial), IReadOnlyList<string[]>> _byInitial = [];
    private readonly string _text;
    private readonly ReplacementScope _scope;
    private readonly bool _keepInitials;

    internal SurrogateNames(string text, SpanIndex<Entity> entities, ReplacementScope scope, bool keepInitials)
    {
        (_text, _scope, _keepInitials) = (text, scope, keepInitials);

        // A name has one gender in a document: the first that something tells.
        foreach (var entity in entities)
        {
            if (entity.Label != IdentifierLabels.FirstName) continue;
            var name = Key(entity.Span.Of(text));
            if (!_feminine.ContainsKey(name) && Gender(entity) is { } feminine) _feminine[name] = feminine;
        }
    }

    internal string FirstName(Entity entity)
    {
        var words = entity.Span.Of(_text);
        var key = Key(words);
        var feminine = _feminine.TryGetValue(key, out var known) ? known : (_scope.Fingerprint("gender", key)[0] & 1) == 0;
        return Pick(IdentifierLabels.FirstName, words, SurrogateWords.Of(feminine ? "first-name-feminine" : "first-name-masculine"));
    }

    internal string LastName(string words)
    {
        var start = Pick(IdentifierLabels.LastName, words, SurrogateWords.Of("surname-start"));
        if (IsInitial(words)) return start;
        var ends = SurrogateWords.Of("surname-end");
        return start + ends[(int)(BinaryPrimitives.ReadUInt32LittleEndian(_scope.Fingerprint(IdentifierLabels.LastName, Key(words)).AsSpan(4)) % (uint)ends.Count)][0];
    }

    private string Pick(string label, string words, IReadOnlyList<string[]> all)
    {
        var rows = _keepInitials ? WithInitial(all, Folding.Fold(words)) : all;
        var at = (int)(BinaryPrimitives.ReadUInt32LittleEndian(_scope.Fingerprint(label, Key(words))) % (uint)rows.Count);
        var chosen = rows[Folding.Fold(rows[at][0]) == Folding.Fold(words) ? (at + 1) % rows.Count : at][0];
        return IsInitial(words) ? chosen[..1] : chosen;
    }

    // All of them when none begins so.
    private IReadOnlyList<string[]> WithInitial(IReadOnlyList<string[]> all, string folded)
    {
        if (folded.Length == 0) return all;
        if (_byInitial.TryGetValue((all, folded[0]), out var known)) return known;
        var rows = all.Where(row => Folding.Fold(row[0])[0] == folded[0]).ToList();
        return _byInitial[(all, folded[0])] = rows.Count > 0 ? rows : all;
    }

    // B, J.-P
    private static bool IsInitial(string words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (char.IsLetterOrDigit(words[i]) && char.IsLetterOrDigit(words[i - 1])) return false;
        }

        return true;
    }

    // Le Goff, LE GOFF, Le-Goff
    private static string Key(string words) => string.Concat(Folding.Fold(words).Where(char.IsLetterOrDigit));

    private bool? Gender(Entity entity)
    {
        var words = entity.Span.Of(_text);
        var end = words.AsSpan().IndexOfAny(' ', '-');
        if (Genders.Value.TryGetValue(Folding.Fold(end > 0 ? words[..end] : words), out var gender) && gender != "u") return gender == "f";
        var start = Math.Max(0, entity.Span.Start - CivilityReach);
        var before = Folding.Fold(_text[start..entity.Span.Start]).Split((char[]?)[' ', '\n', '\r', '\t', '.', ',', ':', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = before.Length - 1; i >= Math.Max(0, before.Length - 3); i--)
        {
            if (before[i] is "mme" or "madame" or "mlle" or "mademoiselle" or "fille" or "soeur" or "mere") return true;
            if (before[i] is "m" or "mr" or "monsieur" or "fils" or "frere" or "pere") return false;
        }

        return null;
    }
}
