namespace HealthNlp;

/// <summary>What a document is, read from its title or, failing that, from its sections.</summary>
public enum DocumentKind
{
    /// <summary>Not recognised.</summary>
    Unknown,

    /// <summary>Compte rendu d'hospitalisation (CRH).</summary>
    HospitalizationReport,

    /// <summary>Compte rendu opératoire (CRO).</summary>
    OperativeReport,

    /// <summary>Compte rendu de consultation.</summary>
    Consultation,

    /// <summary>Compte rendu de passage aux urgences.</summary>
    EmergencyReport,

    /// <summary>Compte rendu d'anatomie et de cytologie pathologiques.</summary>
    PathologyReport,

    /// <summary>Compte rendu d'imagerie.</summary>
    ImagingReport,

    /// <summary>Compte rendu de biologie médicale.</summary>
    LaboratoryReport,

    /// <summary>Fiche de réunion de concertation pluridisciplinaire (RCP).</summary>
    TumorBoardReport,

    /// <summary>Compte rendu d'accouchement.</summary>
    DeliveryReport,

    /// <summary>Ordonnance.</summary>
    Prescription,

    /// <summary>Courrier, lettre de liaison.</summary>
    Letter,
}
