using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace HealthNlp.Cli;

/// <summary>The commands and their options.</summary>
internal static class CommandLine
{
    internal static async Task<int> RunAsync(string[] arguments, CliStreams streams, CancellationToken cancellationToken = default)
    {
        // No "@file": an argument is what it says.
        var parsed = Build(streams).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // Help and version go to standard output, which takes bytes.
        var output = new StringWriter { NewLine = "\n" };
        var configuration = new InvocationConfiguration { Output = output, Error = streams.Error, EnableDefaultExceptionHandler = false };
        var code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            await streams.Error.WriteAsync(output.ToString()).ConfigureAwait(false);
            return ExitCode.BadUsage;
        }

        try
        {
            await streams.Output.WriteAsync(Encoding.UTF8.GetBytes(output.ToString()), CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (IOException)
        {
            return ExitCode.BrokenPipe;
        }
    }

    private static Command Build(CliStreams streams)
    {
        // Not a RootCommand: help would call it by the name of the assembly.
        var root = new Command("healthnlp", "French clinical NLP on reports: files, folders or standard input.")
        {
            new HelpOption { Action = new HelpThenNotice() },
            new VersionOption { Action = new ShowVersion() },
        };
        foreach (var verb in Verb.All) root.Subcommands.Add(Build(verb, streams));
        root.Subcommands.Add(KeyCommand.Build(streams));
        return root;
    }

    private static Command Build(Verb verb, CliStreams streams)
    {
        var inputs = new Argument<string[]>("FILE|DIR|-")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = ".txt and .jsonl files, folders (read with their subfolders, by extension), or - for standard input. Default: standard input.",
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "text (for people), jsonl (one object a line), json (one indented array, an object a document) or html (one page)."
                + (verb.Rewrites ? " Only text is without the identified text: jsonl, json and html contain it." : ""),
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong(verb.IsTextOnly ? ["text"] : [.. Formats.Output.Keys]);
        var output = new Option<string?>("--output", "-o")
        {
            Description = "A file; or a folder (one that exists, or a path that ends with /) for one file a document. Default: standard output.",
        };
        var inputFormat = new Option<string?>("--input-format")
        {
            Description = "txt or jsonl: the format of standard input (default txt) and of files named here, whatever their extension.",
        };
        inputFormat.AcceptOnlyFromAmong(Formats.Text, Formats.JsonLines);
        var command = new Command(verb.Name, verb.Description) { inputs, format, output, inputFormat };
        var settings = verb.Options(command);
        command.SetAction((parsed, cancellationToken) => new VerbRun(
            verb, parsed.GetRequiredValue(format), parsed.GetValue(output), () => settings(parsed), streams)
            .ExecuteAsync(parsed.GetValue(inputs) ?? [], parsed.GetValue(inputFormat), cancellationToken));
        return command;
    }

    private sealed class HelpThenNotice : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = new HelpAction().Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(Provenance.Notice);
            return code;
        }
    }

    private sealed class ShowVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(new Provenance { Component = "healthnlp" }.Version);
            return ExitCode.Done;
        }
    }
}
