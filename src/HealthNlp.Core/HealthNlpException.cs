namespace HealthNlp;

/// <summary>
/// A fault of data, of a model or of a format. <see cref="Code"/> is permanent and explained in docs/diagnostics.md. The message says what, where
/// and what to do; it carries identifiers and offsets, never text of a patient.
/// </summary>
public sealed class HealthNlpException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">One of <see cref="ErrorCodes"/>.</param>
    /// <param name="message">What, where, what to do; no text of a patient.</param>
    /// <param name="innerException">The cause, when it carries no text of a patient.</param>
    public HealthNlpException(string code, string message, Exception? innerException = null) : base(message, innerException)
    {
        Code = code;
    }

    /// <summary>The permanent code (<c>HNLP1001</c>).</summary>
    public string Code { get; }
}

/// <summary>The permanent codes of errors, explained in docs/diagnostics.md.</summary>
public static class ErrorCodes
{
    /// <summary>A fault that the library did not foresee.</summary>
    public const string Unexpected = "HNLP1000";

    /// <summary>A text longer than <see cref="Pipelines.Pipeline.MaxTextLength"/>.</summary>
    public const string TextTooLong = "HNLP1001";

    /// <summary>A line of a JSON Lines file that is no JSON object or misses a required property.</summary>
    public const string InvalidJsonLine = "HNLP1101";

    /// <summary>A file that is no text in a known encoding.</summary>
    public const string NotText = "HNLP1102";

    /// <summary>A file or folder that cannot be read.</summary>
    public const string UnreadableInput = "HNLP1103";

    /// <summary>An input format that is not known.</summary>
    public const string UnknownFormat = "HNLP1104";

    /// <summary>A key file that cannot be read or holds no key.</summary>
    public const string InvalidKey = "HNLP1201";

    /// <summary>Encrypted data that were written with another key.</summary>
    public const string WrongKey = "HNLP1202";

    /// <summary>Encrypted data that were cut short or changed.</summary>
    public const string TamperedData = "HNLP1203";

    /// <summary>A document without the identifier (of the document, stay or patient) that its pseudonyms are to be consistent within.</summary>
    public const string MissingScope = "HNLP1204";

    /// <summary>A document that the vault does not know, or whose rewritten text was changed.</summary>
    public const string NotInVault = "HNLP1205";

    /// <summary>A pattern that the caller gave took too long on a text.</summary>
    public const string PatternTimeout = "HNLP1206";
}
