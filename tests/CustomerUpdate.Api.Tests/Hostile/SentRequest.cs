using System.Text;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>A request that can be sent more than once.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Address">Path and query.</param>
/// <param name="Headers">All headers but the body's.</param>
/// <param name="ContentType">The body's type, where it says one.</param>
/// <param name="Body">The body, where it has one.</param>
internal sealed record SentRequest(
    HttpMethod Method, Uri Address, IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers, string? ContentType, byte[]? Body)
{
    /// <summary>What a message is, with another body where that is wanted.</summary>
    public static async Task<SentRequest> OfAsync(HttpRequestMessage message, Func<byte[], byte[]>? grow)
    {
        var body = message.Content is { } content ? await content.ReadAsByteArrayAsync() : null;
        return new SentRequest(
            message.Method,
            message.RequestUri!,
            [.. message.Headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.AsEnumerable()))],
            message.Content?.Headers.ContentType?.ToString(),
            body is not null && grow is not null ? grow(body) : body);
    }

    /// <summary>A message to send.</summary>
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Address) { Content = Body is { } body ? new ByteArrayContent(body) : null };
        foreach (var (name, values) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, values);
        }

        if (ContentType is { } type)
        {
            message.Content!.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return message;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = $"{Method} {Address} {(Body is { } body ? Encoding.UTF8.GetString(body) : "")}";
        return text[..Math.Min(text.Length, 600)];
    }
}
