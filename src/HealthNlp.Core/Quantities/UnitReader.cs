using HealthNlp.Text;

namespace HealthNlp.Quantities;

/// <summary>What a unit is used for: see <c>Data/quantity_units.tsv</c>.</summary>
internal enum UnitUse
{
    Plain,
    Mass,
    Form,
    Count,
    Time,
    Named,
    Inside,
    Below,
}

/// <summary>A unit as written.</summary>
/// <param name="Start">Where it begins in the normalised text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Code">Its UCUM code.</param>
/// <param name="Use">The use of its first part.</param>
/// <param name="IsRate">Whether it says how often, and nothing else: <c>/j</c>.</param>
/// <param name="IsDose">Whether it is an amount of a drug when nothing says what is measured: <c>mg</c>, <c>mg/kg/j</c>, not <c>mg/L</c>.</param>
internal readonly record struct WrittenUnit(int Start, int End, string Code, UnitUse Use, bool IsRate, bool IsDose)
{
    internal bool IsNone => Code is null or "";
}

/// <summary>Reads units: an atom of the list, then its denominators.</summary>
internal static class UnitReader
{
    internal static readonly Lazy<EmbeddedKnowledge> Knowledge = EmbeddedKnowledge.Core("quantity_units.tsv");

    private const int LongestWord = 16;
    private const int MostDenominators = 3;

    private static readonly Lazy<UnitTable> Table = new(() => new UnitTable(Knowledge.Value));

    internal static void Prepare() => _ = Table.Value;

    /// <summary>Reads the unit that follows a number, after at most two spaces or one line end.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, int at, out WrittenUnit unit)
    {
        var start = NumberReader.SkipSpaces(text, at);
        if (start == at && start < text.Length && text[start] == '\n') return TryReadAt(text, start + 1, out unit) && unit.Code.Length > 1 && unit.Use is not (UnitUse.Time or UnitUse.Named) && !unit.IsRate;
        if (start < text.Length && text[start] == '\n' && start == at + 1) start++;
        return TryReadAt(text, start, out unit);
    }

    /// <summary>Reads the unit at a position.</summary>
    internal static bool TryReadAt(ReadOnlySpan<char> text, int start, out WrittenUnit unit)
    {
        unit = default;
        if (start >= text.Length) return false;
        var hasHead = TryHead(text, start, out var head);
        if (!hasHead && text[start] != '/') return false;
        var end = hasHead ? head.End : start;
        var below = ReadDenominators(text, ref end, hasHead, out var isRate, out var isDose);
        if (below.Length == 0 && end == start) return false;
        return Compose(text, start, end, head, hasHead, below, isRate, isDose, out unit);
    }

    private static bool Compose(ReadOnlySpan<char> text, int start, int end, Head head, bool hasHead, string below, bool isRate, bool isDose, out WrittenUnit unit)
    {
        unit = default;
        if (!hasHead)
        {
            unit = new WrittenUnit(start, end, below, UnitUse.Plain, isRate, false);
            return true;
        }

        if (head.Inside is { } inside && IsBefore(inside, below))
        {
            unit = new WrittenUnit(start, end, (inside.Code == "1" ? "" : inside.Code) + below, UnitUse.Plain, false, false);
            return true;
        }

        if (head.Alone is not { } alone) return false;

        // A time is no numerator: 2 h/j says how long.
        if (alone.Use is UnitUse.Time or UnitUse.Named) (end, below) = (head.End, "");
        unit = new WrittenUnit(start, end, alone.Code + below, alone.Use, false, alone.Use == UnitUse.Form || (alone.Use == UnitUse.Mass && isDose));
        return true;
    }

    private static bool IsBefore(UnitAtom inside, string below)
    {
        foreach (var denominator in inside.Before)
        {
            if (below.Length == denominator.Length + 1 && below.EndsWith(denominator, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool TryHead(ReadOnlySpan<char> text, int start, out Head head)
    {
        head = default;

        // A column of a table: 10^9/L, x10^9/L.
        var ten = text[start] is 'x' or 'X' or '×' or '*' ? NumberReader.SkipSpaces(text, start + 1) : start;
        if (NumberReader.TryPowerOfTen(text, ten, out var power, out var powerEnd) && power > 0 && powerEnd < text.Length && text[powerEnd] == '/')
        {
            var code = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"10*{power}");
            head = new Head(new UnitAtom(code, UnitUse.Plain, []), null, powerEnd);
            return true;
        }

        return TryAtom(text, start, isHead: true, out head);
    }

    /// <summary>Reads denominators and moves <paramref name="end"/> after them; gives their code, each after a slash.</summary>
    private static string ReadDenominators(ReadOnlySpan<char> text, ref int end, bool hasHead, out bool isRate, out bool isDose)
    {
        var code = "";
        (isRate, isDose) = (!hasHead, true);
        for (var count = 0; count < MostDenominators; count++)
        {
            if (!TryDenominator(text, end, hasHead || count > 0, out var next, out var part, out var atom)) break;
            end = next;
            code += "/" + part;
            var slow = atom.Code is "d" or "wk" or "mo" or "a" || (atom.Use == UnitUse.Time && part[0] == '(');
            isRate &= slow || atom.Use == UnitUse.Below;
            isDose &= atom.Use is UnitUse.Time or UnitUse.Below or UnitUse.Form || atom.Code is "kg" or "m2";
        }

        isRate &= code.Length > 0;
        return code;
    }

    private static bool TryDenominator(ReadOnlySpan<char> text, int at, bool mayCount, out int end, out string part, out UnitAtom atom)
    {
        (end, part, atom) = (at, "", default!);
        var start = NumberReader.SkipSpaces(text, at);
        var inWords = false;
        if (start < text.Length && text[start] == '/') start++;
        else if (start > at && text[start..].StartsWith("par ", StringComparison.OrdinalIgnoreCase)) (start, inWords) = (start + 4, true);
        else return false;
        start = NumberReader.SkipSpaces(text, start);
        var number = 1m;
        if (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            if (!NumberReader.TryRead(text, start, start, out var written) || written.Power != 0) return false;
            (number, start) = (written.Mantissa, NumberReader.SkipSpaces(text, written.End));
        }

        if (start >= text.Length || !TryAtom(text, start, isHead: false, out var found) || (found.Alone ?? found.Below) is not { } unit) return false;
        if (unit.Code == "1" || unit.Use == UnitUse.Count || (inWords && (unit.Use == UnitUse.Below || unit.Code is "d" or "wk" or "mo" or "a"))) return false;
        (end, atom) = (found.End, unit);
        part = unit.Code;
        if (number == 1) return true;
        if (unit.Use == UnitUse.Time) part = Times(number, unit.Code);
        else if (number == 1.73m && unit.Code == "m2") part = "{1.73_m2}";
        else if (mayCount && number == 100 && unit.Code == "mL") part = "dL";
        else if (mayCount && unit.Code is "mL" or "g" && number == decimal.Truncate(number)) part = Times(number, unit.Code);
        else return false;
        return true;
    }

    private static string Times(decimal number, string code) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({decimal.Truncate(number)}.{code})");

    /// <summary>The atom at a position: the longest wording of the list that ends where its word does.</summary>
    private static bool TryAtom(ReadOnlySpan<char> text, int start, bool isHead, out Head head)
    {
        head = default;
        var end = WordEnd(text, start);
        if (end == start || end - start > LongestWord) return false;
        var word = text[start..end];
        if (Table.Value.TryFind(word, text[end..], out head, exact: true, isHead)) head = head with { End = end + head.End };
        else
        {
            if (word.Length < 2) return false;
            Span<char> folded = stackalloc char[LongestWord];
            for (var i = 0; i < word.Length; i++) folded[i] = LatinLetters.Fold(word[i]);
            if (!Table.Value.TryFind(folded[..word.Length], text[end..], out head, exact: false, isHead)) return false;
            head = head with { End = end + head.End };
        }

        return true;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var c = text[start];
        if (c is '%' or '‰') return start + 1;
        if (c == '°') return start + (start + 1 < text.Length && text[start + 1] is 'C' or 'c' && (start + 2 == text.Length || !char.IsLetterOrDigit(text[start + 2])) ? 2 : 1);
        if (!char.IsLetter(c)) return start;
        var end = start + 1;
        while (end < text.Length && end - start <= LongestWord && (char.IsLetterOrDigit(text[end]) || text[end] is '²' or '³') && !IsTimes(text, end)) end++;
        return end;
    }

    /// <summary>500mgx3/j, 2cpx3: the x of a frequency.</summary>
    private static bool IsTimes(ReadOnlySpan<char> text, int at) => text[at] is 'x' or 'X' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    /// <summary>An atom in its three roles, and its end.</summary>
    internal readonly record struct Head(UnitAtom? Alone, UnitAtom? Inside, int End, UnitAtom? Below = null);
}
