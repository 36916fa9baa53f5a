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
    private static readonly Lazy<WordSet> PlaceSet = Knowledge.Words(File, "place");
    private static readonly Lazy<WordSet> OtherPeopleSet = Knowledge.Words(File, "other-people");
    private static readonly Lazy<WordSet> RelativeAdjectiveSet = Knowledge.Words(File, "relative-adjective");
    private static readonly Lazy<HashSet<string>> AccentedSet = new(() => new(Knowledge.Rows(File).Where(row => row[0] == "accented").Select(row => row[1]), StringComparer.OrdinalIgnoreCase));
    private static readonly Lazy<WordSet> FirstNameSet = Knowledge.Words("first_names.tsv");
    private static readonly Lazy<WordSet> CommonSet = Knowledge.Words("common_words.tsv");
    private static readonly Lazy<PhraseTable<string>> Professions = Knowledge.Phrases("professions.tsv");
    private static readonly Lazy<string[]> Suffixes = new(() => [.. Knowledge.Rows(File).Where(row => row[0] == "stop-suffix").Select(row => row[1][1..])]);

    internal static WordSet Particles => ParticleSet.Value;

    internal static WordSet Joiners => JoinerSet.Value;

    internal static WordSet Stops => StopSet.Value;

    internal static WordSet Ends => EndSet.Value;

    internal static WordSet Eponyms => EponymSet.Value;

    internal static WordSet Relatives => RelativeSet.Value;

    /// <summary>Words after which a name is that of a street, an establishment, a saint.</summary>
    internal static WordSet Places => PlaceSet.Value;

    /// <summary>People who are neither patient, relative nor carer: a lawyer, a director, a social worker outside.</summary>
    internal static WordSet OtherPeople => OtherPeopleSet.Value;

    /// <summary>Words between a relative and the name: mon frère aîné Paul.</summary>
    internal static WordSet RelativeAdjectives => RelativeAdjectiveSet.Value;

    internal static WordSet FirstNames => FirstNameSet.Value;

    internal static WordSet Common => CommonSet.Value;

    /// <summary>Whether the profession of a carer begins at a token.</summary>
    internal static bool IsCarer(TokenText text, int i) => i < text.Count && (Professions.Value.Match(text, i, out _, static kind => kind == "carer") > 0 || NameTrigger.Match(text, i, false, out _, static trigger => trigger.Kind == "job") > 0);

    /// <summary>Whether a word is told from a first name by its accent: Marié, Père.</summary>
    internal static bool IsAccented(ReadOnlySpan<char> word) => AccentedSet.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

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
