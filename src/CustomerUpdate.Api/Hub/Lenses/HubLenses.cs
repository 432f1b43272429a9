using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>A customer through each of the contracts, to the byte as that contract itself shows it.</summary>
internal static class HubLenses
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder hub) =>
        hub.MapGet("/tenants/{tenantId}/customers/{customerId}/as/{contract}", ShowAsync).WithTags("Customers").WithMetadata(HubCustomerExamples.Lens);

    private static async Task<Answer> ShowAsync(
        string tenantId,
        string customerId,
        string contract,
        HttpContext http,
        HubAccess access,
        ICustomerReads reads,
        CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        var through = ContractCatalog.All.FirstOrDefault(entry => entry.Description.Name == contract);
        var customer = Guid.TryParseExact(customerId, "D", out var id)
            ? await reads.FindAsync(caller.Tenant.Id, CustomerKey.Id(id), cancellationToken)
            : null;
        if (through is null || customer is null)
        {
            return HubErrors.ToAnswer(Failure.Of(FailureKind.NotFound));
        }

        var exchange = new Exchange(http) { Caller = caller };
        await through.PrepareLens(customer, exchange, cancellationToken);
        return through.Lens(customer, exchange).Tagged(http.Request, customer, contract);
    }
}
