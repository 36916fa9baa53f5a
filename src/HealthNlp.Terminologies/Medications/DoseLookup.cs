using System.Globalization;
using HealthNlp.Quantities;
using HealthNlp.Text;

namespace HealthNlp.Terminologies;

/// <summary>The amounts that may be doses, by the atom that they begin or end with.</summary>
internal sealed class DoseLookup
{
    private static readonly string[] Concentrations = ["/L", "/dL", "/mL", "/mm3", "/uL", "/mol", "/mmol"];
    private readonly Atoms _atoms;
    private readonly MedicationWords _words;
    private readonly Dictionary<int, (int End, Quantity Quantity)> _byStart = [];
    private readonly Dictionary<int, (int Start, Quantity Quantity)> _byEnd = [];
    private readonly Dictionary<int, (int End, Quantity Quantity)> _schedules = [];

    internal DoseLookup(Atoms atoms, MedicationWords words, NormalizedText text, SpanIndex<Quantity> quantities)
    {
        (_atoms, _words) = (atoms, words);
        foreach (var quantity in quantities)
        {
            var schedule = quantity.Kind == QuantityKind.Schedule;
            if (!schedule && !IsDose(quantity)) continue;
            var place = text.Map.ToNormalized(quantity.Span);
            var (start, end) = (atoms.From(place.Start), atoms.From(place.End));
            if (end <= start) continue;
            if (schedule)
            {
                _schedules.TryAdd(start, (end, quantity));
                continue;
            }

            _byStart.TryAdd(start, (end, quantity));
            _byEnd.TryAdd(end, (start, quantity));
        }
    }

    /// <summary>The dose that begins at an atom: a quantity of the layer, or a number of forms (<c>1 patch</c>, <c>1/2 cp</c>).</summary>
    internal int At(int i, int end, out Quantity? dose)
    {
        dose = null;
        if (_byStart.TryGetValue(i, out var found) && found.End <= end)
        {
            dose = found.Quantity;
            return found.End - i;
        }

        var read = Count(i, end, out var value);
        if (read == 0 || _words.At(_atoms, i + read, end, WordingKinds.Form) is not { } form) return 0;
        var length = read + form.Words.Length;
        dose = new Quantity(_atoms.Raw(i, i + length), QuantityKind.Dose, value) { Unit = form.Value, UnitText = _atoms.Written(i + read, i + length) };
        return length;
    }

    /// <summary>The schedule (<c>1-0-1</c>) that begins at an atom.</summary>
    internal int ScheduleAt(int i, int end, out IReadOnlyList<decimal> counts)
    {
        var found = _schedules.TryGetValue(i, out var schedule) && schedule.End <= end;
        counts = found ? schedule.Quantity.Values : [];
        return found ? schedule.End - i : 0;
    }

    /// <summary>The dose that ends before an atom.</summary>
    internal int Before(int end, int start, out Quantity? dose)
    {
        dose = null;
        if (_byEnd.TryGetValue(end, out var found) && found.Start >= start)
        {
            dose = found.Quantity;
            return end - found.Start;
        }

        for (var length = 2; length <= 4 && end - length >= start; length++)
        {
            if (_atoms.IsNumber(end - length) && At(end - length, end, out dose) == length) return length;
        }

        return 0;
    }

    /// <summary>A number alone, as the strength of a name: <c>Lasilix 40</c>.</summary>
    internal int Strength(int i, int end, out Quantity? dose)
    {
        dose = null;
        if (i >= end || !_atoms.IsNumber(i) || Count(i, end, out var value) != 1) return 0;
        dose = new Quantity(_atoms.Raw(i, i + 1), QuantityKind.Dose, value);
        return 1;
    }

    /// <summary>A number of units of blood: 2 of <c>2 CGR</c>.</summary>
    internal int Units(int i, out Quantity? dose)
    {
        dose = null;
        if (Count(i, i + 1, out var value) != 1) return 0;
        dose = new Quantity(_atoms.Raw(i, i + 1), QuantityKind.Dose, value) { Unit = "{unit}" };
        return 1;
    }

    /// <summary>A part of what was named before: half of <c>Lexomil 1/2</c>.</summary>
    internal int Fraction(int i, int end, out Quantity? dose)
    {
        dose = null;
        var read = Count(i, end, out var value);
        if (read != 3 || value >= 1) return 0;
        dose = new Quantity(_atoms.Raw(i, i + read), QuantityKind.Dose, value);
        return read;
    }

    /// <summary>The rhythm that a rate means, as <see cref="FrequencyDraft.Add"/> takes it: <c>1/6h</c> of <c>4 g/6h</c>, <c>1/d</c> of <c>1 gél/j</c>; not that of <c>2 g/24h</c>.</summary>
    internal static string? Rhythm(string unit)
    {
        if (unit.IndexOf('/', StringComparison.Ordinal) is not (> 0 and var slash)) return null;
        var per = unit[(slash + 1)..];
        if (per is "d" or "wk" or "mo") return unit[0] == '{' ? $"1/{per}" : null;
        if (!per.StartsWith('(') || per.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot)) return null;
        var (length, of) = (per[1..dot], per[(dot + 1)..^1]);
        return of is "wk" or "mo" || (of is "h" && length is "4" or "6" or "8" or "12") ? $"1/{length}{of}" : null;
    }

    private int Count(int i, int end, out decimal value)
    {
        value = 0;
        if (i >= end) return 0;
        if (_atoms.NumberInWords(i, end, out var inWords) is > 0 and var read)
        {
            value = inWords;
            return read;
        }

        if (!_atoms.IsNumber(i) || !TryRead(i, out value)) return 0;
        if (i + 2 >= end || _atoms[i + 1] is not "/" || !_atoms.IsNumber(i + 2) || !TryRead(i + 2, out var parts) || parts is not (2 or 3 or 4)) return 1;
        value /= parts;
        return 3;
    }

    private bool TryRead(int i, out decimal value)
    {
        var number = _atoms[i].ToString().Replace(',', '.');
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    // What a laboratory measures is no dose: it has a name, or is an amount in a volume. Nor is what must not be passed ("maximum 4 g/j").
    private static bool IsDose(Quantity quantity) => quantity is { Value: > 0, Comparator: QuantityComparator.None or QuantityComparator.Approximate } && (quantity.Kind == QuantityKind.Dose
        || quantity is { Kind: QuantityKind.Measurement, Name: null, Unit: { } unit } && IsAmount(unit));

    private static bool IsAmount(string unit) => unit.Split('/')[0] is "g" or "mg" or "ug" or "ng" or "mL" or "L" or "cL" or "[IU]" or "k[IU]" or "M[IU]" or "mmol" or "meq"
        && !Concentrations.Any(end => unit.EndsWith(end, StringComparison.Ordinal));
}
