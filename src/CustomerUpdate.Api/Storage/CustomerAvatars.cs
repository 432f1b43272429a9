using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Finds the pictures that were uploaded. The bytes are read only where they are wanted.</summary>
internal sealed class CustomerAvatars(IDbContextFactory<CustomerDbContext> databases) : ICustomerAvatars
{
    public async Task<bool> ExistsAsync(Guid tenantId, Guid customerId, string tag, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await HasAsync(db, tenantId, customerId, tag, cancellationToken)
            || (await FindSurvivorAsync(db, tenantId, customerId, cancellationToken) is { } survivor
                && await HasAsync(db, tenantId, survivor, tag, cancellationToken));
    }

    public async Task<Avatar?> FindAsync(Guid tenantId, Guid customerId, string tag, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await With(db, tenantId, customerId, tag).FirstOrDefaultAsync(cancellationToken);
        if (row is null && await FindSurvivorAsync(db, tenantId, customerId, cancellationToken) is { } survivor)
        {
            row = await With(db, tenantId, survivor, tag).FirstOrDefaultAsync(cancellationToken);
        }

        return row is null ? null : new Avatar(row.ETag, row.ContentType, row.Bytes);
    }

    private static IQueryable<CustomerAvatarRow> With(CustomerDbContext db, Guid tenantId, Guid customerId, string tag) =>
        db.CustomerAvatars.Where(row => row.TenantId == tenantId && row.CustomerId == customerId && row.ETag == tag);

    private static Task<bool> HasAsync(CustomerDbContext db, Guid tenantId, Guid customerId, string tag, CancellationToken cancellationToken) =>
        With(db, tenantId, customerId, tag).AnyAsync(cancellationToken);

    private static async Task<Guid?> FindSurvivorAsync(CustomerDbContext db, Guid tenantId, Guid customerId, CancellationToken cancellationToken)
    {
        var (kind, value) = CustomerKey.Id(customerId);
        var found = await db.CustomerKeys.FirstOrDefaultAsync(
            row => row.TenantId == tenantId && row.Kind == kind && row.Value == value, cancellationToken);
        return found?.CustomerId;
    }
}
