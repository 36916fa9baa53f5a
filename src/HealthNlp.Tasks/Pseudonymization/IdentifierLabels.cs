namespace HealthNlp.Pseudonymization;

/// <summary>The published labels of the PARTAGES programme for pseudonymization, and ours for establishments.</summary>
public static class IdentifierLabels
{
    /// <summary>All labels.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        LastName, FirstName, FamilyStatus, SocialIdentity, Nationality, BirthDate, IdentifyingDate, UnidentifyingDate, IdentifierCode,
        Address, City, PostalCode, Country, Email, Phone, Url, Hospital,
    ];

    /// <summary>Nom.</summary>
    public const string LastName = "LAST_NAME";

    /// <summary>Prénom.</summary>
    public const string FirstName = "FIRST_NAME";

    /// <summary>SituationFamiliale.</summary>
    public const string FamilyStatus = "FAMILY_STATUS";

    /// <summary>IdentiteSocialePatient: profession or social status.</summary>
    public const string SocialIdentity = "PATIENT_SOCIAL_IDENTITY";

    /// <summary>NationalitePatient.</summary>
    public const string Nationality = "PATIENT_NATIONALITY";

    /// <summary>DateNaissancePatient.</summary>
    public const string BirthDate = "PATIENT_BIRTHDATE";

    /// <summary>DateIdentifiante: any absolute date of care or life.</summary>
    public const string IdentifyingDate = "IDENTIFYING_DATE";

    /// <summary>DateNonIdentifiante: of a law, of the edition of a classification.</summary>
    public const string UnidentifyingDate = "UNIDENTIFYING_DATE";

    /// <summary>CodeIdentifiant.</summary>
    public const string IdentifierCode = "ID_CODE";

    /// <summary>Adresse.</summary>
    public const string Address = "ADDRESS";

    /// <summary>Ville.</summary>
    public const string City = "CITY";

    /// <summary>CodePostal.</summary>
    public const string PostalCode = "POSTAL_CODE";

    /// <summary>Pays.</summary>
    public const string Country = "COUNTRY";

    /// <summary>AdresseEmail.</summary>
    public const string Email = "EMAIL";

    /// <summary>NumeroTelephone.</summary>
    public const string Phone = "PHONE_NUMBER";

    /// <summary>Url.</summary>
    public const string Url = "URL";

    /// <summary>Name of an establishment: not a category of the programme.</summary>
    public const string Hospital = "HOSPITAL";
}
