using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The closed lists of <c>Data/*.tsv</c>, read when first needed.</summary>
internal static class Knowledge
{
    private static readonly Lazy<Dictionary<string, EmbeddedKnowledge>> Loaded = new(() => new[]
    {
        "cities.tsv", "common_words.tsv", "communes.tsv", "contacts.tsv", "countries.tsv", "dates.tsv", "family_status.tsv", "first_names.tsv", "hospitals.tsv",
        "identifiers.tsv", "name_triggers.tsv", "name_words.tsv", "place_words.tsv", "profession_words.tsv", "professions.tsv", "street_types.tsv", "surrogates.tsv", "tags.tsv",
        "vocabulary.tsv",
    }.ToDictionary(name => name, name => EmbeddedKnowledge.Load(typeof(Knowledge).Assembly, name)));

    private static readonly Lazy<Dictionary<string, string>> TagTable = new(() => Rows("tags.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>All files, for the provenance of results.</summary>
    internal static IEnumerable<EmbeddedKnowledge> Files => Loaded.Value.Values;

    /// <summary>The tag of each label.</summary>
    internal static Dictionary<string, string> Tags => TagTable.Value;

    /// <summary>The rows of a file.</summary>
    internal static IReadOnlyList<string[]> Rows(string file) => Loaded.Value[file].Rows;

    /// <summary>The text of a file that is read in place.</summary>
    internal static string Text(string file)
    {
        var assembly = typeof(Knowledge).Assembly;
        var resource = Array.Find(assembly.GetManifestResourceNames(), name => name.EndsWith("." + file, StringComparison.Ordinal))!;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    /// <summary>A file of words, or the words of one kind in a file whose first column is their kind.</summary>
    internal static Lazy<WordSet> Words(string file, params string[] kinds) =>
        new(() => new WordSet(kinds.Length == 0 ? Rows(file).Select(row => row[0]) : Rows(file).Where(row => kinds.Contains(row[0])).Select(row => row[1])));

    /// <summary>A file of phrases whose second column says what they stand for.</summary>
    internal static Lazy<PhraseTable<string>> Phrases(string file) => new(() => new PhraseTable<string>(Rows(file).Select(row => (row[0], row.Length > 1 ? row[1] : ""))));
}
