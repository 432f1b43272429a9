using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// The types of picture that are taken. As the vendor's library tells them: by the first bytes, and by what the sender says only where the
/// bytes are of no known type. https://github.com/rails/marcel
/// </summary>
internal static class PictureType
{
    private static readonly string[] Taken = ["image/jpeg", "image/png", "image/gif"];

    /// <summary>The media type of a picture; null where it is none that is taken.</summary>
    public static string? Find(UploadedFile file) =>
        file.Bytes.IsEmpty ? null
        : Recognise(file.Bytes.Span) is { } recognised ? Array.Find(Taken, type => type == recognised)
        : Array.Find(Taken, type => string.Equals(type, file.MediaType, StringComparison.OrdinalIgnoreCase));

    private static string? Recognise(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.StartsWith("%PDF-"u8) ? "application/pdf"
        : bytes.StartsWith("PK\x03\x04"u8) ? "application/zip"
        : bytes.StartsWith("RIFF"u8) ? "image/webp"
        : bytes.StartsWith("BM"u8) ? "image/bmp"
        : bytes.TrimStart(" \t\r\n"u8).StartsWith("<"u8) ? "text/xml"
        : null;
}
