using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Erases customers. The row goes first, guarded by the version that was read: a write that comes in between makes it be tried again, and
/// one that comes after finds no customer.
/// </summary>
internal sealed class CustomerErasures(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine, TimeProvider clock) : ICustomerErasures
{
    public Task<Result<long>> EraseAsync(Caller caller, Guid customerId, string requestId, CancellationToken cancellationToken) =>
        engine.CommitAsync(() => TryAsync(caller, customerId, requestId, cancellationToken), cancellationToken);

    private async Task<Result<long>> TryAsync(Caller caller, Guid customerId, string requestId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.FindCustomerAsync(caller.Tenant.Id, CustomerKey.Id(customerId), cancellationToken);
        if (found is null)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await EraseAsync(db, found, cancellationToken);
        db.ErasedCustomers.Add(new ErasedCustomerRow
        {
            TenantId = found.TenantId,
            CustomerId = found.Id,
            Version = found.Version,
            At = clock.GetUtcMicroseconds(),
            Contract = caller.Contract,
            KeyId = caller.KeyId,
            RequestId = requestId,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return found.Version;
    }

    private static async Task EraseAsync(CustomerDbContext db, Customer customer, CancellationToken cancellationToken)
    {
        var keys = db.CustomerKeys.Where(row => row.TenantId == customer.TenantId && row.CustomerId == customer.Id);
        var histories = await MergedIdsAsync(db, customer, cancellationToken);

        // Locks the row: whoever writes this customer now waits, and then finds that somebody was faster.
        var locked = await db.Customers
            .Where(row => row.TenantId == customer.TenantId && row.Id == customer.Id && row.Version == customer.Version)
            .ExecuteUpdateAsync(row => row.SetProperty(erased => erased.SearchText, ""), cancellationToken);
        if (locked == 0)
        {
            throw new DbUpdateConcurrencyException("The customer was written in between.");
        }

        await db.CustomerChanges
            .Where(row => row.TenantId == customer.TenantId && histories.Contains(row.CustomerId)).ExecuteDeleteAsync(cancellationToken);
        await keys.ExecuteDeleteAsync(cancellationToken);
        await db.Customers
            .Where(row => row.TenantId == customer.TenantId && row.Id == customer.Id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The customer's id and those of all that were merged into it, whose histories are of the same person.</summary>
    private static async Task<Guid[]> MergedIdsAsync(CustomerDbContext db, Customer customer, CancellationToken cancellationToken)
    {
        var merged = await db.CustomerKeys
            .Where(row => row.TenantId == customer.TenantId && row.CustomerId == customer.Id && row.Kind == CustomerKey.IdKind)
            .Select(row => row.Value).ToListAsync(cancellationToken);
        return [customer.Id, .. merged.Select(id => Guid.ParseExact(id, "D"))];
    }
}
