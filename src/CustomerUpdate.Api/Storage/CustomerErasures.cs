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
internal sealed class CustomerErasures(
    IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine, WriteTransactions transactions, ErasedTraces traces, TimeProvider clock)
    : ICustomerErasures
{
    public async Task<Result<long>> EraseAsync(CustomerErasureCommand command, CancellationToken cancellationToken) => await traces.ClearAfterAsync(
        await engine.CommitAsync(() => TryAsync(command, cancellationToken), cancellationToken), command.Terms);

    public async Task<Result<int>> EraseTogetherAsync(CustomersErasureCommand command, CancellationToken cancellationToken) => await traces.ClearAfterAsync(
        await engine.CommitAsync(() => TryTogetherAsync(command, cancellationToken), cancellationToken), command.Terms);

    private async Task<Result<int>> TryTogetherAsync(CustomersErasureCommand command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var owners = await db.FindOwnersAsync(command.Caller.Tenant.Id, command.Targets, cancellationToken);
        var missing = command.Targets.Where(target => !owners.ContainsKey(target)).ToValueList();
        if (missing.Count > 0)
        {
            return Failure.Of(FailureKind.NotFound) with { Missing = missing };
        }

        // All requests lock in one order, so that no two wait for each other.
        var found = owners.Values.DistinctBy(customer => customer.Id).OrderBy(customer => customer.Id).ToList();
        foreach (var customer in found)
        {
            if (await db.FindRefusalAsync(customer, command.Precondition, cancellationToken) is { } refused)
            {
                return refused;
            }
        }

        return await transactions.WriteAsync(db, command.Terms, found.Count, customerId: null, SaveAsync, cancellationToken);

        async Task SaveAsync()
        {
            var now = clock.GetUtcMicroseconds();
            foreach (var customer in found)
            {
                await EraseAsync(db, customer, new Erasure(command.Caller, command.RequestId, now), cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

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
            await EraseAsync(db, found, new Erasure(command.Caller, command.RequestId, clock.GetUtcMicroseconds()), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task EraseAsync(CustomerDbContext db, Customer customer, Erasure erasure, CancellationToken cancellationToken)
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

        db.ErasedCustomers.AddRange(await TombstonesAsync(db, customer, histories, erasure, cancellationToken));
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

    // One for each id: an old file may have any of them, and must bring nobody back.
    private static async Task<IEnumerable<ErasedCustomerRow>> TombstonesAsync(
        CustomerDbContext db, Customer customer, Guid[] ids, Erasure erasure, CancellationToken cancellationToken)
    {
        var versions = await db.CustomerChanges
            .Where(row => row.TenantId == customer.TenantId && ids.Contains(row.CustomerId))
            .GroupBy(row => row.CustomerId)
            .Select(history => new { Id = history.Key, Last = history.Max(row => row.Version) })
            .ToDictionaryAsync(history => history.Id, history => history.Last, cancellationToken);
        return ids.Select(id => new ErasedCustomerRow
        {
            TenantId = customer.TenantId,
            CustomerId = id,
            Version = versions.GetValueOrDefault(id, customer.Version),
            At = erasure.At,
            Contract = erasure.Caller.Contract,
            KeyId = erasure.Caller.KeyId,
            RequestId = erasure.RequestId,
        });
    }

    /// <summary>When customers are erased, and on whose behalf.</summary>
    private sealed record Erasure(Caller Caller, string RequestId, DateTimeOffset At);
}
