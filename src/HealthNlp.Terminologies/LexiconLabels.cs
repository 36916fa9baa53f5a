namespace HealthNlp.Terminologies;

/// <summary>The labels of the entities that the shared lexicons find.</summary>
public static class LexiconLabels
{
    /// <summary>A bacterium, virus, fungus or parasite: species, genus or group.</summary>
    public const string Germ = "Germ";

    /// <summary>A disease.</summary>
    public const string Disease = "Disease";

    /// <summary>An abbreviation, with what it stands for where the text says so.</summary>
    public const string Abbreviation = "Abbreviation";
}
