using System.Security.Cryptography;
using System.Text;

namespace HealthNlp.Pseudonymization;

/// <summary>
/// A secret of 256 bits that the hospital keeps. Tokens, surrogates, date shifts and encrypted words depend on it and on nothing of the identity: who has the key can tie
/// pseudonyms to people, who has it not cannot, even knowing all names.
/// </summary>
/// <remarks>Immutable and thread-safe. Never printed.</remarks>
public sealed class PseudonymizationKey
{
    /// <summary>The length of a key in bytes.</summary>
    public const int Length = 32;

    private const int LongestFile = 65_536;

    private const string Context = "HealthNlp.Pseudonymization.1.";

    private readonly byte[] _token;
    private readonly byte[] _encryption;
    private readonly byte[] _id;

    /// <summary>Takes a secret.</summary>
    /// <param name="secret">Random bytes, at least <see cref="Length"/> of them; never derived from a name, a number or a password.</param>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public PseudonymizationKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < Length) throw new ArgumentException($"A key has at least {Length} bytes.", nameof(secret));

        // One derived key for each use, so that none tells anything of another.
        _token = Derive(secret, "fingerprint");
        _encryption = Derive(secret, "encryption");
        _id = Derive(secret, "id")[..4];
    }

    /// <summary>What tells two keys apart, in files made with them; says nothing of the key.</summary>
    internal ReadOnlySpan<byte> Id => _id;

    internal ReadOnlySpan<byte> Encryption => _encryption;

    /// <summary>Reads a key file: one line of base64.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The key.</returns>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.InvalidKey"/>: the file cannot be read or holds no key.</exception>
    public static PseudonymizationKey ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            if (new FileInfo(path).Length > LongestFile) throw Invalid("is too long", null);
            var secret = Convert.FromBase64String(File.ReadAllText(path).Trim());
            return secret.Length >= Length ? new PseudonymizationKey(secret) : throw Invalid($"holds {secret.Length} bytes, a key has {Length}", null);
        }
        catch (FormatException error)
        {
            throw Invalid("is no base64", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Invalid("cannot be read", error);
        }
    }

    /// <summary>Writes a new random key to a file that does not exist yet, readable by its owner only where the system has such rights.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The key.</returns>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    public static PseudonymizationKey CreateFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var secret = RandomNumberGenerator.GetBytes(Length);
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(Convert.ToBase64String(secret));
        return new PseudonymizationKey(secret);
    }

    /// <summary>An identifier for delivered files in place of a number of the hospital: the same for the same number, and not to be found by trying all numbers.</summary>
    /// <param name="identifier">The number or name of a document, stay or patient.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public string DeliveryId(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return Convert.ToHexStringLower(Fingerprint("delivery", identifier)[..16]);
    }

    /// <summary>A fixed description: a key is never printed.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(PseudonymizationKey);

    /// <summary>32 bytes that depend on the key and on all parts.</summary>
    internal byte[] Fingerprint(params ReadOnlySpan<string> parts)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _token);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            // The lengths keep ("ab", "c") and ("a", "bc") apart.
            var bytes = Utf16.Bytes(part);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hmac.AppendData(length);
            hmac.AppendData(bytes);
        }

        return hmac.GetHashAndReset();
    }

    private static byte[] Derive(ReadOnlySpan<byte> secret, string use)
    {
        var derived = new byte[Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, derived, [], Encoding.ASCII.GetBytes(Context + use));
        return derived;
    }

    private static HealthNlpException Invalid(string what, Exception? cause) => new(ErrorCodes.InvalidKey, $"The key file {what}. Make one with 32 random bytes in base64.", cause);
}
