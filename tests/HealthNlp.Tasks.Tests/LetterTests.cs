using System.Globalization;
using System.Text.RegularExpressions;
using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

/// <summary>
/// The 120 fictional letters of the folder Letters, annotated by people who had not read the rules. Those whose number is a multiple of three are held out: rules are never written with them in view,
/// and their score alone is an estimate. The floors are what was measured, less a little.
/// </summary>
public sealed partial class LetterTests(ITestOutputHelper output)
{
    private static readonly HashSet<string> Direct = new(StringComparer.Ordinal)
    {
        IdentifierLabels.LastName, IdentifierLabels.FirstName, IdentifierLabels.BirthDate, IdentifierLabels.IdentifierCode, IdentifierLabels.Address, IdentifierLabels.Email, IdentifierLabels.Phone,
    };

    [Theory]
    [InlineData(false, 0.93, 0.92)]
    [InlineData(true, 0.86, 0.85)]
    public void Letters_are_found_as_annotated(bool heldOut, double spans, double directCharacters)
    {
        var (found, missed, extra, direct, hidden) = (0, 0, 0, 0, 0);
        foreach (var (name, marked) in Letters())
        {
            if ((int.Parse(name.AsSpan(2, 2), CultureInfo.InvariantCulture) % 3 == 0) != heldOut) continue;
            var (text, gold) = Read(marked);
            var result = Samples.Pseudonymizer.Pseudonymize(text, TestContext.Current.CancellationToken);
            var seen = result.Entities.Select(entity => (entity.Span, entity.Label)).ToHashSet();
            found += gold.Count(seen.Contains);
            missed += gold.Count(annotation => !seen.Contains(annotation));
            extra += seen.Count(annotation => !gold.Contains(annotation));
            foreach (var (span, _) in gold.Where(annotation => Direct.Contains(annotation.Label)))
            {
                for (var i = span.Start; i < span.End; i++)
                {
                    if (!char.IsLetterOrDigit(text[i])) continue;
                    direct++;
                    if (result.Entities.At(i).Any(entity => entity.Attributes.ContainsKey("replacement"))) hidden++;
                }
            }
        }

        var f1 = 2.0 * found / ((2 * found) + missed + extra);
        output.WriteLine($"exact spans with labels: {found} found, {missed} missed, {extra} extra, F1 {f1:0.000}; characters of direct identifiers hidden: {(double)hidden / direct:0.0000}");
        Assert.True(f1 >= spans, $"F1 {f1:0.000}");
        Assert.True((double)hidden / direct >= directCharacters, $"characters {(double)hidden / direct:0.0000}");
    }

    [Fact]
    public void Letters_have_sixty_instances_of_each_category()
    {
        var counts = Letters().SelectMany(letter => Read(letter.Marked).Gold).CountBy(annotation => annotation.Label).ToDictionary();
        Assert.All(IdentifierLabels.All, label => Assert.True(counts.GetValueOrDefault(label) >= 60, $"{label}: {counts.GetValueOrDefault(label)}"));
    }

    private static (string Text, HashSet<(TextSpan Span, string Label)> Gold) Read(string marked)
    {
        var gold = new HashSet<(TextSpan, string)>();
        var shift = 0;
        var text = Mark().Replace(marked, match =>
        {
            var words = match.Groups["text"].Value;
            gold.Add((TextSpan.FromLength(match.Index - shift, words.Length), match.Groups["label"].Value));
            shift += match.Length - words.Length;
            return words;
        });
        return (text, gold);
    }

    private static IEnumerable<(string Name, string Marked)> Letters()
    {
        const string prefix = "Letters/";
        foreach (var resource in typeof(LetterTests).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(typeof(LetterTests).Assembly.GetManifestResourceStream(resource)!);
            yield return (resource[prefix.Length..], reader.ReadToEnd());
        }
    }

    [GeneratedRegex(@"\[\[(?<label>[A-Z_]+)(?::[A-Za-z]+)?\|(?<text>[^\]]*)\]\]")]
    private static partial Regex Mark();
}
