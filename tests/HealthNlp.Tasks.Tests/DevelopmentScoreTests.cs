using System.Text.Json;

namespace HealthNlp.Tests;

/// <summary>The score on the annotated development reports, when they are there; the floors lie a little under what is measured.</summary>
public class DevelopmentScoreTests
{
    private const double LeastSpanF1 = 0.97;
    private const double LeastLabelF1 = 0.97;
    private const double LeastRoleAccuracy = 0.97;

    [Fact]
    public void Pseudonymize_of_annotated_reports_stays_above_its_floors()
    {
        var file = Path.Combine(Shared(), "corpora", "parhaf", "gold-dev", "pseudo.jsonl");
        Assert.SkipUnless(File.Exists(file), "The shared corpora are not here: set HEALTHNLP_SHARED.");
        var (spans, labels, found, expected, roles, rightRoles) = (0, 0, 0, 0, 0, 0);
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            Assert.DoesNotContain(text, char.IsSurrogate);
            var gold = json.RootElement.GetProperty("records").EnumerateArray().Where(record => record.GetProperty("label").GetString() != "HOSPITAL").ToDictionary(
                record => new TextSpan(record.GetProperty("start").GetInt32(), record.GetProperty("end").GetInt32()),
                record => (Label: record.GetProperty("label").GetString(), Role: record.GetProperty("attrs").TryGetProperty("role", out var role) ? role.GetString() : null));
            expected += gold.Count;
            foreach (var entity in Samples.Pseudonymizer.Pseudonymize(text, TestContext.Current.CancellationToken).Entities.Where(entity => entity.Label != "HOSPITAL"))
            {
                found++;
                if (!gold.TryGetValue(entity.Span, out var record)) continue;
                spans++;
                if (record.Label != entity.Label) continue;
                labels++;
                if (record.Role is null) continue;
                roles++;
                if (entity.Attributes["role"] == record.Role) rightRoles++;
            }
        }

        Assert.True(2.0 * spans / (found + expected) >= LeastSpanF1);
        Assert.True(2.0 * labels / (found + expected) >= LeastLabelF1);
        Assert.True((double)rightRoles / roles >= LeastRoleAccuracy);
    }

    private static string Shared()
    {
        if (Environment.GetEnvironmentVariable("HEALTHNLP_SHARED") is { Length: > 0 } shared) return shared;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HealthNlp.sln"))) folder = folder.Parent;
        return folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : "";
    }
}
