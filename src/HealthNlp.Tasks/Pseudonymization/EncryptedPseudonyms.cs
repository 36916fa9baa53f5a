using System.Text;
using System.Text.RegularExpressions;

namespace HealthNlp.Pseudonymization;

/// <summary>Words that <see cref="ReplacementStrategy.Encrypt"/> put in the place of identifiers: <c>&lt;NOM:AbC…&gt;</c>.</summary>
/// <remarks>Thread-safe.</remarks>
public static partial class EncryptedPseudonyms
{
    private const int NonceLength = 12;

    // A report may say <HTA:oui>.
    private static readonly Lazy<HashSet<string>> Tags = new(() => Knowledge.Tags.Values.ToHashSet(StringComparer.Ordinal));

    /// <summary>Writes a text again with the identifiers that were encrypted in it.</summary>
    /// <param name="text">A rewritten text, or any piece of one that cuts no pseudonym.</param>
    /// <param name="key">The key that it was written with.</param>
    /// <returns>The text with its identifiers.</returns>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.WrongKey"/>: another key was used; <see cref="ErrorCodes.TamperedData"/>: a pseudonym was changed. Nothing is decrypted in part.</exception>
    public static string Decrypt(string text, PseudonymizationKey key)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(key);
        return Pseudonym.Replace(text, match =>
        {
            if (!Tags.Value.Contains(match.Groups["tag"].Value)) return match.Value;
            byte[] box;
            try
            {
                box = Convert.FromBase64String(match.Groups["box"].Value);
            }
            catch (FormatException error)
            {
                throw SealedBox.Tampered(error);
            }

            return Utf16.Text(SealedBox.Open(key, box, Encoding.UTF8.GetBytes(match.Groups["tag"].Value)));
        });
    }

    // UTF-16 as it is: a lone surrogate comes back as it was.
    internal static string Encrypt(PseudonymizationKey key, string tag, string words, string scope)
    {
        // The nonce is a keyed fingerprint of all that is encrypted: the same words have the same pseudonym, and no nonce serves two contents.
        var nonce = key.Fingerprint("nonce", scope, tag, words)[..NonceLength];
        return $"<{tag}:{Convert.ToBase64String(SealedBox.Seal(key, Utf16.Bytes(words), nonce, Encoding.UTF8.GetBytes(tag)))}>";
    }

    [GeneratedRegex("<(?<tag>[A-Z_]+):(?<box>[A-Za-z0-9+/=]+)>", RegexOptions.CultureInvariant)]
    private static partial Regex Pseudonym { get; }
}
