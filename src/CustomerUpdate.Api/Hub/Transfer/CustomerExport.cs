using System.Runtime.CompilerServices;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>All customers of a tenant in their canonical form.</summary>
internal sealed class CustomerExport(ICustomerTransfers transfers)
{
    /// <summary>The customers, by id, so that the same customers make the same export in any tenant and on any engine.</summary>
    public async IAsyncEnumerable<HubCustomer> RunAsync(Guid tenantId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var customer in transfers.ReadAllAsync(tenantId, cancellationToken))
        {
            yield return HubMapping.ToCanonical(customer);
        }
    }
}
