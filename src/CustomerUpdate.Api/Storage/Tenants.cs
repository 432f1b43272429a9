using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Finds tenants.</summary>
internal sealed class Tenants(IDbContextFactory<CustomerDbContext> databases) : ITenants
{
    public async Task<Tenant?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Tenants.SingleOrDefaultAsync(tenant => tenant.Id == id, cancellationToken);
        return row?.ToTenant();
    }
}
