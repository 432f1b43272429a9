using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>The statements of a batch as EF Core makes them: for an engine in the same process, where a round trip costs nothing.</summary>
internal sealed class EntityBatchStatements(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine) : IBatchStatements
{
    public async Task<IReadOnlyDictionary<CommitTarget, Customer>> LoadAsync(IReadOnlyCollection<CommitTarget> targets)
    {
        await using var db = await databases.CreateDbContextAsync();
        var found = new Dictionary<CommitTarget, Customer>();
        foreach (var tenant in targets.GroupBy(target => target.TenantId, target => target.Key))
        {
            foreach (var (key, customer) in await db.FindOwnersAsync(tenant.Key, [.. tenant], CancellationToken.None))
            {
                found.Add(new CommitTarget(tenant.Key, key), customer);
            }

            // Only the id of a customer that was merged into another is a key; every other one is the customer's own.
            foreach (var key in tenant.Where(key => key.Kind == CustomerKey.IdKind && !found.ContainsKey(new CommitTarget(tenant.Key, key))))
            {
                if (await db.FindCustomerAsync(tenant.Key, key, CancellationToken.None) is { } customer)
                {
                    found.Add(new CommitTarget(tenant.Key, key), customer);
                }
            }
        }

        return found;
    }

    public async Task WriteAsync(IReadOnlyList<BatchedCustomer> customers)
    {
        await using var db = await databases.CreateDbContextAsync();
        foreach (var customer in customers)
        {
            db.UpdateState(customer.Read, customer.Now);
            db.CustomerChanges.AddRange(customer.Updates.Select(update => CustomerChangeRow.Of(update)));
        }

        using var turn = await engine.TakeWriteTurnAsync(CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None); // one transaction
    }
}
