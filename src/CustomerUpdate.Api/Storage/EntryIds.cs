using System.Collections.Concurrent;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Ids for entries, unique in a tenant. They come from the tenant's counter in blocks, outside any commit's transaction, so that nobody
/// waits for anybody's commit; ids of a commit that failed are lost, which does no harm.
/// </summary>
internal sealed class EntryIds(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine)
{
    private const int BlockSize = 100;
    private const long First = 1001;

    private readonly ConcurrentDictionary<Guid, Stock> stocks = new();

    /// <summary>Takes ids that nobody else will get.</summary>
    public async Task<IReadOnlyList<long>> TakeAsync(Guid tenantId, int count, CancellationToken cancellationToken)
    {
        var stock = stocks.GetOrAdd(tenantId, _ => new Stock());
        await stock.Turn.WaitAsync(cancellationToken);
        try
        {
            if (stock.Ids.Count < count)
            {
                var size = Math.Max(BlockSize, count);
                var start = await TakeBlockAsync(tenantId, size, cancellationToken);
                for (var id = start; id < start + size; id++)
                {
                    stock.Ids.Enqueue(id);
                }
            }

            return [.. Enumerable.Range(0, count).Select(_ => stock.Ids.Dequeue())];
        }
        finally
        {
            stock.Turn.Release();
        }
    }

    // One statement on both engines, atomic on both.
    private async Task<long> TakeBlockAsync(Guid tenantId, int size, CancellationToken cancellationToken)
    {
        using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var next = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO counters (tenant_id, name, next) VALUES ({tenantId}, {CounterRow.Entry}, {First + size})
            ON CONFLICT (tenant_id, name) DO UPDATE SET next = counters.next + {size}
            RETURNING next AS "Value"
            """).ToListAsync(cancellationToken);
        return next[0] - size;
    }

    private sealed class Stock
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Queue<long> Ids { get; } = new();
    }
}
