using System.Buffers.Text;
using System.Security.Cryptography;

namespace CustomerUpdate.Api.Http;

/// <summary>What a contract's keys look like: a fixed beginning, then characters from a CSPRNG that carry at least 128 bits.</summary>
internal sealed class KeyForm
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Func<string> makeSecret;

    private KeyForm(Func<string> makeSecret) => this.makeSecret = makeSecret;

    /// <summary>A number of letters and digits, each of which carries 5.95 bits.</summary>
    /// <param name="prefix">What comes before them.</param>
    /// <param name="count">How many; at least 22.</param>
    public static KeyForm Letters(string prefix, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 22);
        return new KeyForm(() => prefix + RandomNumberGenerator.GetString(LettersAndDigits, count));
    }

    /// <summary>A number of bytes in base64url (RFC 4648, section 5) without padding.</summary>
    /// <param name="prefix">What comes before them.</param>
    /// <param name="count">How many bytes; at least 16.</param>
    public static KeyForm Bytes(string prefix, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 16);
        return new KeyForm(() => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(count)));
    }

    /// <summary>A secret that nobody has.</summary>
    public string NewSecret() => makeSecret();
}
