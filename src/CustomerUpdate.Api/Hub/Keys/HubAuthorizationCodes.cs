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
    public static async Task<Answer> CreateAsync(
        string tenantId, string keyId, HttpContext http, HubAccess access, IApiKeys keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        var key = HubAccess.IdOf(keyId) is { } id ? await keys.FindAsync(caller.Tenant.Id, id, cancellationToken) : null;
        if (key is null)
        {
            return HubErrors.ToAnswer(Failure.Of(FailureKind.NotFound));
        }

        if (key.ClientId is null)
        {
            return HubErrors.ToAnswer(Failure.Invalid([new Problem("", "wrong_contract", "The key's contract has no token endpoint.")]));
        }

        var code = Form.NewSecret();
        var expiresAt = clock.GetUtcNow() + Lifetime;
        var added = await keys.AddAuthorizationCodeAsync(key, code, expiresAt, cancellationToken);
        return added.Match(
            _ => Answer.Of(
                    StatusCodes.Status201Created,
                    new HubAuthorizationCodeResponse(code, HubMapping.TimeOf(expiresAt)),
                    HubKeyJson.Default.HubAuthorizationCodeResponse)
                .With("Cache-Control", "no-store"),
            HubErrors.ToAnswer);
    }
}
