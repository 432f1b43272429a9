using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Tenancy;

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

    private static async Task<Answer> CreateAsync(
        string tenantId, HttpContext http, HubAccess access, IApiKeys keys, HubKeyRequestValidator validator, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        var read = await HubBody.ReadAsync(http.Request, HubKeyJson.Default.HubKeyRequest, validator, cancellationToken);
        if (read.TryFailure(out var request, out var invalid))
        {
            return HubErrors.ToAnswer(invalid);
        }

        var wanted = HubKeyMapping.ToNewKey(request, caller.Tenant.Id);
        var created = await keys.CreateAsync(wanted, cancellationToken);
        return created.Match(
            key => Answer.Of(StatusCodes.Status201Created, HubKeyMapping.ToIssued(key, wanted), HubKeyJson.Default.HubIssuedKeyResponse)
                .With("Cache-Control", "no-store"),
            HubErrors.ToAnswer);
    }

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

    private static async Task<Answer> RevokeAsync(
        string tenantId, string keyId, HttpContext http, HubAccess access, IApiKeys keys, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        // An id that is none is nobody's: the nil UUID is never given.
        var revoked = await keys.RevokeAsync(caller.Tenant.Id, HubAccess.IdOf(keyId) ?? Guid.Empty, cancellationToken);
        return revoked.Match(_ => new Answer(StatusCodes.Status204NoContent), HubErrors.ToAnswer);
    }
}
