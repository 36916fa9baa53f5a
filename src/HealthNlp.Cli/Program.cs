using System.Text;
using HealthNlp.Cli;
using Microsoft.Win32.SafeHandles;

await using var input = Console.OpenStandardInput();
await using var output = OpenOutput();
await using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
// A moving line on the terminal that the results go to would mix with them.
var showProgress = !Console.IsErrorRedirected && Console.IsOutputRedirected;
return await CommandLine.RunAsync(args, new CliStreams(input, output, error, showProgress));

// The console's own stream swallows a broken pipe, and the run would go on for nobody.
static Stream OpenOutput()
{
    if (Console.IsOutputRedirected && !OperatingSystem.IsWindows())
    {
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!pipe.CanSeek) return pipe;
    }

    return Console.OpenStandardOutput();
}
