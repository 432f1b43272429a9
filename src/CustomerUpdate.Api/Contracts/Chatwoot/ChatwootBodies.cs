using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// The bodies that Chatwoot reads. Rails makes one set of parameters of query and body, of which the body's win; so does this, as JSON, so
/// that all that follows knows JSON only.
/// </summary>
internal static class ChatwootBodies
{
    /// <summary>JSON under all of Rails' names for it, both kinds of form, and no body at all.</summary>
    public static ValueList<BodyFormat> Formats { get; } =
    [
        Format(JsonSyntax.Check, "application/json", "text/x-json", "application/jsonrequest", "application/vnd.api+json"),
        Format(form => ToBody(UrlEncodedForm.Read(form)), "application/x-www-form-urlencoded"),
        Format(ReadMultipartAsync, "multipart/form-data"),
        Format(bytes => bytes.Length == 0 ? RequestBody.None : Failure.Of(FailureKind.UnsupportedMediaType), [null]),
    ];

    /// <summary>The parameters of the query alone.</summary>
    public static Result<RequestBody> ReadQuery(HttpRequest request) => OverQuery(RequestBody.None, request);

    private static BodyFormat Format(Func<byte[], Result<RequestBody>> read, params string?[] mediaTypes) =>
        Format((_, bytes, _) => Task.FromResult(read(bytes)), mediaTypes);

    private static BodyFormat Format(
        Func<HttpRequest, byte[], CancellationToken, Task<Result<RequestBody>>> read, params string?[] mediaTypes) =>
        new(mediaTypes.Contains, async (request, cancellationToken) =>
        {
            if ((await BoundedBody.ReadAsync(request, cancellationToken)).TryFailure(out var bytes, out var tooLarge))
            {
                return tooLarge;
            }

            return (await read(request, bytes, cancellationToken)).TryFailure(out var body, out var failure)
                ? failure
                : OverQuery(body, request);
        });

    private static async Task<Result<RequestBody>> ReadMultipartAsync(HttpRequest request, byte[] form, CancellationToken cancellationToken) =>
        form.Length == 0 ? RequestBody.None : ToBody(await MultipartForm.ReadAsync(form, request.ContentType, cancellationToken));

    private static Result<RequestBody> OverQuery(RequestBody body, HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return body;
        }

        var query = UrlEncodedForm.Read(Encoding.UTF8.GetBytes(request.QueryString.Value![1..]));
        if (body.Root != JsonValueKind.Object || query.TryFailure(out var parameters, out _))
        {
            return ToBody(query);
        }

        foreach (var (name, value) in JsonNode.Parse(body.Utf8.Span)!.AsObject())
        {
            parameters[name] = value?.DeepClone();
        }

        return ToBody(parameters);
    }

    // Checked like JSON that came as such: a form can hold texts that no database can.
    private static Result<RequestBody> ToBody(Result<JsonObject> parameters) => parameters.Match(
        read => JsonSyntax.Check(Encoding.UTF8.GetBytes(read.ToJsonString())),
        failure => failure);
}
