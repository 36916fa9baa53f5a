using HealthNlp.Terminologies;
using HealthNlp.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>The words that are no names where nothing announces a name: those of the clinical lexicons, of services and professions, and common words.</summary>
internal static class NameVocabulary
{
    private const int ShortestWord = 3;

    // Lists whose forms are words of a report; their codes and properties are no words.
    private static readonly string[] Lexicons =
    [
        "allergies.tsv", "anatomy.tsv", "clinical_abbreviations.tsv", "devices.tsv", "diseases.tsv", "diseases-blood.tsv", "diseases-endocrine.tsv", "diseases-general.tsv", "diseases-gynaecology.tsv",
        "diseases-head.tsv", "diseases-kidney.tsv", "diseases-oncology.tsv", "diseases-pediatrics.tsv", "diseases-psychiatry.tsv", "diseases-rheumatology.tsv", "diseases-skin.tsv", "diseases-trauma.tsv",
        "drugs.tsv", "examinations.tsv", "germs.tsv", "laboratory.tsv", "medical_fields.tsv", "medication_words.tsv", "procedures.tsv", "sides.tsv", "symptoms.tsv",
    ];

    private static readonly string[] OwnFiles = ["vocabulary.tsv", "name_words.tsv", "hospitals.tsv", "professions.tsv", "profession_words.tsv", "place_words.tsv", "street_types.tsv", "name_triggers.tsv"];

    private static readonly char[] Marks = [' ', ';', '=', '~', '\'', '’', ',', '(', ')', '/'];

    private static readonly Lazy<WordSet> Words = new(() => new WordSet(Clinical().Concat(Own())));

    /// <summary>Compiles the list.</summary>
    internal static void Prepare() => _ = Words.Value;

    /// <summary>Whether a word, or each part of a compound, is one of them.</summary>
    internal static bool Contains(ReadOnlySpan<char> folded)
    {
        if (Words.Value.Contains(folded) || NameWords.Common.Contains(folded) || NameWords.Stops.Contains(folded)) return true;
        if (folded.Length > ShortestWord + 1 && folded[^1] is 's' or 'e' or 'x' && Words.Value.Contains(folded[..^1])) return true;
        if (folded.Length > ShortestWord + 2 && folded.EndsWith("es") && Words.Value.Contains(folded[..^2])) return true;
        var hyphen = folded.IndexOf('-');
        return hyphen > 0 && hyphen < folded.Length - 1 && Contains(folded[..hyphen]) && Contains(folded[(hyphen + 1)..]);
    }

    /// <summary>Whether a word is a first name and nothing else; of a compound, its first part.</summary>
    internal static bool IsFirstName(ReadOnlySpan<char> folded)
    {
        if (NameWords.FirstNames.Contains(folded)) return !NameWords.Common.Contains(folded);
        var hyphen = folded.IndexOf('-');
        return hyphen > 1 && hyphen < folded.Length - 1 && NameWords.FirstNames.Contains(folded[..hyphen]) && (NameWords.FirstNames.Contains(folded[(hyphen + 1)..]) || folded.StartsWith("marie-") || folded.StartsWith("jean-") || folded.StartsWith("yann-") || folded.StartsWith("anne-"));
    }

    private static IEnumerable<string> Clinical()
    {
        foreach (var file in Lexicons)
        {
            foreach (var row in EmbeddedKnowledge.Load(typeof(ClinicalTerminology).Assembly, file).Rows)
            {
                foreach (var word in row.SelectMany(cell => cell.Split(Marks, StringSplitOptions.RemoveEmptyEntries))) yield return word;
            }
        }
    }

    private static IEnumerable<string> Own() => OwnFiles
        .SelectMany(file => Knowledge.Rows(file)).SelectMany(row => row).SelectMany(cell => cell.Split(Marks, StringSplitOptions.RemoveEmptyEntries));
}
