namespace HealthNlp.Terminologies;

/// <summary>The labels of the entities that the shared lexicons find.</summary>
public static class LexiconLabels
{
    /// <summary>A bacterium, virus, fungus or parasite: species, genus or group.</summary>
    public const string Germ = "Germ";

    /// <summary>A disease.</summary>
    public const string Disease = "Disease";

    /// <summary>A drug, an association or class of drugs, a chemotherapy protocol, a vaccine, a contrast agent, a blood product.</summary>
    public const string Drug = "Drug";
}
