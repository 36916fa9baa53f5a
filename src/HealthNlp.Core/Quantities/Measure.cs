using System.Globalization;
using HealthNlp.Text;

namespace HealthNlp.Quantities;

/// <summary>How the value of a measure is written.</summary>
internal enum MeasureShape
{
    Value,
    Pressure,
    Score,
}

/// <summary>A row of <c>Data/quantity_names.tsv</c>: what can be measured, in what units, and how a value without unit is read.</summary>
internal sealed record Measure(string Name, MeasureShape Shape, decimal Highest, bool ReadsAny, IReadOnlyList<BareRange> Ranges, IReadOnlyList<string> Units)
{
    /// <summary>Whether the wording only takes itself away from a shorter one.</summary>
    internal bool IsNothing => Name == "-";

    /// <summary>Whether a value with a unit may be one of this measure.</summary>
    internal bool Accepts(decimal value, string unit)
    {
        if (!Units.Any(own => Ucum.SameDimension(own, unit))) return false;
        var inside = true;
        foreach (var range in Ranges)
        {
            if (range.Unit is null || !Ucum.TryConvert(value, unit, range.Unit, out var converted)) continue;
            if (converted >= range.Low && converted <= range.High) return true;
            inside = false;
        }

        return inside;
    }

    /// <summary>Whether a value without unit is one of this measure, and the unit that it then has.</summary>
    internal bool ReadsBare(decimal value, out string? unit)
    {
        unit = null;
        foreach (var range in Ranges)
        {
            if (value < range.Low || value > range.High) continue;
            unit = range.Unit;
            return true;
        }

        return ReadsAny;
    }
}

/// <summary>Bounds between which a value without unit is read, and the unit that it then has.</summary>
internal readonly record struct BareRange(string? Unit, decimal Low, decimal High);

/// <summary>The wordings of <c>Data/quantity_names.tsv</c>.</summary>
internal static class Measures
{
    internal static readonly Lazy<EmbeddedKnowledge> Knowledge = EmbeddedKnowledge.Core("quantity_names.tsv");

    private static readonly Lazy<(Measure Measure, string[] Wordings)[]> All = new(() => [.. Knowledge.Value.Rows.Select(row => (Parse(row), row[4].Split("; ")))]);

    private static readonly Lazy<PhraseTable<Wording>> Table = new(() => new PhraseTable<Wording>(All.Value.SelectMany(pair => pair.Wordings.Select(wording =>
        wording[0] == '=' ? (wording[1..], new Wording(pair.Measure, wording[1..])) : (wording, new Wording(pair.Measure, null))))));

    internal static void Prepare() => _ = Table.Value;

    /// <summary>The longest wording that begins at a token.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    internal static int Match(TokenText text, int at, out Measure measure)
    {
        var length = Table.Value.Match(text, at, out var wording);
        if (length > 0 && wording.Exact is not null && !text[at].SequenceEqual(wording.Exact)) length = Table.Value.Match(text, at, out wording, static other => other.Exact is null);
        measure = length > 0 ? wording.Measure : null!;
        return length;
    }

    private static readonly Lazy<Dictionary<string, Measure>> Abbreviations = new(() => All.Value
        .SelectMany(pair => pair.Wordings.Select(wording => (Name: wording.TrimStart('='), pair.Measure)))
        .Where(pair => pair.Name.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0).DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.Measure, StringComparer.Ordinal));

    /// <summary>The measure that an abbreviation in capitals names; <see langword="null"/> when there is none.</summary>
    internal static Measure? OfAbbreviation(ReadOnlySpan<char> name) => Abbreviations.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var measure) && !measure.IsNothing ? measure : null;

    /// <summary>The first measure of a name.</summary>
    internal static Measure ByName(string name) => Array.Find(All.Value, pair => pair.Measure.Name == name).Measure;

    private static Measure Parse(string[] row)
    {
        var score = row[1].StartsWith("score ", StringComparison.Ordinal);
        var ranges = row[2] is "any" or "no" ? [] : row[2].Split(", ").Select(ParseRange).ToArray();
        return new Measure(
            row[0],
            score ? MeasureShape.Score : row[1] == "pressure" ? MeasureShape.Pressure : MeasureShape.Value,
            score ? Number(row[1].AsSpan(6)) : 0,
            row[2] == "any",
            ranges,
            row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static BareRange ParseRange(string text)
    {
        var unit = text.IndexOf(' ', StringComparison.Ordinal);
        var bounds = text.IndexOf("..", StringComparison.Ordinal);
        return new BareRange(text[..unit] == "-" ? null : text[..unit], Number(text.AsSpan(unit + 1, bounds - unit - 1)), Number(text.AsSpan(bounds + 2)));
    }

    private static decimal Number(ReadOnlySpan<char> text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Wording(Measure Measure, string? Exact);
}
