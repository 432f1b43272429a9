using System.Collections.Concurrent;
using CustomerUpdate.Api.Storage.Model;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Ids for entries, unique in a tenant. They come from the tenant's counter in blocks, since most commits take one or two.
/// </summary>
internal sealed class EntryIds(TenantCounters counters)
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
                var start = await counters.TakeAsync(tenantId, CounterRow.Entry, First, size, cancellationToken);
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

    private sealed class Stock
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Queue<long> Ids { get; } = new();
    }
}
