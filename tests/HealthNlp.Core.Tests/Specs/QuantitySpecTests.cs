using System.Globalization;
using System.Text;
using HealthNlp.Quantities;

namespace HealthNlp.Tests.Specs;

/// <summary>Runs the specification of quantities: a text with its mentions in brackets, and the reading of each.</summary>
public sealed class QuantitySpecTests
{
    private const string File = "quantities.md";

    // The specification knows these measures by name.
    private static readonly HashSet<string> Names =
    [
        "blood_pressure", "heart_rate", "respiratory_rate", "spo2", "temperature", "weight", "height", "bmi", "glasgow", "eva", "mmse",
        "hemoglobin", "creatinine", "crp", "leukocytes", "platelets", "sodium", "potassium", "glucose", "lvef",
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Rows() => Specification.Rows(File).Select(row =>
        new TheoryDataRow<string, string>(row.Cells[0], row.Cells[1]) { TestDisplayName = Specification.Name(File, row.Line, row.Cells[0]) });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Quantities_textOfSpecification_areReadAsItSays(string marked, string readings)
    {
        var text = Text(marked);
        var analyzed = TextAnalysis.Process(text);
        Assert.Equal($"{Specification.Show(Specification.Decode(marked))} | {readings}", $"{Specification.Show(Mark(analyzed))} | {string.Join(" ; ", analyzed.Quantities.Select(Show))}");
    }

    internal static string Text(string marked) => Specification.Decode(marked).Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    internal static string Show(Quantity quantity)
    {
        var shown = new StringBuilder();
        if (quantity.Kind == QuantityKind.Schedule) return $"schedule={string.Join('-', quantity.Values.Select(Number))}";
        if (quantity.Name is { } name && Names.Contains(name)) shown.Append(name).Append('=');
        shown.Append(quantity.Comparator switch
        {
            QuantityComparator.Less => "<",
            QuantityComparator.LessOrEqual => "<=",
            QuantityComparator.Greater => ">",
            QuantityComparator.GreaterOrEqual => ">=",
            QuantityComparator.Approximate => "~",
            _ => "",
        });
        shown.Append(quantity.Kind switch
        {
            QuantityKind.BloodPressure => string.Join('/', quantity.Values.Select(Number)),
            QuantityKind.Dimension => string.Join('x', quantity.Values.Select(Number)),
            _ => (quantity.Multiplier is { } times ? $"{Number(times)}*" : "") + Number(quantity.Value) + (quantity.UpperValue is { } upper ? $"..{Number(upper)}" : "")
                + (quantity.Denominator is { } of ? $"/{Number(of)}" : ""),
        });
        if (quantity.Unit is { } unit) shown.Append(' ').Append(unit);
        if (quantity.ReferenceHigh is { } high) shown.Append(quantity.ReferenceLow is { } low ? $" ref {Number(low)}..{Number(high)}" : $" ref <{Number(high)}");
        else if (quantity.ReferenceLow is { } low) shown.Append(" ref >").Append(Number(low));
        if (quantity.Flag != QuantityInterpretation.None) shown.Append(" flag ").Append(quantity.Flag.ToString()[0]);
        return shown.ToString();
    }

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Mark(AnalyzedDocument analyzed)
    {
        var marked = new StringBuilder(analyzed.Document.Text);
        foreach (var quantity in analyzed.Quantities.Reverse()) marked.Insert(quantity.Span.End, ']').Insert(quantity.Span.Start, '[');
        return marked.ToString();
    }
}
