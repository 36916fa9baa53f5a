using HealthNlp.Matching;

namespace HealthNlp.Terminologies;

/// <summary>The wordings of allergy and the allergens. Apart from the shared lexicons: an allergen (<c>lait</c>, <c>chat</c>) means something only beside a cue.</summary>
internal static class AllergyLexicon
{
    internal static Lazy<EmbeddedKnowledge> Knowledge { get; } = new(() => EmbeddedKnowledge.Load(typeof(AllergyLexicon).Assembly, "allergies.tsv"));

    internal static Lazy<TermMatcher<LexiconEntry>> Matcher { get; } = new(() => new TermMatcher<LexiconEntry>(
        Knowledge.Value.Rows.SelectMany(row => ClinicalLexicon.Terms(("allergies.tsv", LexiconLabels.Allergy), row))));

    internal static string Property(this Concept concept, string name) => concept.Properties.GetValueOrDefault(name, "");
}
