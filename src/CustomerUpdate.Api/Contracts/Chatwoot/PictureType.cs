namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>The types of picture that are taken, told by their first bytes and not by what the sender calls them.</summary>
internal static class PictureType
{
    /// <summary>The media type of a picture; null where it is none that is taken.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : null;
}
