using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// The communes of <c>Data/communes.tsv</c>, looked up in the text of the file itself: a row for each of 37,000 names would cost more time and memory than all other lists together.
/// </summary>
internal sealed class Communes
{
    private const int Slots = 1 << 17;
    private const int LongestName = 60;
    private const int MostTokens = 9;

    private static readonly Lazy<Communes> Table = new(() => new Communes(Knowledge.Text("communes.tsv")));

    private readonly string _rows;
    private readonly int[] _places = new int[Slots];

    private Communes(string text)
    {
        _rows = LatinLetters.Fold(text.Replace("œ", "oe", StringComparison.Ordinal).Replace("Œ", "Oe", StringComparison.Ordinal));
        for (var start = 0; start < _rows.Length; start = _rows.IndexOf('\n', start) + 1)
        {
            if (_rows[start] == '#') continue;
            var slot = Slot(_rows.AsSpan(start, _rows.IndexOf('\t', start) - start));
            while (_places[slot] != 0) slot = (slot + 1) & (Slots - 1);
            _places[slot] = start + 1;
        }
    }

    /// <summary>Reads the list.</summary>
    internal static void Prepare() => _ = Table.Value;

    /// <summary>How many tokens the longest name of a commune has that begins at a token; 0 when there is none.</summary>
    /// <param name="text">The document.</param>
    /// <param name="at">The first token of the name.</param>
    /// <param name="prefix">What stands before the name in the list and not in the text: "le " for "au Mans".</param>
    /// <param name="postalCode">A postal code whose department must be that of the commune; empty for any.</param>
    internal static int Match(TokenText text, int at, string prefix = "", ReadOnlySpan<char> postalCode = default)
    {
        Span<char> key = stackalloc char[LongestName];
        var (length, found) = (prefix.Length, 0);
        prefix.CopyTo(key);
        for (var i = at; i < at + MostTokens && (i == at || text.IsJoined(i)); i++)
        {
            var word = text.Folded(i) switch
            {
                "st" => "saint",
                "ste" => "sainte",
                "s/" => "sur",
                var written => written,
            };
            if (i > at && length > 0 && key[length - 1] != '\'' && word is not "'") key[length++] = ' ';
            if (word.Length + length + 1 >= LongestName) break;
            if (word.StartsWith("st-")) "saint".CopyTo(key[length..]);
            else if (word.StartsWith("ste-")) "sainte".CopyTo(key[length..]);
            var rest = word.StartsWith("st-") ? 2 : word.StartsWith("ste-") ? 3 : 0;
            length += rest == 0 ? 0 : rest + 3;
            word[rest..].CopyTo(key[length..]);
            length += word.Length - rest;
            if (Table.Value.Contains(key[..length], postalCode)) found = i - at + 1;
        }

        return found;
    }

    private bool Contains(ReadOnlySpan<char> name, ReadOnlySpan<char> postalCode)
    {
        for (var slot = Slot(name); _places[slot] != 0; slot = (slot + 1) & (Slots - 1))
        {
            var row = _rows.AsSpan(_places[slot] - 1);
            if (IsName(row, name) && (postalCode.IsEmpty || IsIn(row[(name.Length + 1)..], postalCode))) return true;
        }

        return false;
    }

    /// <summary>Whether the codes or the department after a name go with a postal code; those of a CEDEX share only the department.</summary>
    private static bool IsIn(ReadOnlySpan<char> row, ReadOnlySpan<char> postalCode)
    {
        var cells = row[..row.IndexOf('\n')];
        var department = cells[(cells.IndexOf('\t') + 1)..];
        return cells.Contains(postalCode, StringComparison.Ordinal) || postalCode.StartsWith(department) || (department is "2a" or "2b" && postalCode.StartsWith("20"));
    }

    private static bool IsName(ReadOnlySpan<char> row, ReadOnlySpan<char> name)
    {
        if (row.Length <= name.Length || row[name.Length] != '\t') return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (Joint(row[i]) != Joint(name[i])) return false;
        }

        return true;
    }

    private static int Slot(ReadOnlySpan<char> name)
    {
        var hash = 2166136261u;
        foreach (var c in name) hash = (hash ^ Joint(c)) * 16777619u;
        return (int)((hash ^ (hash >> 15)) & (Slots - 1));
    }

    /// <summary>A hyphen may be written as a space.</summary>
    private static char Joint(char c) => c == '-' ? ' ' : c;
}
