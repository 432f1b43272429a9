using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Merges customers: both rows, their keys and both histories in one transaction, guarded by both versions.</summary>
internal sealed class CustomerMerges(
    IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine, EntryIds entryIds, WriteTransactions transactions, TimeProvider clock)
    : ICustomerMerges
{
    public Task<Result<UpdatedCustomer>> MergeAsync(CustomerMergeCommand command, CancellationToken cancellationToken) =>
        engine.CommitAsync(() => TryAsync(command, cancellationToken), cancellationToken);

    private async Task<Result<UpdatedCustomer>> TryAsync(CustomerMergeCommand command, CancellationToken cancellationToken)
    {
        var tenantId = command.Caller.Tenant.Id;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.FindCustomerAsync(tenantId, command.Into, cancellationToken) is not { } into
            || await db.FindCustomerAsync(tenantId, command.From, cancellationToken) is not { } from)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        if (into.Id == from.Id)
        {
            return Failure.Invalid([new Problem("/from", "same_customer", "is the customer that survives.")]);
        }

        if (await db.FindRefusalAsync(into, command.Precondition, cancellationToken) is { } refused)
        {
            return refused;
        }

        var ids = new Queue<long>(await entryIds.TakeAsync(tenantId, MostIdsNeeded(into.Profile, from.Profile), cancellationToken));
        var origin = new ChangeOrigin(command.Caller.Contract, command.Caller.KeyId, command.RequestId);
        var now = clock.GetUtcMicroseconds();
        var united = ProfileMerge.Merge(into.Profile, from.Profile, ids.Dequeue);
        if (ProfileSize.IsTooLarge(united))
        {
            return Failure.Of(FailureKind.TooLarge);
        }

        var next = PreparedUpdate.Next(into, united, now, origin);

        // Newer than both: whoever has read the other one must not take the survivor for that same version of it.
        var merge = next with { Written = next.Written with { Version = Math.Max(into.Version, from.Version) + 1 } };
        var outcome = merge.Outcome with { IsDryRun = command.Terms.IsDryRun };
        return await transactions.WriteAsync(db, command.Terms, outcome, into.Id, SaveAsync, cancellationToken);

        async Task SaveAsync()
        {
            await db.MergeCustomerAsync(merge, from, cancellationToken);
            await db.EndChallengeToOldAddressAsync(merge, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // A new id for each entry that clashes, and more where an id that is given is in use already; none where nothing clashes.
    private static int MostIdsNeeded(Profile into, Profile from)
    {
        var (own, others) = (into.Entries.Select(entry => entry.Id).ToList(), from.Entries.Select(entry => entry.Id).ToList());
        var clashing = others.Count(own.Contains);
        return clashing == 0 ? 0 : clashing + own.Count + others.Count;
    }
}
