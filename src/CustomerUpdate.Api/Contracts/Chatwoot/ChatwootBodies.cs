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
    public static ValueList<BodyFormat> Formats { get; } = All(takesPicture: false);

    /// <summary>The same with a picture in a multipart form.</summary>
    public static ValueList<BodyFormat> FormatsWithPicture { get; } = All(takesPicture: true);

    /// <summary>The parameters of the query alone.</summary>
    public static Result<RequestBody> ReadQuery(HttpRequest request) => OverQuery(RequestBody.None, request);

    private static ValueList<BodyFormat> All(bool takesPicture) =>
    [
        Format(JsonSyntax.Check, "application/json", "text/x-json", "application/jsonrequest", "application/vnd.api+json"),
        Format(form => ToBody(UrlEncodedForm.Read(form)), "application/x-www-form-urlencoded"),
        Format((request, cancellationToken) => ReadMultipartAsync(request, takesPicture, cancellationToken), "multipart/form-data"),
        Format(bytes => bytes.Length == 0 ? RequestBody.None : Failure.Of(FailureKind.UnsupportedMediaType), [null]),
    ];

    private static BodyFormat Format(Func<byte[], Result<RequestBody>> read, params string?[] mediaTypes) => Format(
        async (request, cancellationToken) => (await BoundedBody.ReadAsync(request, cancellationToken)).Match(read, failure => failure), mediaTypes);

    private static BodyFormat Format(Func<HttpRequest, CancellationToken, Task<Result<RequestBody>>> read, params string?[] mediaTypes) =>
        new(mediaTypes.Contains, async (request, cancellationToken) =>
            (await read(request, cancellationToken)).TryFailure(out var body, out var failure) ? failure : OverQuery(body, request));

    private static async Task<Result<RequestBody>> ReadMultipartAsync(
        HttpRequest request, bool takesPicture, CancellationToken cancellationToken)
    {
        if (request.ContentLength == 0)
        {
            return RequestBody.None;
        }

        BoundedBody.LiftServersLimit(request.HttpContext); // the form reads no more than may be, and says of what there is too much
        var read = await MultipartForm.ReadAsync(request.Body, request.ContentType, takesPicture, cancellationToken);
        if (read.TryFailure(out var form, out var failure) || ToBody(form.Json).TryFailure(out var body, out failure))
        {
            return failure;
        }

        return body with { File = form.File };
    }

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

        return ToBody(parameters).TryFailure(out var both, out var malformed) ? malformed : both with { File = body.File };
    }

    // Checked like JSON that came as such: a form can hold texts that no database can.
    private static Result<RequestBody> ToBody(Result<JsonObject> parameters) => parameters.Match(
        read => JsonSyntax.Check(Encoding.UTF8.GetBytes(read.ToJsonString())),
        failure => failure);
}
