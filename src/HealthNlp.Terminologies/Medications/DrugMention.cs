using HealthNlp.Quantities;

namespace HealthNlp.Terminologies;

/// <summary>A drug of a sentence and what the words before it say: <c>introduction de 1 cp d'</c>.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="First">Its first atom.</param>
/// <param name="End">The atom after its last, or after its other name in parentheses.</param>
/// <param name="SentenceStart">The first atom of the sentence.</param>
/// <param name="SentenceEnd">The atom after the last of the sentence.</param>
internal sealed record DrugMention(Entity Drug, int First, int End, int SentenceStart, int SentenceEnd)
{
    /// <summary>The first atom of what is said before the drug: the words of another drug end there.</summary>
    internal int Start { get; set; } = First;

    internal Quantity? Dose { get; set; }

    internal MedicationDuration? Duration { get; set; }

    internal MedicationPart? Route { get; set; }

    internal MedicationPart? Act { get; set; }

    /// <summary>Whether the act puts the drug that follows in its place: <c>relais de A par B</c>.</summary>
    internal bool IsReplaced { get; set; }

    /// <summary>Whether a drug has a strength: a class, a protocol and a vaccine have none.</summary>
    internal bool HasStrength => Drug.Concept is { } concept && !concept.Properties.ContainsKey("kind");

    /// <summary>Whether laboratories measure it under the same name.</summary>
    internal bool IsMeasured => Drug.Concept?.Properties.ContainsKey("measured") ?? false;

    /// <summary>Whether it is counted in units: <c>2 CGR</c>.</summary>
    internal bool IsBlood => Drug.Concept?.Properties.GetValueOrDefault("kind") == "blood";

    /// <summary>Whether two names stand for one treatment: the substance and its brand, an association and one of its substances.</summary>
    internal bool IsSame(Entity other) => Drug.Concept is { } mine && other.Concept is { } its
        && (mine.Code == its.Code || Holds(mine, "substances", its.Code) || Holds(its, "substances", mine.Code)
            || (mine.Properties.GetValueOrDefault("atc") is { } atc && atc.Split(',').Any(code => Holds(its, "atc", code))));

    private static bool Holds(Matching.Concept concept, string property, string value) =>
        concept.Properties.GetValueOrDefault(property) is { } values && values.Split(',').Contains(value);
}
