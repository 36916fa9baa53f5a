using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The words of <c>Data/name_words.tsv</c> and the lists of first names and common words.</summary>
internal static class NameWords
{
    private const string File = "name_words.tsv";

    private static readonly Lazy<WordSet> ParticleSet = Knowledge.Words(File, "particle");
    private static readonly Lazy<WordSet> JoinerSet = Knowledge.Words(File, "joiner");
    private static readonly Lazy<WordSet> StopSet = Knowledge.Words(File, "stop");
    private static readonly Lazy<WordSet> EndSet = Knowledge.Words(File, "end");
    private static readonly Lazy<WordSet> EponymSet = Knowledge.Words(File, "eponym");
    private static readonly Lazy<WordSet> RelativeSet = Knowledge.Words(File, "relative");
    private static readonly Lazy<WordSet> FirstNameSet = Knowledge.Words("first_names.tsv");
    private static readonly Lazy<WordSet> CommonSet = Knowledge.Words("common_words.tsv");
    private static readonly Lazy<string[]> Suffixes = new(() => [.. Knowledge.Rows(File).Where(row => row[0] == "stop-suffix").Select(row => row[1][1..])]);

    internal static WordSet Particles => ParticleSet.Value;

    internal static WordSet Joiners => JoinerSet.Value;

    internal static WordSet Stops => StopSet.Value;

    internal static WordSet Ends => EndSet.Value;

    internal static WordSet Eponyms => EponymSet.Value;

    internal static WordSet Relatives => RelativeSet.Value;

    internal static WordSet FirstNames => FirstNameSet.Value;

    internal static WordSet Common => CommonSet.Value;

    /// <summary>Whether a word in lower case is a participle or an adjective by its end.</summary>
    internal static bool EndsAsAdjective(ReadOnlySpan<char> word)
    {
        foreach (var suffix in Suffixes.Value)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
