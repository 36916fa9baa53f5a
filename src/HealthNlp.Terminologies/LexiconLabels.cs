namespace HealthNlp.Terminologies;

/// <summary>The labels of the entities that the shared lexicons find.</summary>
public static class LexiconLabels
{
    /// <summary>An active substance, a brand or a class of drugs.</summary>
    public const string Drug = "Drug";

    /// <summary>A part of the body.</summary>
    public const string Anatomy = "Anatomy";

    /// <summary>A laboratory measurement: <c>CRP</c>, <c>hémoglobine</c>.</summary>
    public const string Laboratory = "Laboratory";

    /// <summary>A medical device, implanted or not.</summary>
    public const string Device = "Device";

    /// <summary>A bacterium, virus, fungus or parasite: species, genus or group.</summary>
    public const string Germ = "Germ";

    /// <summary>An act of treatment or diagnosis.</summary>
    public const string Procedure = "Procedure";

    /// <summary>An examination: imaging, functional test, culture.</summary>
    public const string Examination = "Examination";

    /// <summary>A disease.</summary>
    public const string Disease = "Disease";

    /// <summary>A symptom or clinical sign.</summary>
    public const string Symptom = "Symptom";

    /// <summary>A cause of allergy or the allergy itself.</summary>
    public const string Allergy = "Allergy";
}
