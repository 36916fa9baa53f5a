using System.Text;
using System.Text.RegularExpressions;
using HealthNlp.Pipelines;
using HealthNlp.Pseudonymization;

namespace HealthNlp.Tests;

/// <summary>The sentences of Specs/pseudonymization.md, and the pseudonymizer under test.</summary>
internal static partial class Samples
{
    private static readonly Lazy<Pseudonymizer> Default = new(() => new Pseudonymizer(new PipelineBuilder().AddText().Build()));

    internal static Pseudonymizer Pseudonymizer => Default.Value;

    internal static Pseudonymizer Make(PseudonymizationOptions options) => new(new PipelineBuilder().AddText().Build(), options);

    /// <summary>The marked sentences, as written in the file.</summary>
    internal static IReadOnlyList<string> Marked { get; } = [.. Lines().Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Replace('⏎', '\n'))];

    /// <summary>The sentences without their marks.</summary>
    internal static IReadOnlyList<string> Plain { get; } = [.. Marked.Select(Unmark)];

    internal static string Unmark(string marked) => Mark().Replace(marked, "${text}");

    /// <summary>A text with marks where the pseudonymizer found something.</summary>
    internal static string MarkUp(PseudonymizationResult result)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (var entity in result.Entities)
        {
            text.Append(result.Document.Text, from, entity.Span.Start - from).Append("[[").Append(entity.Label);
            if (entity.Attributes.TryGetValue("role", out var role)) text.Append(':').Append(role);
            text.Append('|').Append(result.Document[entity.Span]).Append("]]");
            from = entity.Span.End;
        }

        return text.Append(result.Document.Text, from, result.Document.Text.Length - from).ToString();
    }

    private static IEnumerable<string> Lines()
    {
        // The second file was written by someone who had not read the rules that the first was written beside.
        foreach (var file in (string[])["pseudonymization.md", "pseudonymization-second-reader.md"])
        {
            using var stream = typeof(Samples).Assembly.GetManifestResourceStream(file)!;
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line) yield return line;
        }
    }

    [GeneratedRegex(@"\[\[[A-Z_]+(?::[A-Za-z]+)?\|(?<text>[^\]]*)\]\]")]
    private static partial Regex Mark();
}
