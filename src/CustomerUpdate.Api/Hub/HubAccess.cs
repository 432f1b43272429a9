using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Lets callers in: the operator everywhere, a tenant's hub key into its own tenant, where one that may only read gets no further than GET.
/// For everybody else the tenant does not exist.
/// </summary>
internal sealed class HubAccess(LimitedCallers callers, ITenants tenants, OperatorKey operatorKey)
{
    /// <summary>
    /// The caller, who may do in the tenant what the request's method says. The operator is an administrator of every tenant, without a key's
    /// id, and is never limited.
    /// </summary>
    /// <returns>
    /// Failures, in this order: <see cref="FailureKind.CredentialMissing"/>, <see cref="FailureKind.CredentialUnknown"/>,
    /// <see cref="FailureKind.RateLimited"/>, <see cref="FailureKind.NotFound"/>, <see cref="FailureKind.ReadOnlyKey"/>.
    /// </returns>
    public async Task<Result<Caller>> EnterAsync(HttpRequest request, string tenantId, CancellationToken cancellationToken)
    {
        var credential = CredentialOf(request);
        var id = IdOf(tenantId);
        if (operatorKey.Is(credential.Secret))
        {
            var found = id is { } known ? await tenants.FindAsync(known, cancellationToken) : null;
            return found is null ? Failure.Of(FailureKind.NotFound) : new Caller(found, null, HubContract.Description.Name, KeyRole.Admin);
        }

        if ((await AdmitAsync(request, credential, cancellationToken)).TryFailure(out var caller, out var failure))
        {
            return failure;
        }

        if (id != caller.Tenant.Id)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        return caller.MayWrite || HttpMethods.IsGet(request.Method) ? caller : Failure.Of(FailureKind.ReadOnlyKey);
    }

    /// <summary>Null for the operator; why not for everybody else. A tenant's key is known here, and may not do this.</summary>
    public async Task<Failure?> RefuseAllButTheOperatorAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var credential = CredentialOf(request);
        if (operatorKey.Is(credential.Secret))
        {
            return null;
        }

        var identified = await AdmitAsync(request, credential, cancellationToken);
        return identified.TryFailure(out _, out var failure) ? failure : Failure.Of(FailureKind.Forbidden);
    }

    /// <summary>An id of the path: a UUID in its usual form; null for anything else, which can be nobody's.</summary>
    public static Guid? IdOf(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;

    private Task<Result<Caller>> AdmitAsync(HttpRequest request, Credential credential, CancellationToken cancellationToken) =>
        callers.AdmitAsync(request.HttpContext, HubContract.Description, credential, cancellationToken);

    private static Credential CredentialOf(HttpRequest request) => new(HubContract.Description.Name, BearerToken.Of(request));
}
