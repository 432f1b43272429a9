using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>The customers of a tenant.</summary>
internal static class HubCustomers
{
    /// <summary>Shows a customer whole.</summary>
    public static async Task<Answer> ShowAsync(
        string tenantId, string customerId, HttpContext http, HubAccess access, ICustomerReads reads, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        var customer = Guid.TryParseExact(customerId, "D", out var id)
            ? await reads.FindAsync(caller.Tenant.Id, CustomerKey.Id(id), cancellationToken)
            : null;
        return customer is null
            ? HubErrors.ToAnswer(Failure.Of(FailureKind.NotFound))
            : Answer.Of(StatusCodes.Status200OK, HubMapping.ToCanonical(customer), HubJson.Default.HubCustomer);
    }
}
