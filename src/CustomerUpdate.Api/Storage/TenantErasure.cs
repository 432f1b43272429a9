using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Erases a tenant with all that it has. A table that belongs to a tenant has a line here; its foreign key sees to it, since a tenant that
/// still has rows anywhere cannot be deleted.
/// </summary>
internal static class TenantErasure
{
    // A statement that deletes a million rows runs into the command's timeout; this many customers with their keys and history do not.
    private const int CustomersAtOnce = 500;

    /// <summary>Deletes all rows, in the caller's transaction.</summary>
    public static async Task EraseAsync(CustomerDbContext db, Guid tenantId, CancellationToken cancellationToken)
    {
        while (await EraseCustomersAsync(db, tenantId, cancellationToken))
        {
        }

        await db.IdempotencyKeys.Where(row => row.TenantId == tenantId).ExecuteDeleteAsync(cancellationToken);
        await db.Counters.Where(row => row.TenantId == tenantId).ExecuteDeleteAsync(cancellationToken);
        await db.Inboxes.Where(row => row.TenantId == tenantId).ExecuteDeleteAsync(cancellationToken);
        await db.AttributeDefinitions.Where(row => row.TenantId == tenantId).ExecuteDeleteAsync(cancellationToken);
        await db.AccessTokens.Where(row => row.TenantId == tenantId).ExecuteDeleteAsync(cancellationToken);
        await db.AuthorizationCodes
            .Where(row => db.ApiKeys.Any(key => key.Id == row.KeyId && key.TenantId == tenantId)).ExecuteDeleteAsync(cancellationToken);
        await db.ApiKeys.Where(row => row.TenantId == tenantId).ExecuteDeleteAsync(cancellationToken);
        await db.Tenants.Where(row => row.Id == tenantId).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<bool> EraseCustomersAsync(CustomerDbContext db, Guid tenantId, CancellationToken cancellationToken)
    {
        var ids = await db.Customers.Where(row => row.TenantId == tenantId)
            .OrderBy(row => row.Id).Select(row => row.Id).Take(CustomersAtOnce).ToArrayAsync(cancellationToken);
        if (ids.Length == 0)
        {
            return false;
        }

        await db.CustomerChanges.Where(row => row.TenantId == tenantId && ids.Contains(row.CustomerId)).ExecuteDeleteAsync(cancellationToken);
        await db.CustomerKeys.Where(row => row.TenantId == tenantId && ids.Contains(row.CustomerId)).ExecuteDeleteAsync(cancellationToken);
        await db.Customers.Where(row => row.TenantId == tenantId && ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        return true;
    }
}
