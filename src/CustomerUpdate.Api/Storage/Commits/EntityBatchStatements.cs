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
        foreach (var target in targets)
        {
            if (await db.FindCustomerAsync(target.TenantId, target.Key, CancellationToken.None) is { } customer)
            {
                found.Add(target, customer);
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
