using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// The way back from rewritten texts to their identifiers: a folder with one encrypted file (AES-GCM) a patient, named by a keyed fingerprint. It is the only place where a mapping is
/// kept; guard the folder and the key apart from each other.
/// </summary>
/// <remarks>
/// Thread-safe within a process; two processes must not write to one folder at once. A file is replaced as a whole: a process that is killed leaves the old or the new one.
/// Documents without <see cref="Document.PatientId"/> have a file each.
/// </remarks>
public sealed class PseudonymVault
{
    private const string Extension = ".vault";
    private const string Partial = ".partial";
    private const byte Version = 1;

    private static readonly byte[] Magic = [.. "HNLPVAULT"u8, Version];

    private static readonly JsonSerializerOptions Json = new() { Converters = { new CodeUnits() } };

    private readonly Lock _lock = new();
    private readonly string _folder;
    private PseudonymizationKey _key;

    private PseudonymVault(string folder, PseudonymizationKey key)
    {
        (_folder, _key) = (folder, key);
    }

    /// <summary>Opens a vault; makes its folder when there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="key">The key that its files were written with.</param>
    /// <returns>The vault.</returns>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.WrongKey"/>: a file was written with another key; <see cref="ErrorCodes.TamperedData"/>: a file was changed or cut short.</exception>
    /// <exception cref="IOException">The folder cannot be made or read.</exception>
    public static PseudonymVault Open(string folder, PseudonymizationKey key)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(key);
        Directory.CreateDirectory(folder);
        var vault = new PseudonymVault(folder, key);

        // After a rotation that was interrupted, files of two keys stand side by side.
        var files = vault.Files();
        if ((Array.Find(files, file => IsUnder(file, key)) ?? files.FirstOrDefault()) is { } any) _ = Read(any, key);
        return vault;
    }

    /// <summary>Keeps what was replaced in a document; a document recorded before under the same identifier is replaced.</summary>
    /// <param name="result">The document, which has an identifier.</param>
    /// <exception cref="ArgumentException">The document has no identifier.</exception>
    public void Record(PseudonymizationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Document.Id.Length == 0) throw new ArgumentException("A document without an identifier cannot be found again.", nameof(result));
        var kept = result.Replacements.Select(replacement => new KeptReplacement(
            replacement.Rewritten.Start, replacement.Rewritten.Of(result.Text), replacement.Original.Of(result.Document.Text))).ToArray();
        lock (_lock)
        {
            var path = PathOf(result.Document, _key);
            var documents = File.Exists(path) ? Read(path, _key) : new Content(Owner(result.Document), []);
            documents.Documents[result.Document.Id] = kept;
            Write(path, documents, _key);
        }
    }

    /// <summary>Writes a rewritten text again with its identifiers.</summary>
    /// <param name="rewritten">The rewritten text under the identifiers of the document that it was made of.</param>
    /// <returns>The original text.</returns>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.NotInVault"/>: the vault does not know the document, or its text was changed since.</exception>
    public string Restore(Document rewritten)
    {
        ArgumentNullException.ThrowIfNull(rewritten);
        KeptReplacement[]? kept = null;
        lock (_lock)
        {
            var path = PathOf(rewritten, _key);
            if (File.Exists(path)) Read(path, _key).Documents.TryGetValue(rewritten.Id, out kept);
        }

        if (kept is null) throw new HealthNlpException(ErrorCodes.NotInVault, $"The vault does not know the document '{rewritten.Id}'.");
        var text = new StringBuilder();
        var from = 0;
        foreach (var (start, pseudonym, original) in kept)
        {
            if (start < from || start > rewritten.Text.Length || !rewritten.Text.AsSpan(start).StartsWith(pseudonym))
            {
                throw new HealthNlpException(ErrorCodes.NotInVault, $"The text of '{rewritten.Id}' was changed since it was rewritten: no pseudonym of the vault stands at {start}.");
            }

            text.Append(rewritten.Text, from, start - from).Append(original);
            from = start + pseudonym.Length;
        }

        return text.Append(rewritten.Text, from, rewritten.Text.Length - from).ToString();
    }

    /// <summary>Forgets a patient: none of his documents can be restored any more.</summary>
    /// <param name="patientId">The identifier of the patient.</param>
    /// <returns>Whether the vault knew him.</returns>
    public bool DeletePatient(string patientId)
    {
        ArgumentNullException.ThrowIfNull(patientId);
        lock (_lock)
        {
            var path = PathOf(new Document("") { PatientId = patientId }, _key);

            // What a killed process left half written is his too.
            File.Delete(path + Partial);
            if (!File.Exists(path)) return false;
            File.Delete(path);
            return true;
        }
    }

    /// <summary>Encrypts all files anew. One that was interrupted is taken up again by the same call on a vault that was opened with the old key.</summary>
    /// <param name="key">The new key.</param>
    /// <exception cref="HealthNlpException">A file was written with neither key, or was changed; those before it have the new key.</exception>
    public void RotateKey(PseudonymizationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            foreach (var file in Files())
            {
                if (IsUnder(file, key)) continue;
                var content = Read(file, _key);
                var path = PathOf(content.Owner, key);

                // What was recorded under the new key since an interrupted rotation is newer.
                if (File.Exists(path)) foreach (var (id, kept) in Read(path, key).Documents) content.Documents[id] = kept;
                Write(path, content, key);
                File.Delete(file);
            }

            _key = key;
        }
    }

    /// <summary>A fixed description: the mapping is never printed.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(PseudonymVault);

    private string[] Files() => [.. Directory.GetFiles(_folder, "*" + Extension).Order(StringComparer.Ordinal)];

    private string PathOf(Document document, PseudonymizationKey key) => PathOf(Owner(document), key);

    private string PathOf(string owner, PseudonymizationKey key) => Path.Combine(_folder, NameOf(owner, key));

    private static string NameOf(string owner, PseudonymizationKey key) => key.DeliveryId(owner) + Extension;

    private static string Owner(Document document) => document.PatientId is { } patient ? $"patient:{patient}" : $"document:{document.Id}";

    private static bool IsUnder(string path, PseudonymizationKey key)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[Magic.Length + key.Id.Length];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan(Magic.Length).SequenceEqual(key.Id);
    }

    private static Content Read(string path, PseudonymizationKey key)
    {
        var bytes = File.ReadAllBytes(path);
        if (!bytes.AsSpan().StartsWith(Magic)) throw SealedBox.Tampered(null);
        var content = JsonSerializer.Deserialize<Content>(SealedBox.Open(key, bytes.AsSpan(Magic.Length), Magic), Json)!;

        // A file under the name of another patient's would give one what is the other's.
        return NameOf(content.Owner, key) == Path.GetFileName(path) ? content : throw SealedBox.Tampered(null);
    }

    private static void Write(string path, Content content, PseudonymizationKey key)
    {
        var partial = path + Partial;
        using (var stream = File.Create(partial))
        {
            stream.Write(Magic);
            stream.Write(SealedBox.Seal(key, JsonSerializer.SerializeToUtf8Bytes(content, Json), [], Magic));
            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    private sealed record Content(string Owner, Dictionary<string, KeptReplacement[]> Documents);

    private sealed record KeptReplacement(int Start, string Pseudonym, string Original);

    /// <summary>Strings as JSON, except those with half of a surrogate pair, which JSON cannot say: a NUL and their UTF-16 in base64.</summary>
    private sealed class CodeUnits : JsonConverter<string>
    {
        private const char Mark = '\0';

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Decoded(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Encoded(value));

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Decoded(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(Encoded(value));

        private static string Encoded(string value) => value.StartsWith(Mark) || Utf16.HasLoneSurrogate(value) ? Mark + Convert.ToBase64String(Utf16.Bytes(value)) : value;

        private static string Decoded(string value) => value.StartsWith(Mark) ? Utf16.Text(Convert.FromBase64String(value[1..])) : value;
    }
}
