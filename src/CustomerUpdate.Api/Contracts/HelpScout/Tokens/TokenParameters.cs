using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Reads the parameters of the token endpoint: JSON, a form, the query, or some here and some there. No parameter may come twice (RFC 6749,
/// section 3.2).
/// </summary>
internal static class TokenParameters
{
    /// <summary>What a form calls itself.</summary>
    public const string FormType = "application/x-www-form-urlencoded";

    // Where all is in the query, it does not matter what the missing body is said to be.
    private static readonly ValueList<BodyFormat> Formats =
    [
        BodyFormat.Json("application/json"),
        Format(ReadForm, type => type == FormType),
        Format(bytes => bytes.Length == 0 ? RequestBody.None : Failure.Of(FailureKind.UnsupportedMediaType), _ => true),
    ];

    /// <summary>The parameters, or a failure: <see cref="FailureKind.Malformed"/> for what is not readable or came twice.</summary>
    public static async Task<Result<HelpScoutTokenRequest>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await BodyFormat.ReadAsync(Formats, request, cancellationToken)).TryFailure(out var body, out var unreadable)
            || ToObject(request.Query).TryFailure(out var parameters, out unreadable))
        {
            return unreadable;
        }

        if (body.Root is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            return Failure.Of(FailureKind.Malformed);
        }

        foreach (var (name, value) in body.Root == JsonValueKind.Object ? JsonNode.Parse(body.Utf8.Span)!.AsObject() : [])
        {
            if (parameters.ContainsKey(name))
            {
                return Failure.Of(FailureKind.Malformed);
            }

            parameters[name] = value?.DeepClone();
        }

        return ToBody(parameters).TryFailure(out var all, out unreadable) ? unreadable : all.Read(HelpScoutJson.Default.HelpScoutTokenRequest);
    }

    private static BodyFormat Format(Func<byte[], Result<RequestBody>> read, Func<string?, bool> takes) => new(
        takes,
        async (request, cancellationToken) => (await BoundedBody.ReadAsync(request, cancellationToken)).TryFailure(out var bytes, out var tooLarge)
            ? tooLarge
            : read(bytes));

    private static Result<RequestBody> ReadForm(byte[] form)
    {
        if (!Utf8.IsValid(form))
        {
            return Failure.Of(FailureKind.Malformed);
        }

        return ToObject(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(form))).TryFailure(out var parameters, out var twice) ? twice : ToBody(parameters);
    }

    private static Result<JsonObject> ToObject(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        var members = new JsonObject();
        foreach (var (name, values) in parameters)
        {
            if (values.Count > 1)
            {
                return Failure.Of(FailureKind.Malformed);
            }

            members[name] = values.ToString();
        }

        return members;
    }

    // Checked like JSON that came as such: a form, too, can hold texts that no database can.
    private static Result<RequestBody> ToBody(JsonObject parameters) => JsonSyntax.Check(Encoding.UTF8.GetBytes(parameters.ToJsonString()));
}
