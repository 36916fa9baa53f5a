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

    /// <summary>A symptom, a clinical sign or an abnormal measurement said in words (<c>protéinurie</c>); with the property <c>normal=yes</c>, a finding of health.</summary>
    public const string Symptom = "Symptom";

    /// <summary>A part of the body, as a noun or an adjective.</summary>
    public const string Anatomy = "Anatomy";

    /// <summary>What a laboratory measures.</summary>
    public const string Laboratory = "Laboratory";

    /// <summary>An examination: imaging, functional test, endoscopy, sample, laboratory panel.</summary>
    public const string Examination = "Examination";

    /// <summary>An abbreviation, with what it stands for where the text says so.</summary>
    public const string Abbreviation = "Abbreviation";

    /// <summary>An act of treatment or diagnosis.</summary>
    public const string Procedure = "Procedure";

    /// <summary>A medical device, implanted or not.</summary>
    public const string Device = "Device";

    /// <summary>An allergy or intolerance; <see cref="AllergyComponent"/> finds it with its substance.</summary>
    public const string Allergy = "Allergy";

    /// <summary>A drug with its dose, route, rhythm and length: a statement of <see cref="MedicationLayers.Medications"/>.</summary>
    public const string Medication = "Medication";
}
