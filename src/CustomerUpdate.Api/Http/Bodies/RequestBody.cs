using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CustomerUpdate.Api.Http;

/// <summary>A request's body as JSON whose syntax has been checked.</summary>
/// <param name="Utf8">The text.</param>
/// <param name="Root">What kind of JSON it is; <see cref="JsonValueKind.Undefined"/> where there was no body at all.</param>
internal sealed record RequestBody(ReadOnlyMemory<byte> Utf8, JsonValueKind Root)
{
    /// <summary>No body.</summary>
    public static RequestBody None { get; } = new(default, JsonValueKind.Undefined);

    /// <summary>The file that came with a form; null where none did. The text names it by its hash, so that two files make two requests.</summary>
    public UploadedFile? File { get; init; }

    /// <summary>The body as a wire model, all of whose members take anything; the caller has looked at <see cref="Root"/>.</summary>
    public T Read<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Utf8.Span, type)!;
}

/// <summary>A file that came with a form.</summary>
/// <param name="Bytes">Its bytes; only the first of them where it is cut off.</param>
/// <param name="MediaType">What its sender says it is, without parameters; null where that is not said.</param>
/// <param name="IsCutOff">Whether there was more of it than is read at all.</param>
internal sealed record UploadedFile(ReadOnlyMemory<byte> Bytes, string? MediaType, bool IsCutOff = false);
