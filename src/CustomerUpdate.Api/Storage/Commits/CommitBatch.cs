using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>
/// Updates that are committed in one transaction, applied in memory in the order in which they came. Several to one customer build on each
/// other: each makes its own version and line of history, and the customer is written once.
/// </summary>
internal sealed class CommitBatch
{
    private readonly Dictionary<(Guid TenantId, Guid Id), BatchedCustomer> customers = [];
    private readonly List<(PendingCommit Member, Result<UpdatedCustomer>? Outcome)> outcomes = [];

    private CommitBatch()
    {
    }

    /// <summary>The customers that there is something to write of. In the order of their ids, so that two hosts lock them in the same order.</summary>
    public IReadOnlyList<BatchedCustomer> Written =>
        [.. customers.Values.Where(customer => customer.Updates.Count > 0).OrderBy(customer => (customer.Read.TenantId, customer.Read.Id))];

    /// <summary>Applies updates.</summary>
    /// <param name="members">The updates, in the order in which they came.</param>
    /// <param name="loaded">The customers at which they point, as stored; those that nobody is are missing.</param>
    /// <param name="turns">The turns to write customers. Where somebody else has a customer's, its updates go alone and wait.</param>
    /// <param name="before">A batch that was written while the customers were loaded; null where none was.</param>
    public static async Task<CommitBatch> ApplyAsync(
        IReadOnlyList<PendingCommit> members, IReadOnlyDictionary<CommitTarget, Customer> loaded, CommitTurns.Held turns, CommitBatch? before = null)
    {
        var batch = new CommitBatch();
        foreach (var member in members)
        {
            var stored = loaded.GetValueOrDefault(member.Target);
            batch.outcomes.Add((member, await batch.ApplyAsync(member, stored is null ? null : before?.Newer(stored) ?? stored, turns)));
        }

        return batch;
    }

    /// <summary>Tells every member what came of it, now that all of it is written.</summary>
    public void Complete()
    {
        foreach (var (member, outcome) in outcomes)
        {
            if (outcome is { } done)
            {
                member.Complete(done);
            }
            else
            {
                member.GoAlone();
            }
        }
    }

    private async ValueTask<Result<UpdatedCustomer>?> ApplyAsync(PendingCommit member, Customer? stored, CommitTurns.Held turns)
    {
        if (stored is null)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        if (!turns.TryTake(stored.Id))
        {
            return null;
        }

        var customer = CustomerOf(stored);
        if (await member.Preparation.TryPrepareAsync(customer.Now) is not { } prepared)
        {
            return null;
        }

        if (prepared.TryFailure(out var update, out var failure))
        {
            return failure;
        }

        if (update.IsNeeded)
        {
            customer.Updates.Add(update);
        }

        return update.Outcome;
    }

    // A customer of this batch that was loaded before it was written.
    private Customer? Newer(Customer loaded) =>
        customers.GetValueOrDefault((loaded.TenantId, loaded.Id))?.Now is { } written && written.Version > loaded.Version ? written : null;

    private BatchedCustomer CustomerOf(Customer stored)
    {
        var key = (stored.TenantId, stored.Id);
        if (!customers.TryGetValue(key, out var customer))
        {
            customers.Add(key, customer = new BatchedCustomer(stored));
        }

        return customer;
    }
}

/// <summary>A customer of a batch.</summary>
/// <param name="Read">The customer as stored.</param>
internal sealed record BatchedCustomer(Customer Read)
{
    /// <summary>What there is to write, a version each.</summary>
    public List<PreparedUpdate> Updates { get; } = [];

    /// <summary>The customer after all of it.</summary>
    public Customer Now => Updates.Count == 0 ? Read : Updates[^1].Written;
}
