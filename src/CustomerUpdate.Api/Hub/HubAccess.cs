using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>Lets callers into a tenant: the operator into any, a tenant's hub key into its own. For others the tenant does not exist.</summary>
internal sealed class HubAccess(ICallers callers, ITenants tenants, OperatorKey operatorKey)
{
    /// <summary>Who asks, in the tenant that the path names, where that caller may enter it.</summary>
    public async Task<Result<Caller>> EnterAsync(HttpRequest request, string tenantId, CancellationToken cancellationToken)
    {
        var credential = new Credential(HubContract.Description.Name, BearerToken.Of(request));
        if (operatorKey.Is(credential.Secret))
        {
            var found = Guid.TryParseExact(tenantId, "D", out var id) ? await tenants.FindAsync(id, cancellationToken) : null;
            return found is null ? Failure.Of(FailureKind.NotFound) : new Caller(found, null, credential.Contract, KeyRole.Admin);
        }

        if ((await callers.IdentifyAsync(credential, cancellationToken)).TryFailure(out var caller, out var failure))
        {
            return failure;
        }

        return tenantId == caller.Tenant.Id.ToString() ? caller : Failure.Of(FailureKind.NotFound);
    }
}
