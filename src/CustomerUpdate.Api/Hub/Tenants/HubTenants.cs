using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>Tenants: the operator's to make, list and delete; a tenant's own key sees and changes its own.</summary>
internal static class HubTenants
{
    private static readonly HubTenantRequestValidator NewValidator = new();
    private static readonly HubTenantChangeRequestValidator ChangeValidator = new();

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder hub)
    {
        var tenants = hub.MapGroup("/tenants").WithTags("Tenants");
        tenants.MapPost("", CreateAsync).WithMetadata(HubTenantExamples.New, HubTenantExamples.Created);
        tenants.MapGet("", ListAsync).WithMetadata(HubTenantExamples.Page);
        tenants.MapGet("{tenantId}", ShowAsync).WithMetadata(HubTenantExamples.Shown);
        tenants.MapPatch("{tenantId}", ChangeAsync).WithMetadata(HubTenantExamples.Change, HubTenantExamples.Shown);
        tenants.MapDelete("{tenantId}", DeleteAsync).WithMetadata(new AnswerExample(StatusCodes.Status204NoContent));
    }

    private static Task<Answer> CreateAsync(HttpContext http, HubWrites writes, ITenants tenants, CancellationToken cancellationToken) =>
        writes.WriteAsOperatorAsync<Tenant>(
            http,
            tenantId: null,
            "create a tenant",
            async write =>
            {
                var read = await HubBody.ReadAsync(http.Request, HubTenantJson.Default.HubTenantRequest, NewValidator, cancellationToken);
                return read.TryFailure(out var request, out var invalid)
                    ? invalid
                    : await tenants.CreateAsync(HubTenantMapping.ToNewTenant(request), write.Terms, cancellationToken);
            },
            created => Show(StatusCodes.Status201Created, created).With("Location", $"{HubContract.Root}/tenants/{created.Id}"),
            cancellationToken);

    private static async Task<Answer> ListAsync(HttpContext http, HubAccess access, ITenants tenants, CancellationToken cancellationToken)
    {
        if (await access.RefuseAllButTheOperatorAsync(http.Request, cancellationToken) is { } refused)
        {
            return HubErrors.ToAnswer(refused);
        }

        if (HubTenantPage.Of(http.Request.Query).TryFailure(out var page, out var invalid))
        {
            return HubErrors.ToAnswer(invalid);
        }

        // One more than asked for tells whether there are more.
        var found = await tenants.ListAsync(page.After, page.Limit + 1, cancellationToken);
        ValueList<Tenant> shown = [.. found.Take(page.Limit)];
        var response = new HubTenantsResponse(
            [.. shown.Select(HubTenantMapping.ToResponse)], found.Count > shown.Count ? shown[^1].Id.ToString() : null);
        return Answer.Of(StatusCodes.Status200OK, response, HubTenantJson.Default.HubTenantsResponse);
    }

    private static async Task<Answer> ShowAsync(
        string tenantId, HttpContext http, HubAccess access, ITenants tenants, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        // Not as the caller's key remembers it: what another host changed shows at once.
        var tenant = await tenants.FindAsync(caller.Tenant.Id, cancellationToken);
        return tenant is null ? HubErrors.ToAnswer(Failure.Of(FailureKind.NotFound)) : Show(StatusCodes.Status200OK, tenant);
    }

    private static Task<Answer> ChangeAsync(
        string tenantId, HttpContext http, HubWrites writes, ITenants tenants, CancellationToken cancellationToken) =>
        writes.WriteAsync<Tenant>(
            http,
            tenantId,
            "change the tenant",
            async write =>
            {
                var read = await HubBody.ReadChangeAsync(http.Request, HubTenantJson.Default.HubTenantChangeRequest, ChangeValidator, cancellationToken);
                return read.TryFailure(out var request, out var invalid)
                    ? invalid
                    : await tenants.UpdateAsync(write.Caller.Tenant.Id, HubTenantMapping.ToChange(request), write.Terms, cancellationToken);
            },
            changed => Show(StatusCodes.Status200OK, changed),
            cancellationToken);

    // A key of the tenant is told that it may not; for everybody else's the tenant does not exist.
    private static Task<Answer> DeleteAsync(
        string tenantId, HttpContext http, HubWrites writes, ITenants tenants, CancellationToken cancellationToken) =>
        writes.WriteAsOperatorAsync<Tenant>(
            http,
            tenantId,
            "delete the tenant",
            async write => HubAccess.IdOf(tenantId) is { } id
                ? await tenants.DeleteAsync(id, write.Terms, cancellationToken)
                : Failure.Of(FailureKind.NotFound),
            _ => new Answer(StatusCodes.Status204NoContent),
            cancellationToken);

    private static Answer Show(int status, Tenant tenant) =>
        Answer.Of(status, HubTenantMapping.ToResponse(tenant), HubTenantJson.Default.HubTenantResponse);
}
