using HealthNlp.Interop;
using HealthNlp.Pipelines;

namespace HealthNlp.Cli;

/// <summary>One run of a verb over its inputs.</summary>
internal sealed class VerbRun(Verb verb, string format, string? output, Func<RunSettings> readSettings, CliStreams streams)
{
    private readonly ResultWriter _writer = Formats.Output[format];

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal async Task<int> ExecuteAsync(IReadOnlyList<string> arguments, string? inputFormat, CancellationToken cancellationToken)
    {
        try
        {
            var settings = readSettings();
            var files = InputFile.Find(arguments, inputFormat, streams.Error);
            var sink = OutputSink.Open(output, _writer, files, streams);
            if (settings.Resume && sink is not FolderSink) throw new UsageException("--resume needs an output folder (-o FOLDER/).");
            await using var _ = sink.ConfigureAwait(false);
            var code = await Progress.ShowAsync(streams, progress => WriteAsync(files, sink, settings, progress, cancellationToken)).ConfigureAwait(false);
            await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
            settings.Complete();
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

    private async Task<int> WriteAsync(IReadOnlyList<InputFile> files, OutputSink sink, RunSettings settings, Action<int> progress, CancellationToken cancellationToken)
    {
        var engine = HealthNlpEngine.CreateDefault(settings.Options);
        var failures = new InputFailures();
        var reader = new InputReader(streams.Input);
        var inputs = reader.ReadAsync(files, cancellationToken);
        if (settings.DistinctIdentifiers) inputs = DistinctIdentifiers.PassAsync(inputs, cancellationToken);
        var documents = failures.PassAsync(inputs, cancellationToken);
        var written = new WrittenBefore();
        if (settings.Resume && sink is FolderSink folder) documents = written.PassAsync(documents, folder, cancellationToken);
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

            // A file of a failure would be taken for its document when the run is resumed.
            var page = result.Value ?? (verb.Rewrites && sink is FolderSink ? new MemoryStream() : RenderFailure(result));
            await sink.WriteAsync(result.DocumentId, page, cancellationToken).ConfigureAwait(false);
            progress(++done);
        }

        if (written.Count > 0) await streams.Error.WriteLineAsync($"{written.Count} of {done} documents were written before.").ConfigureAwait(false);
        if (done == 0) await streams.Error.WriteLineAsync("No document found.").ConfigureAwait(false);
        if (failed > 0) await streams.Error.WriteLineAsync($"{failed} of {done} documents failed.").ConfigureAwait(false);
        return failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;

        MemoryStream Render(Document document, CancellationToken stop)
        {
            failures.ThrowIfFailed(document);
            var bytes = new MemoryStream();
            if (written.Contains(document)) return bytes;
            var result = verb.Run(engine, settings.Prepare(document), stop);
            settings.Keep(result.Source);
            _writer.WriteDocument(bytes, result);
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
