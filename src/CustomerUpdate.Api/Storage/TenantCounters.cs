using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Counts up a tenant's numbers, outside any commit's transaction, so that nobody waits for anybody's commit; numbers of a commit that
/// failed are lost, which does no harm.
/// </summary>
internal sealed class TenantCounters(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine, CachedCallers callers)
{
    /// <summary>Takes consecutive numbers that nobody else will get from the counter.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="name">What is counted; see <see cref="CounterRow.Name"/>.</param>
    /// <param name="first">The first number of all.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The first of them.</returns>
    /// <exception cref="TimeoutException">Others were writing all the time, or the server cannot be used right now.</exception>
    /// <exception cref="TenantGoneException">There is no such tenant any more.</exception>
    public async Task<long> TakeAsync(Guid tenantId, string name, long first, int count, CancellationToken cancellationToken)
    {
        // Another process may be writing: tried again like every commit.
        var taken = await engine.CommitAsync<long>(async () => await TryTakeAsync(tenantId, name, first, count, cancellationToken), cancellationToken);
        if (!taken.TryFailure(out var start, out _))
        {
            return start;
        }

        await ThrowWhereGoneAsync(tenantId, cancellationToken);
        throw new TimeoutException("The database gave no numbers out in time.");
    }

    // A counter of a tenant that another host deleted looks like one that somebody else is just making.
    private async Task ThrowWhereGoneAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Tenants.AnyAsync(row => row.Id == tenantId, cancellationToken))
        {
            callers.Forget(tenantId);
            throw new TenantGoneException();
        }
    }

    private async Task<long> TryTakeAsync(Guid tenantId, string name, long first, int count, CancellationToken cancellationToken)
    {
        // One statement on both engines, atomic on both.
        using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var next = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO counters (tenant_id, name, next) VALUES ({tenantId}, {name}, {first + count})
            ON CONFLICT (tenant_id, name) DO UPDATE SET next = counters.next + {count}
            RETURNING next AS "Value"
            """).ToListAsync(cancellationToken);
        return next[0] - count;
    }
}
