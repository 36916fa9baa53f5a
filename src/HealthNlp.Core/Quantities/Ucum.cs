using System.Globalization;

namespace HealthNlp.Quantities;

/// <summary>
/// The part of the Unified Code for Units of Measure that French reports need: reads a code and converts between codes of the same dimension. Loaded when
/// a conversion is first asked for.
/// </summary>
/// <remarks>
/// Grammar of UCUM 2.1, chapter 2, with one level of parentheses. Two differences on purpose: an annotation that stands alone (<c>{tablet}</c>) is a
/// dimension of its own, and an equivalent is no mole, since its valence is not known.
/// </remarks>
internal static class Ucum
{
    internal static readonly Lazy<EmbeddedKnowledge> Knowledge = EmbeddedKnowledge.Core("quantity_ucum.tsv");

    private const int LargestPower = 60;

    private static readonly Dictionary<string, int> Prefixes = new(StringComparer.Ordinal)
    {
        ["T"] = 12,
        ["G"] = 9,
        ["M"] = 6,
        ["k"] = 3,
        ["h"] = 2,
        ["da"] = 1,
        ["d"] = -1,
        ["c"] = -2,
        ["m"] = -3,
        ["u"] = -6,
        ["n"] = -9,
        ["p"] = -12,
        ["f"] = -15,
    };

    private static readonly Lazy<Dictionary<string, Atom>> Atoms = new(ReadAtoms);

    /// <summary>Whether a code can be read.</summary>
    internal static bool IsValid(string code) => TryParse(code, Atoms.Value, out _);

    internal static bool TryConvert(decimal value, string from, string to, out decimal converted)
    {
        converted = 0;
        var atoms = Atoms.Value;
        if (!TryParse(from, atoms, out var source) || !TryParse(to, atoms, out var target) || !source.SameDimension(target)) return false;
        try
        {
            // Degrees count from their own zero, but only when they stand alone.
            var kelvins = (value * source.Factor) + (atoms.TryGetValue(from, out var first) ? first.Offset : 0);
            converted = (kelvins - (atoms.TryGetValue(to, out var last) ? last.Offset : 0)) / target.Factor;
            converted = Scale(converted, source.Power - target.Power);
            return true;
        }
        catch (OverflowException)
        {
            converted = 0;
            return false;
        }
    }

    /// <summary>Whether two codes measure the same thing.</summary>
    internal static bool SameDimension(string first, string second) =>
        first == second || (TryParse(first, Atoms.Value, out var a) && TryParse(second, Atoms.Value, out var b) && a.SameDimension(b));

    private static decimal Scale(decimal value, int power)
    {
        if (Math.Abs(power) > LargestPower) throw new OverflowException();
        for (; power > 0; power--) value *= 10;
        for (; power < 0; power++) value /= 10;
        return value;
    }

    /// <summary>Reads terms parted by . and /, each an atom with its prefix and its exponent, a number, an annotation or a parenthesis of these.</summary>
    private static bool TryParse(string code, Dictionary<string, Atom> atoms, out Measure measure)
    {
        measure = new Measure();
        var (sign, outer, at, read) = (1, 0, 0, false);
        while (at < code.Length)
        {
            var c = code[at];
            if (c is '/' or '.')
            {
                if (!read && (c == '.' || at > 0)) return false;
                (sign, read) = ((outer == 0 ? 1 : outer) * (c == '/' ? -1 : 1), false);
                at++;
            }
            else if (c == '(')
            {
                if (read || outer != 0) return false;
                outer = sign;
                at++;
            }
            else if (c == ')')
            {
                if (!read || outer == 0) return false;
                (sign, outer) = (1, 0);
                at++;
            }
            else
            {
                if (read) return false;
                var end = TermEnd(code, at);
                if (!AddTerm(code[at..end], sign, atoms, measure)) return false;
                (at, read) = (end, true);
            }
        }

        return read && outer == 0;
    }

    private static int TermEnd(string code, int at)
    {
        var (brackets, braces) = (0, 0);
        for (; at < code.Length; at++)
        {
            var c = code[at];
            if (brackets + braces == 0 && c is '.' or '/' or '(' or ')') break;
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
        }

        return at;
    }

    private static bool AddTerm(string term, int sign, Dictionary<string, Atom> atoms, Measure measure)
    {
        var brace = term.IndexOf('{', StringComparison.Ordinal);
        if (brace == 0) return term[^1] == '}' && measure.Add(new Atom(1, 0, [(term, 1)], false, 0), 0, sign);
        if (brace > 0) term = term[^1] == '}' ? term[..brace] : "?";

        if (term.StartsWith("10*", StringComparison.Ordinal) || term.StartsWith("10^", StringComparison.Ordinal))
        {
            return int.TryParse(term.AsSpan(3), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) && Math.Abs(power) <= LargestPower
                && measure.Add(new Atom(1, power, [], false, 0), 0, sign);
        }

        if (long.TryParse(term, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number > 0 && measure.Add(new Atom(number, 0, [], false, 0), 0, sign);

        // The code of an atom may end with digits (none of ours does): they are its exponent.
        var end = term.Length;
        while (end > 0 && (char.IsAsciiDigit(term[end - 1]) || term[end - 1] is '-' or '+')) end--;
        var exponent = 1;
        if (end < term.Length && (!int.TryParse(term.AsSpan(end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || exponent is 0 or > 9 or < -9)) return false;
        return TryAtom(term[..end], atoms, out var atom, out var prefix) && measure.Add(atom, prefix, sign * exponent);
    }

    private static bool TryAtom(string code, Dictionary<string, Atom> atoms, out Atom atom, out int prefix)
    {
        prefix = 0;
        if (atoms.TryGetValue(code, out atom!)) return true;
        for (var length = 2; length > 0; length--)
        {
            if (code.Length > length && Prefixes.TryGetValue(code[..length], out prefix) && atoms.TryGetValue(code[length..], out atom!) && atom.IsMetric) return true;
        }

        return false;
    }

    private static Dictionary<string, Atom> ReadAtoms()
    {
        var atoms = new Dictionary<string, Atom>(StringComparer.Ordinal);
        foreach (var row in Knowledge.Value.Rows)
        {
            var (code, metric, factor, unit) = (row[0], row[1] == "metric", row[2], row[3]);
            var offset = row.Length > 4 && row[4].Length > 0 ? decimal.Parse(row[4], CultureInfo.InvariantCulture) : 0;
            var measure = new Measure();
            if (unit == "base") measure.Add(new Atom(1, 0, [(code, 1)], false, 0), 0, 1);
            else if (!TryParse(unit, atoms, out measure)) throw new InvalidOperationException($"{Knowledge.Value.Name}: the unit {code} is defined by one that is not.");
            atoms[code] = new Atom(decimal.Parse(factor, CultureInfo.InvariantCulture) * measure.Factor, measure.Power, [.. measure.Dimensions], metric, offset);
        }

        return atoms;
    }

    /// <summary>A unit without prefix: factor times ten to the power of the base units; degrees count from an offset in kelvins.</summary>
    private sealed record Atom(decimal Factor, int Power, IReadOnlyList<(string Base, int Exponent)> Dimensions, bool IsMetric, decimal Offset);

    /// <summary>A product of atoms under way.</summary>
    private sealed class Measure
    {
        private readonly SortedDictionary<string, int> _dimensions = new(StringComparer.Ordinal);

        internal decimal Factor { get; private set; } = 1;

        internal int Power { get; private set; }

        internal IEnumerable<(string Base, int Exponent)> Dimensions => _dimensions.Select(pair => (pair.Key, pair.Value));

        internal bool SameDimension(Measure other) => _dimensions.SequenceEqual(other._dimensions);

        internal bool Add(Atom atom, int prefix, int exponent)
        {
            try
            {
                for (var i = 0; i < Math.Abs(exponent); i++) Factor = exponent > 0 ? Factor * atom.Factor : Factor / atom.Factor;
            }
            catch (OverflowException)
            {
                return false;
            }

            Power += exponent * (atom.Power + prefix);
            foreach (var (name, times) in atom.Dimensions)
            {
                var total = _dimensions.GetValueOrDefault(name) + (exponent * times);
                if (total == 0) _dimensions.Remove(name);
                else _dimensions[name] = total;
            }

            return true;
        }
    }
}
