using System.Security.Cryptography;

namespace HealthNlp.Pseudonymization;

/// <summary>Bytes under AES-GCM: the key's id, the nonce, the tag, the encrypted bytes.</summary>
internal static class SealedBox
{
    private const int IdLength = 4;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = IdLength + NonceLength + TagLength;

    /// <summary>Encrypts bytes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="plain">The bytes.</param>
    /// <param name="nonce">12 bytes, never the same for two different contents; random ones when empty.</param>
    /// <param name="context">What must be the same to decrypt.</param>
    internal static byte[] Seal(PseudonymizationKey key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> context)
    {
        var box = new byte[Overhead + plain.Length];
        key.Id.CopyTo(box);
        var ownNonce = box.AsSpan(IdLength, NonceLength);
        if (nonce.IsEmpty) RandomNumberGenerator.Fill(ownNonce);
        else nonce[..NonceLength].CopyTo(ownNonce);
        using var cipher = new AesGcm(key.Encryption, TagLength);
        cipher.Encrypt(ownNonce, plain, box.AsSpan(Overhead), box.AsSpan(IdLength + NonceLength, TagLength), context);
        return box;
    }

    /// <summary>Decrypts what <see cref="Seal"/> made.</summary>
    /// <exception cref="HealthNlpException"><see cref="ErrorCodes.WrongKey"/> or <see cref="ErrorCodes.TamperedData"/>.</exception>
    internal static byte[] Open(PseudonymizationKey key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < Overhead) throw Tampered(null);
        if (!box[..IdLength].SequenceEqual(key.Id)) throw new HealthNlpException(ErrorCodes.WrongKey, "It was encrypted with another key.");
        var plain = new byte[box.Length - Overhead];
        try
        {
            using var cipher = new AesGcm(key.Encryption, TagLength);
            cipher.Decrypt(box.Slice(IdLength, NonceLength), box[Overhead..], box.Slice(IdLength + NonceLength, TagLength), plain, context);
            return plain;
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw Tampered(error);
        }
    }

    internal static HealthNlpException Tampered(Exception? cause) => new(ErrorCodes.TamperedData, "Encrypted data were cut short or changed since they were written.", cause);
}
