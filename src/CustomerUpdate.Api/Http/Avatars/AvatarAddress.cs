using System.Buffers.Text;
using System.Security.Cryptography;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// The address of a picture: one opaque word, of which a third is random, so that nobody finds a picture whose address nobody gave away. The
/// rest leads to the picture without a search.
/// </summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="CustomerId">The customer for whom it was uploaded.</param>
/// <param name="Tag">The picture's tag.</param>
internal sealed record AvatarAddress(Guid TenantId, Guid CustomerId, string Tag)
{
    /// <summary>The path under which all pictures are.</summary>
    public const string Root = "/avatars";

    private const int PartLength = 16;
    private const int WordLength = 3 * PartLength / 3 * 4; // three parts, four characters for every three bytes

    /// <summary>A tag that no other picture has.</summary>
    public static string NewTag() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(PartLength));

    /// <summary>Reads the word in a path; null where it is none.</summary>
    public static AvatarAddress? Find(string word)
    {
        Span<byte> parts = stackalloc byte[3 * PartLength];
        if (word.Length != WordLength || !Base64Url.IsValid(word) || Base64Url.DecodeFromChars(word, parts) != parts.Length)
        {
            return null;
        }

        return new AvatarAddress(
            new Guid(parts[..PartLength], bigEndian: true),
            new Guid(parts[PartLength..(2 * PartLength)], bigEndian: true),
            Base64Url.EncodeToString(parts[(2 * PartLength)..]));
    }

    /// <summary>The whole address.</summary>
    /// <param name="origin">Scheme and authority of this host.</param>
    public string On(string origin)
    {
        byte[] parts =
        [
            .. TenantId.ToByteArray(bigEndian: true), .. CustomerId.ToByteArray(bigEndian: true), .. Base64Url.DecodeFromChars(Tag),
        ];
        return $"{origin}{Root}/{Base64Url.EncodeToString(parts)}";
    }
}
