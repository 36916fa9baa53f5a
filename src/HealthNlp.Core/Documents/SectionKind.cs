namespace HealthNlp;

/// <summary>What a section of a French hospital report holds. The titles that announce each kind are in <c>Data/sections.tsv</c>.</summary>
public enum SectionKind
{
    /// <summary>What stands before the first title: letterhead, patient, author.</summary>
    Header,

    /// <summary>Motif d'hospitalisation, de consultation.</summary>
    Reason,

    /// <summary>Antécédents.</summary>
    History,

    /// <summary>Antécédents médicaux.</summary>
    MedicalHistory,

    /// <summary>Antécédents chirurgicaux.</summary>
    SurgicalHistory,

    /// <summary>Antécédents familiaux.</summary>
    FamilyHistory,

    /// <summary>Antécédents gynéco-obstétricaux.</summary>
    ObstetricHistory,

    /// <summary>Allergies.</summary>
    Allergies,

    /// <summary>Facteurs de risque.</summary>
    RiskFactors,

    /// <summary>Vaccinations.</summary>
    Vaccinations,

    /// <summary>Mode de vie.</summary>
    Lifestyle,

    /// <summary>Traitement d'entrée, traitement habituel.</summary>
    AdmissionTreatment,

    /// <summary>Histoire de la maladie.</summary>
    PresentIllness,

    /// <summary>Grossesse actuelle and its follow-up.</summary>
    Pregnancy,

    /// <summary>Examen clinique.</summary>
    Examination,

    /// <summary>Constantes, données biométriques.</summary>
    Measurements,

    /// <summary>Examens complémentaires.</summary>
    Investigations,

    /// <summary>Biologie.</summary>
    Laboratory,

    /// <summary>Imagerie.</summary>
    Imaging,

    /// <summary>Prise en charge initiale, évolution.</summary>
    Course,

    /// <summary>Actes, gestes, compte rendu opératoire.</summary>
    Procedures,

    /// <summary>Technique anesthésique.</summary>
    Anesthesia,

    /// <summary>Prescriptions.</summary>
    Prescriptions,

    /// <summary>Diagnostic.</summary>
    Diagnosis,

    /// <summary>Conclusion, synthèse, au total.</summary>
    Conclusion,

    /// <summary>Traitement de sortie.</summary>
    DischargeTreatment,

    /// <summary>Modalités de sortie.</summary>
    Discharge,

    /// <summary>Suivi, consignes, rendez-vous.</summary>
    FollowUp,

    /// <summary>Information given to the patient.</summary>
    PatientInformation,

    /// <summary>Réunion de concertation pluridisciplinaire.</summary>
    TumorBoard,

    /// <summary>Nature du prélèvement.</summary>
    Specimen,

    /// <summary>Renseignements cliniques.</summary>
    ClinicalInformation,

    /// <summary>Macroscopie.</summary>
    Macroscopy,

    /// <summary>Microscopie.</summary>
    Microscopy,

    /// <summary>Immunohistochimie.</summary>
    Immunohistochemistry,

    /// <summary>Biologie moléculaire, cytogénétique.</summary>
    MolecularBiology,

    /// <summary>Codification (ADICAP, CIM-10, CCAM).</summary>
    Codes,

    /// <summary>Destinataires, copies.</summary>
    Recipients,

    /// <summary>Signature, author, closing formula.</summary>
    Signature,

    /// <summary>A part with a title of its own that is none of the above.</summary>
    Other,
}
