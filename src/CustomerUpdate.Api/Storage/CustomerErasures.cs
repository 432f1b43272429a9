using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Erases customers. The row goes first, guarded by the version that was read: a write that comes in between makes it be tried again, and
/// one that comes after finds no customer.
/// </summary>
internal sealed class CustomerErasures(
    IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine, WriteTransactions transactions, TimeProvider clock) : ICustomerErasures
{
    public Task<Result<long>> EraseAsync(CustomerErasureCommand command, CancellationToken cancellationToken) =>
        engine.CommitAsync(() => TryAsync(command, cancellationToken), cancellationToken);

    private async Task<Result<long>> TryAsync(CustomerErasureCommand command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.FindCustomerAsync(command.Caller.Tenant.Id, command.Target, cancellationToken);
        if (found is null)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        return await db.FindRefusalAsync(found, command.Precondition, cancellationToken) is { } refused
            ? refused
            : await transactions.WriteAsync(db, command.Terms, found.Version, customerId: null, SaveAsync, cancellationToken);

        async Task SaveAsync()
        {
            await EraseAsync(db, found, cancellationToken);
            db.ErasedCustomers.Add(Tombstone(found, command, clock.GetUtcMicroseconds()));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static ErasedCustomerRow Tombstone(Customer erased, CustomerErasureCommand command, DateTimeOffset now) => new()
    {
        TenantId = erased.TenantId,
        CustomerId = erased.Id,
        Version = erased.Version,
        At = now,
        Contract = command.Caller.Contract,
        KeyId = command.Caller.KeyId,
        RequestId = command.RequestId,
    };

    private static async Task EraseAsync(CustomerDbContext db, Customer customer, CancellationToken cancellationToken)
    {
        var keys = db.CustomerKeys.Where(row => row.TenantId == customer.TenantId && row.CustomerId == customer.Id);
        var histories = await MergedIdsAsync(db, customer, cancellationToken);

        // Locks the row: whoever writes this customer now waits, and then finds that somebody was faster.
        var locked = await db.Customers
            .Where(row => row.TenantId == customer.TenantId && row.Id == customer.Id && row.Version == customer.Version)
            .ExecuteUpdateAsync(row => row.SetProperty(locked => locked.Version, locked => locked.Version), cancellationToken);
        if (locked == 0)
        {
            throw new DbUpdateConcurrencyException("The customer was written in between.");
        }

        await db.CustomerChanges
            .Where(row => row.TenantId == customer.TenantId && histories.Contains(row.CustomerId)).ExecuteDeleteAsync(cancellationToken);
        await db.IdempotencyKeys
            .Where(row => row.TenantId == customer.TenantId && row.CustomerId != null && histories.Contains(row.CustomerId.Value))
            .ExecuteDeleteAsync(cancellationToken);
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
