using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>
/// Codes for the authorization_code grant (RFC 6749, section 4.1). The hub stands in for the page on which a vendor's user says yes: whoever
/// may make keys may say it.
/// </summary>
internal static class HubAuthorizationCodes
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly KeyForm Form = KeyForm.Letters("", 32);

    /// <summary>Makes a code for a key whose contract has a token endpoint to spend it at.</summary>
    public static Task<Answer> CreateAsync(
        string tenantId, string keyId, HttpContext http, HubWrites writes, IApiKeys keys, TimeProvider clock, CancellationToken cancellationToken) =>
        writes.WriteSecretAsync<HubAuthorizationCodeResponse>(
            http,
            tenantId,
            "create an authorization code",
            write => CreateAsync(write, HubAccess.IdOf(keyId), keys, clock, cancellationToken),
            code => Answer.Of(StatusCodes.Status201Created, code, HubKeyJson.Default.HubAuthorizationCodeResponse).With("Cache-Control", "no-store"),
            cancellationToken);

    private static async Task<Result<HubAuthorizationCodeResponse>> CreateAsync(
        HubWrite<HubAuthorizationCodeResponse> write, Guid? keyId, IApiKeys keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        var key = keyId is { } id ? await keys.FindAsync(write.Caller.Tenant.Id, id, cancellationToken) : null;
        if (key is null)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        if (key.ClientId is null)
        {
            return Failure.Invalid([new Problem("", "wrong_contract", "The key's contract has no token endpoint.")]);
        }

        if (key.ExpiresAt <= clock.GetUtcNow())
        {
            return Failure.Invalid([new Problem("", "expired", "The key has expired: a code for it would open nothing.")]);
        }

        var code = Form.NewSecret();
        var expiresAt = clock.GetUtcNow() + Lifetime;
        return (await keys.AddAuthorizationCodeAsync(key, code, expiresAt, write.Terms.ForStep<ApiKey>(), cancellationToken)).TryFailure(out _, out var refused)
            ? refused
            : new HubAuthorizationCodeResponse(code, HubMapping.TimeOf(expiresAt));
    }
}
