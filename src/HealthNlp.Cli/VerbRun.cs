using HealthNlp.Interop;
using HealthNlp.Pipelines;

namespace HealthNlp.Cli;

/// <summary>One run of a verb over its inputs.</summary>
internal sealed class VerbRun(Verb verb, string format, string? output, CliStreams streams)
{
    private readonly ResultWriter _writer = Formats.Output[format];

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal async Task<int> ExecuteAsync(IReadOnlyList<string> arguments, string? inputFormat, CancellationToken cancellationToken)
    {
        try
        {
            var files = InputFile.Find(arguments, inputFormat, streams.Error);
            var sink = OutputSink.Open(output, _writer, files, streams);
            await using var _ = sink.ConfigureAwait(false);
            var code = await Progress.ShowAsync(streams, progress => WriteAsync(files, sink, progress, cancellationToken)).ConfigureAwait(false);
            await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
            // An HTML page carries the notice itself; JSON carries it in its provenance.
            if (_writer is PlainTextWriter) await streams.Error.WriteLineAsync(Provenance.Notice).ConfigureAwait(false);
            if (verb.Rewrites && _writer is not PlainTextWriter) await streams.Error.WriteLineAsync("The output contains the identified text.").ConfigureAwait(false);
            return code;
        }
        catch (UsageException error)
        {
            await streams.Error.WriteLineAsync(Clean.Of(error.Message)).ConfigureAwait(false);
            return ExitCode.BadUsage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync("Cancelled.").ConfigureAwait(false);
            return ExitCode.Cancelled;
        }
        catch (OutputException error)
        {
            // Who reads standard output may leave, as head does: that is no fault to report.
            if (output is null) return ExitCode.BrokenPipe;
            await streams.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            return ExitCode.BadUsage;
        }
    }

    private async Task<int> WriteAsync(IReadOnlyList<InputFile> files, OutputSink sink, Action<int> progress, CancellationToken cancellationToken)
    {
        var engine = HealthNlpEngine.CreateDefault();
        var failures = new InputFailures();
        var reader = new InputReader(streams.Input);
        var documents = failures.PassAsync(reader.ReadAsync(files, cancellationToken), cancellationToken);
        // Few ahead: each may be a long text and the page made of it.
        var options = new BatchOptions { MaxInFlight = 2 * Environment.ProcessorCount };
        var (done, failed) = (0, 0);
        await foreach (var result in Batch.RunAsync(documents, Render, options, cancellationToken).ConfigureAwait(false))
        {
            var origin = reader.NextOrigin();
            if (result.Error is { } error)
            {
                failed++;
                await streams.Error.WriteLineAsync($"{(origin is null ? "" : Clean.Of(origin) + ": ")}{Clean.Of(result.DocumentId)}: {error.Code} {error.Message}").ConfigureAwait(false);
            }

            await sink.WriteAsync(result.DocumentId, result.Value ?? RenderFailure(result), cancellationToken).ConfigureAwait(false);
            progress(++done);
        }

        if (done == 0) await streams.Error.WriteLineAsync("No document found.").ConfigureAwait(false);
        if (failed > 0) await streams.Error.WriteLineAsync($"{failed} of {done} documents failed.").ConfigureAwait(false);
        return failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;

        MemoryStream Render(Document document, CancellationToken stop)
        {
            failures.ThrowIfFailed(document);
            var bytes = new MemoryStream();
            _writer.WriteDocument(bytes, verb.Run(engine, document, stop));
            return bytes;
        }
    }

    private MemoryStream RenderFailure(DocumentResult<MemoryStream> result)
    {
        var bytes = new MemoryStream();
        _writer.WriteFailure(bytes, verb.Task, result.DocumentId, result.Error!);
        return bytes;
    }
}
