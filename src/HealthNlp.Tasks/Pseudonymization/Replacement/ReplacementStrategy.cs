namespace HealthNlp.Pseudonymization;

/// <summary>What stands for an identifier in the rewritten text.</summary>
public enum ReplacementStrategy
{
    /// <summary>Its kind: <c>&lt;NOM&gt;</c>, <c>&lt;DATE&gt;</c>.</summary>
    Tag,

    /// <summary>Its kind and a number, the same for the same words whatever their case and accents: <c>&lt;NOM_1&gt;</c>. Consistent within a document only.</summary>
    IndexedTag,

    /// <summary>Nothing of it, not even its kind: <c>[…]</c>.</summary>
    Redact,

    /// <summary>As many asterisks as it has UTF-16 code units, line ends apart: nothing else of the text moves.</summary>
    Mask,

    /// <summary>Its kind and a keyed fingerprint (HMAC-SHA256, 48 bits): <c>&lt;NOM_4c1b9e20a7d3&gt;</c>. Needs a key.</summary>
    Token,

    /// <summary>Its kind and its encrypted words (AES-GCM): <see cref="EncryptedPseudonyms.Decrypt"/> gives them back with the same key. Needs a key.</summary>
    Encrypt,

    /// <summary>
    /// A fictional value of the same form: a name of the same gender and case, a town with its postal code, a phone number of the ranges reserved for fiction, an identifier
    /// that cannot exist, a date moved by whole weeks as all dates of its scope are. What has no such form gets its tag. Needs a key.
    /// </summary>
    Surrogate,

    /// <summary>Less precise: the year of a date, the department of a postal code; a tag for all else.</summary>
    Generalize,

    /// <summary>Itself: found and reported, but left in the text.</summary>
    Keep,
}

/// <summary>Within what the same words have the same replacement.</summary>
public enum ConsistencyScope
{
    /// <summary>A document; its <see cref="Document.Id"/> tells it apart.</summary>
    Document,

    /// <summary>A stay: documents with the same <see cref="Document.StayId"/>.</summary>
    Stay,

    /// <summary>A patient: documents with the same <see cref="Document.PatientId"/>.</summary>
    Patient,

    /// <summary>All that is replaced with the same key.</summary>
    Corpus,
}
