using Spectre.Console;

namespace HealthNlp.Cli;

/// <summary>A moving line on a terminal. Spectre.Console is loaded only when it is shown.</summary>
internal static class Progress
{
    internal static Task<int> ShowAsync(CliStreams streams, Func<Action<int>, Task<int>> run) =>
        streams.ShowProgress ? ShowOnTerminalAsync(streams, run) : run(_ => { });

    private static Task<int> ShowOnTerminalAsync(CliStreams streams, Func<Action<int>, Task<int>> run) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(streams.Error) })
            .Status().StartAsync("...", context => run(done => context.Status($"{done} documents")));
}
