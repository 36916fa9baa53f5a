using System.Globalization;
using FsCheck.Xunit;
using HealthNlp.Quantities;
using HealthNlp.Tests.Properties;
using HealthNlp.Tests.Specs;

namespace HealthNlp.Tests.Quantities;

/// <summary>What the reader promises over generated texts and over every row of its specification.</summary>
[Properties(Arbitrary = [typeof(ClinicalArbitraries)], MaxTest = 500, Replay = "20260402,9")]
public sealed class QuantityProperties
{
    private static readonly (string Label, string? Name, string Wording, string Unit)[] Written =
    [
        ("Hémoglobine : ", "hemoglobin", " g/dL", "g/dL"), ("CRP à ", "crp", " mg/L", "mg/L"), ("Plaquettes ", "platelets", " G/L", "10*9/L"), ("créatinine ", "creatinine", " µmol/L", "umol/L"),
        ("Nodule de ", null, " mm", "mm"), ("Amoxicilline ", null, " mg", "mg"), ("Macrogol ", null, " sachets", "{sachet}"), ("Morphine ", null, " mg/24h", "mg/(24.h)"),
        ("Leucocytes ", "leukocytes", "/mm3", "/mm3"), ("Noradrénaline ", null, " µg/kg/min", "ug/kg/min"), ("Sténose à ", null, " %", "%"), ("Perte de ", "weight_change", " kilos", "kg"),
    ];

    private static readonly string[] Pieces =
    [
        "Hb 9 g/dL ", "TA 12/8 ", "1-0-1 ", "| CRP | 45 | mg/L |\n", "12 x 8 mm ", "< 5 ", "10^5 UFC/mL ", "à ", "puis ", "deux comprimés ", "(N : 2-4) ", "H ", "2 à 3 ", "Poids Taille IMC\n72 175 23\n",
        "1m72 ", "½ cp ", "environ ", "38°5 ", "Hb;9;g/dL\n", "2x500 mg ", "Apgar 9/10/10 ", "dont 2500 de PNN ",
    ];

    [Property]
    public void Quantities_writtenOne_isReadBack(int seed)
    {
        var random = new Random(seed);
        var (label, name, wording, unit) = Written[random.Next(Written.Length)];
        var value = decimal.Round(random.Next(1, 1_000_000) / (decimal)Math.Pow(10, random.Next(4)), 3);
        var culture = CultureInfo.InvariantCulture;
        var written = random.Next(3) switch
        {
            0 => value.ToString("0.###", culture).Replace('.', ','),
            1 => value.ToString("#,##0.###", culture).Replace(',', '\u00A0').Replace('.', ','),
            _ => decimal.Truncate(value).ToString(culture),
        };
        var expected = written.Contains(',', StringComparison.Ordinal) || written.Contains('\u00A0', StringComparison.Ordinal)
            ? decimal.Parse(written.Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.'), culture) : decimal.Parse(written, culture);
        var text = $"{label}{written}{wording}.";
        var quantity = Assert.Single(TextAnalysis.Process(text).Quantities);
        Assert.Equal((expected, unit, name, $"{written}{wording}"), (quantity.Value, quantity.Unit, quantity.Name, quantity.Span.Of(text)));
    }

    [Property]
    public void Quantities_anyText_lieInsideItAndDoNotOverlap(ClinicalText text, int seed) => AssertInside(TextAnalysis.Process(Mix(text.Value, seed)));

    [Fact]
    public void Quantities_realReports_lieInsideThemAndDoNotOverlap() => Assert.All(SharedReports.All, report => AssertInside(TextAnalysis.Process(report)));

    [Property]
    public void Quantities_sameText_areTheSame(ClinicalText text, int seed)
    {
        var mixed = Mix(text.Value, seed);
        Assert.Equal(Shapes(TextAnalysis.Process(mixed), 0), Shapes(TextAnalysis.Process(mixed), 0));
    }

    [Property]
    public void Quantities_wrappedParagraph_areThoseOfOneLine(int seed)
    {
        const string Paragraph = "La patiente est admise avec une hémoglobine à 7,8 g/dL, des plaquettes à 150 000 /mm3, une tension artérielle à 14/9, une fréquence cardiaque à 95 battements par minute et une saturation à 92 % en air ambiant, elle reçoit deux comprimés de paracétamol et 2 x 500 mg de metformine par jour, le nodule mesure 12 x 8 mm et la créatinine est passée de 80 à 120 µmol/L au cours du séjour.";
        var width = new Random(seed).Next(60, 110);
        var wrapped = new System.Text.StringBuilder();
        var line = 0;
        foreach (var word in Paragraph.Split(' '))
        {
            var breaks = line + word.Length + 1 > width;
            if (wrapped.Length > 0) wrapped.Append(breaks ? '\n' : ' ');
            line = breaks ? word.Length : line + word.Length + 1;
            wrapped.Append(word);
        }

        var analyzed = TextAnalysis.Process(wrapped.ToString());

        // Where the normaliser leaves a line end, the lines are two for it, and for us.
        if (!analyzed.Normalized.Text.Contains('\n')) Assert.Equal(Shapes(TextAnalysis.Process(Paragraph), 0), Shapes(analyzed, 0));
    }

    [Theory]
    [MemberData(nameof(QuantitySpecTests.Rows), MemberType = typeof(QuantitySpecTests))]
    public void Quantities_amongOtherSentences_areThoseOfTheTextAlone(string marked, string readings)
    {
        var text = QuantitySpecTests.Text(marked);
        const string Before = "Le patient marche avec une canne.\n\n";
        Assert.Equal(Shapes(TextAnalysis.Process(text), 0), Shapes(TextAnalysis.Process($"{Before}{text}\n\nIl sort demain, sans traitement."), Before.Length));
        Assert.NotNull(readings);
    }

    [Theory]
    [MemberData(nameof(QuantitySpecTests.Rows), MemberType = typeof(QuantitySpecTests))]
    public void Quantities_withoutAccentsOrWithLabelsInCapitals_areTheSame(string marked, string readings)
    {
        var text = QuantitySpecTests.Text(marked);
        var analyzed = TextAnalysis.Process(text);
        var expected = Shapes(analyzed, 0);
        var plain = string.Concat(text.Select(c => Text.LatinLetters.WithoutAccent(c)));
        Assert.Equal(expected, Shapes(TextAnalysis.Process(plain), 0));

        // Units mean something by their case, and so do marks; the rest does not.
        var capitals = string.Concat(text.Select((c, at) => analyzed.Quantities.At(at).Any() ? c : char.ToUpperInvariant(c)));
        if (!text.AsSpan().ContainsAny("|;\t(\n")) Assert.Equal(expected, Shapes(TextAnalysis.Process(capitals), 0));
        Assert.NotNull(readings);
    }

    private static void AssertInside(AnalyzedDocument analyzed)
    {
        var at = 0;
        foreach (var quantity in analyzed.Quantities)
        {
            Assert.True(quantity.Span.Start >= at && !quantity.Span.IsEmpty && quantity.Span.End <= analyzed.Document.Text.Length, $"{quantity} after {at}");
            Assert.True(quantity.Unit is null || Ucum.IsValid(quantity.Unit), quantity.Unit);
            Assert.True(quantity.NameSpan is null || !quantity.NameSpan.Value.Overlaps(quantity.Span));
            at = quantity.Span.End;
        }

        at = 0;
        foreach (var table in analyzed.Tables)
        {
            Assert.True(table.Span.Start >= at && table.Rows.Count > 0);
            Assert.All(table.Rows.SelectMany(row => row), cell => Assert.True(table.Span.Contains(cell.Span)));
            at = table.Span.End;
        }
    }

    private static List<string> Shapes(AnalyzedDocument analyzed, int shift) =>
        [.. analyzed.Quantities.Select(quantity => $"{quantity.Span.Start - shift} {quantity.Span.Length} {quantity.Kind} {quantity.Name} {QuantitySpecTests.Show(quantity)}")];

    private static string Mix(string text, int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', text.Split(' ').Select(word => random.Next(3) == 0 ? Pieces[random.Next(Pieces.Length)] + word : word));
    }
}
