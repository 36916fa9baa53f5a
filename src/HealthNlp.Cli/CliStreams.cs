namespace HealthNlp.Cli;

/// <summary>What the command line reads and writes.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: results only, UTF-8 without a byte order mark.</param>
/// <param name="Error">Standard error: everything said to the person.</param>
/// <param name="ShowProgress">Whether a moving line may be shown on standard error.</param>
internal sealed record CliStreams(Stream Input, Stream Output, TextWriter Error, bool ShowProgress = false);

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    internal const int Done = 0;
    internal const int SomeFailed = 1;
    internal const int BadUsage = 2;
    internal const int Cancelled = 130;
    internal const int BrokenPipe = 141;
}

/// <summary>The command cannot run as it was given. The message holds paths and options, no text of a document.</summary>
internal sealed class UsageException(string message) : Exception(message);
