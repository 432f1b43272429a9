using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>The keys of a tenant.</summary>
internal static class HubKeys
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder hub)
    {
        var keys = hub.MapGroup("/tenants/{tenantId}/keys").WithTags("Keys");
        keys.MapPost("", CreateAsync).WithMetadata(HubKeyExamples.New, HubKeyExamples.Issued);
        keys.MapGet("", ListAsync).WithMetadata(HubKeyExamples.List);
        keys.MapDelete("{keyId}", RevokeAsync).WithMetadata(new AnswerExample(StatusCodes.Status204NoContent));
        keys.MapPost("{keyId}/authorization-codes", HubAuthorizationCodes.CreateAsync).WithMetadata(HubKeyExamples.Code);
    }

    private static Task<Answer> CreateAsync(
        string tenantId, HttpContext http, HubWrites writes, IApiKeys keys, HubKeyRequestValidator validator, CancellationToken cancellationToken) =>
        writes.WriteSecretAsync<HubIssuedKeyResponse>(
            http,
            tenantId,
            "create a key",
            async write =>
            {
                var read = await HubBody.ReadAsync(http.Request, HubKeyJson.Default.HubKeyRequest, validator, cancellationToken);
                return read.TryFailure(out var request, out var invalid)
                    ? invalid
                    : await IssueAsync(keys, HubKeyMapping.ToNewKey(request, write.Caller.Tenant.Id), write.Terms, cancellationToken);
            },
            issued => Answer.Of(StatusCodes.Status201Created, issued, HubKeyJson.Default.HubIssuedKeyResponse).With("Cache-Control", "no-store"),
            cancellationToken);

    private static async Task<Result<HubIssuedKeyResponse>> IssueAsync(
        IApiKeys keys, NewApiKey wanted, WriteTerms<HubIssuedKeyResponse> terms, CancellationToken cancellationToken) =>
        (await keys.CreateAsync(wanted, terms.ForStep<ApiKey>(), cancellationToken)).TryFailure(out var created, out var refused)
            ? refused
            : HubKeyMapping.ToIssued(created, wanted);

    private static async Task<Answer> ListAsync(
        string tenantId, HttpContext http, HubAccess access, IApiKeys keys, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        var found = await keys.ListAsync(caller.Tenant.Id, cancellationToken);
        var response = new HubKeysResponse([.. found.Select(HubKeyMapping.ToResponse)]);
        return Answer.Of(StatusCodes.Status200OK, response, HubKeyJson.Default.HubKeysResponse);
    }

    // An id that is none is nobody's: the nil UUID is never given.
    private static Task<Answer> RevokeAsync(
        string tenantId, string keyId, HttpContext http, HubWrites writes, IApiKeys keys, CancellationToken cancellationToken) =>
        writes.WriteSecretAsync<ApiKey>(
            http,
            tenantId,
            "revoke a key",
            write => keys.RevokeAsync(write.Caller.Tenant.Id, HubAccess.IdOf(keyId) ?? Guid.Empty, write.Terms, cancellationToken),
            _ => new Answer(StatusCodes.Status204NoContent),
            cancellationToken);
}
