using HealthNlp.Interop;

namespace HealthNlp.Cli;

/// <summary>The formats by their names on the command line.</summary>
internal static class Formats
{
    internal const string Text = "txt";
    internal const string JsonLines = "jsonl";
    internal const string UnlistedFolder = "unlisted folder";

    internal static IReadOnlyDictionary<string, ResultWriter> Output { get; } = new Dictionary<string, ResultWriter>
    {
        ["text"] = new PlainTextWriter(),
        ["json"] = new JsonResultWriter(),
        ["jsonl"] = new JsonLinesWriter(),
        ["html"] = new HtmlWriter(),
    };

    /// <summary>The input format that an extension stands for.</summary>
    internal static string? OfExtension(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" => Text,
        ".jsonl" => JsonLines,
        _ => null,
    };
}
