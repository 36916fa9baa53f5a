using System.Text.Json;

namespace HealthNlp.Tests.Qualifiers;

/// <summary>The assertion of the annotated infection mentions of the development reports, when they are there; the floor lies a little under what is measured.</summary>
public sealed class DevelopmentAccuracyTests
{
    private const double LeastAccuracy = 0.94;

    [Fact]
    public void ContextOf_annotatedInfectionMentions_staysAboveItsFloor()
    {
        var file = SharedReports.Path("corpora", "parhaf", "gold-dev", "infectio.jsonl");
        Assert.SkipUnless(File.Exists(file), "The shared corpora are not here: set HEALTHNLP_SHARED.");
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var analyzed = TextAnalysis.Process(json.RootElement.GetProperty("text").GetString()!);
            foreach (var record in json.RootElement.GetProperty("records").EnumerateArray())
            {
                var mention = new TextSpan(record.GetProperty("start").GetInt32(), record.GetProperty("end").GetInt32());
                var gold = record.GetProperty("attrs").GetProperty("negation").GetString();
                var cell = $"{(gold == "Indetermine" ? "Indeterminate" : gold)} read as {analyzed.ContextOf(mention).Assertion}";
                counts[cell] = counts.GetValueOrDefault(cell) + 1;
            }
        }

        var table = string.Join(", ", counts.Select(cell => $"{cell.Key}: {cell.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        var right = Enum.GetNames<Assertion>().Sum(name => counts.GetValueOrDefault($"{name} read as {name}"));
        Assert.True((double)right / counts.Values.Sum() >= LeastAccuracy, table);
    }
}
