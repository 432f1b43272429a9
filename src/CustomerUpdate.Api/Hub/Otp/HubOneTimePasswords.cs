using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>Sends customers the codes with which they agree to updates through the other contracts.</summary>
internal static class HubOneTimePasswords
{
    private static readonly AnswerExample Example = new(StatusCodes.Status202Accepted, """
        { "expiresAt": "2026-01-02T03:14:05.000Z", "sentTo": "j***@example.com" }
        """);

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder hub) =>
        hub.MapPost("/tenants/{tenantId}/customers/{customerId}/otp", SendAsync).WithTags("Customers").WithMetadata(Example);

    private static async Task<Answer> SendAsync(
        string tenantId, string customerId, HttpContext http, HubWrites writes, SendOneTimePassword send, CancellationToken cancellationToken)
    {
        var answer = await writes.WriteSecretAsync<SentOneTimePassword>(http, tenantId, "send a one-time password", ExecuteAsync, Sent, cancellationToken);
        return answer.With("Cache-Control", "no-store");

        async Task<Result<SentOneTimePassword>> ExecuteAsync(HubWrite<SentOneTimePassword> write) => HubAccess.IdOf(customerId) is { } id
            ? await send.ExecuteAsync(write.Caller, CustomerKey.Id(id), write.Terms.IsDryRun, cancellationToken)
            : Failure.Of(FailureKind.NotFound);
    }

    private static Answer Sent(SentOneTimePassword sent) => Answer.Of(
        StatusCodes.Status202Accepted, new HubOtpResponse(HubMapping.TimeOf(sent.ExpiresAt), sent.SentTo), HubOtpJson.Default.HubOtpResponse);
}

/// <summary>That a code is on its way.</summary>
/// <param name="ExpiresAt">Until when it can be used.</param>
/// <param name="SentTo">Where it went, masked.</param>
internal sealed record HubOtpResponse([property: DataType(DataType.DateTime)] string ExpiresAt, string SentTo);

/// <summary>The JSON of it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HubOtpResponse))]
internal sealed partial class HubOtpJson : JsonSerializerContext;
