using System.Collections.Concurrent;
using System.Text.Json;
using HealthNlp.Pseudonymization;

namespace HealthNlp.Cli;

/// <summary>What <c>--indicators</c> writes: one line a document, in the order of their identifiers, and one of the corpus. Numbers and identifiers only.</summary>
internal sealed class IndicatorFile(string path, PseudonymizationOptions options)
{
    private readonly ConcurrentBag<(string Id, LeakReport Report)> _reports = [];
    private readonly QuasiIdentifierSummary _corpus = new();
    private readonly Lazy<IPseudonymizer> _again = new(() => HealthNlpEngine.CreateDefault(new HealthNlpOptions { Pseudonymization = options }).Pseudonymizer);

    internal void Add(PseudonymizationResult result)
    {
        _reports.Add((result.Document.Id, LeakReport.Of(result, _again.Value)));
        _corpus.Add(result);
    }

    /// <exception cref="OutputException">The file cannot be written.</exception>
    internal void Write()
    {
        try
        {
            var partial = path + ".partial";
            using (var writer = new StreamWriter(partial))
            {
                foreach (var (_, line) in _reports.Select(entry => (entry.Id, Line: LineOf(entry.Id, entry.Report))).OrderBy(entry => entry.Id, StringComparer.Ordinal).ThenBy(entry => entry.Line, StringComparer.Ordinal))
                {
                    writer.WriteLine(line);
                }

                writer.WriteLine(JsonSerializer.Serialize(new { documents = _corpus.Documents, unique = _corpus.Unique, in_groups_up_to_five = _corpus.InSmallGroups, distinct_values = _corpus.DistinctValues }));
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"The indicators cannot be written ({error.GetType().Name}).");
        }
    }

    private static string LineOf(string id, LeakReport report) => JsonSerializer.Serialize(new
    {
        document_id = id,
        level = report.Level,
        known_identity = Count(report, LeakKind.KnownIdentity),
        found_value = Count(report, LeakKind.FoundValue),
        found_again = Count(report, LeakKind.FoundAgain),
    });

    private static int Count(LeakReport report, LeakKind kind) => report.Leaks.Count(leak => leak.Kind == kind);
}
