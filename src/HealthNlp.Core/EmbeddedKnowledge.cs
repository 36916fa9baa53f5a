using System.Collections.ObjectModel;
using System.Reflection;
using System.Security.Cryptography;

namespace HealthNlp;

/// <summary>
/// A knowledge file compiled into an assembly: tab-separated text that a clinician can review, with <c>#</c> lines for source, licence, date and
/// version. Read once, when first needed.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class EmbeddedKnowledge
{
    private readonly Lazy<string> _digest;
    private readonly Lazy<IReadOnlyList<string[]>> _rows;

    // The digest is asked for with each result, the rows only where a component runs: neither waits for the other.
    private EmbeddedKnowledge(string name, Assembly assembly, string resource)
    {
        Name = name;
        _digest = new Lazy<string>(() =>
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        });
        _rows = new Lazy<IReadOnlyList<string[]>>(() => ReadRows(assembly, resource));
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal.</summary>
    public string Digest => _digest.Value;

    /// <summary>The cells of each line that is neither empty nor a comment.</summary>
    public IReadOnlyList<string[]> Rows => _rows.Value;

    /// <summary>Reads an embedded file.</summary>
    /// <param name="assembly">The assembly that holds it.</param>
    /// <param name="name">The file's name; the resource's name ends with it.</param>
    /// <returns>Its rows and digest.</returns>
    /// <exception cref="ArgumentException">The assembly has no such file.</exception>
    public static EmbeddedKnowledge Load(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var resource = Array.Find(assembly.GetManifestResourceNames(), candidate => candidate.EndsWith("." + name, StringComparison.Ordinal))
            ?? throw new ArgumentException($"The assembly {assembly.GetName().Name} embeds no file '{name}'.", nameof(name));
        return new EmbeddedKnowledge(name, assembly, resource);
    }

    private static List<string[]> ReadRows(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var rows = new List<string[]>();
        foreach (var line in System.Text.Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            var row = line.TrimEnd('\r');
            if (row.Length > 0 && row[0] != '#') rows.Add(row.Split('\t'));
        }

        return rows;
    }

    /// <summary>The digest of each file by its name, as the provenance of results gives them.</summary>
    internal static IReadOnlyDictionary<string, string> Digests(IEnumerable<EmbeddedKnowledge> files) =>
        new ReadOnlyDictionary<string, string>(files.ToDictionary(file => file.Name, file => file.Digest));

    internal static Lazy<EmbeddedKnowledge> Core(string name) => new(() => Load(typeof(EmbeddedKnowledge).Assembly, name));
}
