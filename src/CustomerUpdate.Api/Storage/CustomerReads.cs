using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Finds customers.</summary>
internal sealed class CustomerReads(IDbContextFactory<CustomerDbContext> databases) : ICustomerReads
{
    public async Task<Customer?> FindAsync(Guid tenantId, CustomerKey key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.FindCustomerAsync(tenantId, key, cancellationToken);
    }
}
