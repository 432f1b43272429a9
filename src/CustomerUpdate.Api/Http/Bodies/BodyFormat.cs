using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.Net.Http.Headers;

namespace CustomerUpdate.Api.Http;

/// <summary>A kind of body that a contract reads.</summary>
/// <param name="Takes">Whether it reads a media type (lower case, without parameters; null where the header is missing or unreadable).</param>
/// <param name="Read">Makes JSON of the request's body. Contracts with forms turn those into JSON too, so that all else is written once.</param>
internal sealed record BodyFormat(
    Func<string?, bool> Takes, Func<HttpRequest, CancellationToken, Task<Result<RequestBody>>> Read)
{
    /// <summary>Whatever comes, which is not looked at.</summary>
    public static BodyFormat None { get; } = new(_ => true, (_, _) => Task.FromResult<Result<RequestBody>>(RequestBody.None));

    /// <summary>What is asked in place of a body, of the request's own address; null where the body is read.</summary>
    public Func<HttpRequest, RequestBody>? OfAddress { get; init; }

    /// <summary>
    /// The query's parameters of these names, as an object of texts, the last one where a name comes several times. The body is not looked at.
    /// </summary>
    public static BodyFormat Query(params string[] names) =>
        new(_ => true, (request, _) => Task.FromResult<Result<RequestBody>>(QueryBody.Read(request, names)))
        {
            OfAddress = request => QueryBody.Read(request, names),
        };

    /// <summary>JSON under the given media types; name null among them where a missing header is no mistake.</summary>
    public static BodyFormat Json(params string?[] mediaTypes) => new(mediaTypes.Contains, ReadJsonAsync);

    /// <summary>The body's media type in lower case, without parameters; null where the header is missing or unreadable.</summary>
    public static string? MediaTypeOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var header) ? header.MediaType.Value?.ToLowerInvariant() : null;

    /// <summary>Reads a body with the first format that takes its type.</summary>
    public static async Task<Result<RequestBody>> ReadAsync(
        ValueList<BodyFormat> formats, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsPlain(request))
        {
            return Failure.Of(FailureKind.UnsupportedMediaType) with { Header = HeaderNames.ContentEncoding };
        }

        var mediaType = MediaTypeOf(request);
        return formats.FirstOrDefault(format => format.Takes(mediaType)) is { } format
            ? await format.Read(request, cancellationToken)
            : Failure.Of(FailureKind.UnsupportedMediaType);
    }

    /// <summary>Whether a body comes as it is. Nothing is decompressed: the limit of a body is one of what was sent.</summary>
    public static bool IsPlain(HttpRequest request) =>
        request.Headers.ContentEncoding.All(encoding => string.IsNullOrEmpty(encoding) || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase));

    private static async Task<Result<RequestBody>> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await BoundedBody.ReadAsync(request, cancellationToken)).TryFailure(out var bytes, out var failure)
            ? failure
            : JsonSyntax.Check(bytes);
}
