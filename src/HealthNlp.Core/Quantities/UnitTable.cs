using HealthNlp.Text;

namespace HealthNlp.Quantities;

/// <summary>A unit without its denominators.</summary>
/// <param name="Code">Its UCUM code; <c>1</c> for what is only counted (battements).</param>
/// <param name="Use">Its use.</param>
/// <param name="Before">The denominators that it may stand before, when it counts only before one.</param>
internal sealed record UnitAtom(string Code, UnitUse Use, IReadOnlyList<string> Before);

/// <summary>The wordings of units by their first word, as written and without case.</summary>
internal sealed class UnitTable
{
    private readonly Dictionary<string, List<Entry>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _folded = new(StringComparer.Ordinal);

    internal UnitTable(EmbeddedKnowledge knowledge)
    {
        foreach (var row in knowledge.Rows)
        {
            var atom = new UnitAtom(row[0], Enum.Parse<UnitUse>(row[1], ignoreCase: true), row.Length > 3 ? row[3].Split(' ') : []);
            foreach (var wording in row[2].Split("; "))
            {
                var first = FirstWord(wording);
                Add(_exact, first, wording[first.Length..], atom);

                // One letter means nothing without its case; of two wordings that differ by case only, the first of the list stands.
                if (first.Length > 1) Add(_folded, LatinLetters.Fold(first), wording[first.Length..], atom);
            }
        }
    }

    /// <summary>The longest wording that begins with a word; its end is counted from the end of the word.</summary>
    internal bool TryFind(ReadOnlySpan<char> word, ReadOnlySpan<char> rest, out UnitReader.Head head, bool exact, bool isHead)
    {
        head = default;
        if (!(exact ? _exact : _folded).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var entries)) return false;
        foreach (var entry in entries)
        {
            if ((isHead && entry.Alone is null && entry.Inside is null) || !StartsWith(rest, entry.Rest) || !EndsAt(rest, entry.Rest.Length, word, entry.Rest)) continue;
            head = new UnitReader.Head(entry.Alone, entry.Inside, entry.Rest.Length, entry.Below);
            return true;
        }

        return false;
    }

    private static string FirstWord(string wording)
    {
        var end = wording[0] is '%' or '‰' ? 1 : wording.StartsWith("°C", StringComparison.Ordinal) ? 2 : wording[0] == '°' ? 1 : 0;
        if (end == 0)
        {
            while (end < wording.Length && (char.IsLetterOrDigit(wording[end]) || wording[end] is '²' or '³')) end++;
        }

        return wording[..end];
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string rest)
    {
        if (text.Length < rest.Length) return false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (LatinLetters.Fold(text[i]) != LatinLetters.Fold(rest[i])) return false;
        }

        return true;
    }

    /// <summary>Whether the wording ends there and no word goes on: not the l of "l'hiver", nor the m of "M.".</summary>
    private static bool EndsAt(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> word, string rest)
    {
        if (at >= text.Length) return true;
        var next = text[at];
        if (next == '\'') return false;
        if (next is 'x' or 'X' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) return true;
        if (word[^1] is '%' or '‰' or '°' && rest.Length == 0) return true;
        return !char.IsLetterOrDigit(next) && !(next is '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]));
    }

    private static void Add(Dictionary<string, List<Entry>> table, string first, string rest, UnitAtom atom)
    {
        if (!table.TryGetValue(first, out var entries)) table[first] = entries = [];
        var entry = entries.Find(other => other.Rest == rest);
        if (entry is null)
        {
            entry = new Entry(rest);
            var at = entries.FindIndex(other => other.Rest.Length < rest.Length);
            entries.Insert(at < 0 ? entries.Count : at, entry);
        }

        if (atom.Use == UnitUse.Inside) entry.Inside ??= atom;
        else if (atom.Use == UnitUse.Below) entry.Below ??= atom;
        else entry.Alone ??= atom;
    }

    private sealed class Entry(string rest)
    {
        internal string Rest { get; } = rest;

        internal UnitAtom? Alone { get; set; }

        internal UnitAtom? Inside { get; set; }

        internal UnitAtom? Below { get; set; }
    }
}
