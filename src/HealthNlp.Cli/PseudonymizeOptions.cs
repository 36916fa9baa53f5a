using System.CommandLine;
using HealthNlp.Interop;
using HealthNlp.Pseudonymization;

namespace HealthNlp.Cli;

/// <summary>The options of <c>healthnlp pseudonymize</c>.</summary>
internal static class PseudonymizeOptions
{
    private static readonly Dictionary<string, ReplacementStrategy> Strategies = Enum.GetValues<ReplacementStrategy>().ToDictionary(
        strategy => strategy == ReplacementStrategy.IndexedTag ? "indexed-tag" : strategy.ToString().ToLowerInvariant(), strategy => strategy, StringComparer.Ordinal);

    internal static Option<FileInfo?> KeyFile { get; } = new("--key-file") { Description = "The key, as healthnlp key writes it. Tokens, encryption, surrogates and a vault need it." };

    internal static Option<DirectoryInfo?> Vault { get; } = new("--vault") { Description = "A folder that keeps what was replaced, encrypted, so that healthnlp restore can write it back." };

    internal static Func<ParseResult, RunSettings> AddTo(Command command)
    {
        var strategy = new Option<string[]>("--strategy", "-s")
        {
            Description = $"{string.Join(", ", Strategies.Keys)}; or LABEL=STRATEGY for one label, such as CITY=keep. May be given several times. Default: tag.",
            DefaultValueFactory = _ => [],
        };
        var scope = new Option<ConsistencyScope>("--scope") { Description = "document, stay, patient or corpus: within what the same words have the same token or surrogate. Default: document." };
        var initials = new Option<bool>("--keep-initials") { Description = "Surrogate names begin with the letter of the name that they stand for." };
        var weeks = new Option<int>("--date-shift-weeks") { Description = "By how many weeks at most surrogate dates are moved. Default: 52.", DefaultValueFactory = _ => 52 };
        var patient = new Option<FileInfo?>("--known-patient") { Description = "A JSON file {\"names\":[],\"birth_date\":\"yyyy-MM-dd\",\"identifiers\":[]}: what is known of the patient of the documents that do not say it." };
        var resume = new Option<bool>("--resume") { Description = "Passes over documents whose file is in the output folder: a run that was killed goes on, with the same options." };
        var indicators = new Option<FileInfo?>("--indicators") { Description = "A JSON Lines file: for each document how many suspect places its rewritten text has, then a summary of the corpus. No text in it; it certifies nothing." };
        foreach (var option in (Option[])[indicators, strategy, KeyFile, scope, initials, weeks, Vault, patient, resume]) command.Options.Add(option);
        return parsed =>
        {
            var options = new PseudonymizationOptions
            {
                Key = Key(parsed),
                Scope = parsed.GetValue(scope),
                KeepInitials = parsed.GetValue(initials),
                LargestDateShiftWeeks = parsed.GetValue(weeks),
            };
            foreach (var value in parsed.GetValue(strategy)!) Set(options, value);
            if (options.Problems().FirstOrDefault() is { } problem) throw new UsageException($"{problem}{(options.Key is null && problem.EndsWith("a key.", StringComparison.Ordinal) ? " Give --key-file." : "")}");
            var vault = OpenVault(parsed, options.Key);
            var known = parsed.GetValue(patient) is { } file ? Patient(file) : null;
            if (parsed.GetValue(indicators) is { Directory.Exists: false }) throw new UsageException("The folder of the indicators does not exist.");
            var report = parsed.GetValue(indicators) is { } path ? new IndicatorFile(path.FullName, options) : null;
            return new RunSettings
            {
                Options = new HealthNlpOptions { Pseudonymization = options },
                Prepare = document => document.Patient is null && known is not null ? document with { Patient = known } : document,
                Keep = result =>
                {
                    vault?.Record((PseudonymizationResult)result);
                    report?.Add((PseudonymizationResult)result);
                },
                Complete = () => report?.Write(),
                DistinctIdentifiers = vault is not null,
                Resume = parsed.GetValue(resume),
            };
        };
    }

    internal static PseudonymizationKey? Key(ParseResult parsed) => parsed.GetValue(KeyFile) is { } file ? Usage(() => PseudonymizationKey.ReadFile(file.FullName)) : null;

    internal static PseudonymVault? OpenVault(ParseResult parsed, PseudonymizationKey? key)
    {
        if (parsed.GetValue(Vault) is not { } folder) return null;
        return Usage(() => PseudonymVault.Open(folder.FullName, key ?? throw new UsageException("--vault needs --key-file.")));
    }

    private static void Set(PseudonymizationOptions options, string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        if (!Strategies.TryGetValue(value[(equals + 1)..], out var strategy)) throw new UsageException($"No such strategy: {value[(equals + 1)..]}; one of {string.Join(", ", Strategies.Keys)}.");
        if (equals < 0) options.Strategy = strategy;
        else options.Strategies[value[..equals]] = strategy;
    }

    private static KnownPatient Patient(FileInfo file) => Usage(() => JsonLinesReader.ReadPatient(File.ReadAllText(file.FullName)));

    // What the options name is the user's to mend: said before anything is written.
    private static T Usage<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (HealthNlpException error)
        {
            throw new UsageException($"{error.Code}: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"A file named by an option cannot be read or written ({error.GetType().Name}).");
        }
    }
}

/// <summary>The options of <c>healthnlp restore</c>.</summary>
internal static class RestoreOptions
{
    internal static Func<ParseResult, RunSettings> AddTo(Command command)
    {
        command.Options.Add(PseudonymizeOptions.KeyFile);
        command.Options.Add(PseudonymizeOptions.Vault);
        return parsed =>
        {
            var key = PseudonymizeOptions.Key(parsed) ?? throw new UsageException("restore needs --key-file.");
            var vault = PseudonymizeOptions.OpenVault(parsed, key);
            return new RunSettings
            {
                Prepare = document => new Document(document.Id, vault is null ? EncryptedPseudonyms.Decrypt(document.Text, key) : vault.Restore(document)),
            };
        };
    }
}

/// <summary><c>healthnlp key FILE</c>: a new key.</summary>
internal static class KeyCommand
{
    internal static Command Build(CliStreams streams)
    {
        var path = new Argument<FileInfo>("FILE") { Description = "A file that does not exist yet." };
        var command = new Command("key", "Writes a new random key for pseudonymize and restore, readable by its owner only.") { path };
        command.SetAction(async (parsed, _) =>
        {
            try
            {
                PseudonymizationKey.CreateFile(parsed.GetRequiredValue(path).FullName);
                return ExitCode.Done;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                await streams.Error.WriteLineAsync("The key file exists already or cannot be written.").ConfigureAwait(false);
                return ExitCode.BadUsage;
            }
        });
        return command;
    }
}
