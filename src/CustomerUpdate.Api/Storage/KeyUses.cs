using System.Collections.Concurrent;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// When keys were last used. A use is noted in memory, at most once a minute and key, and written later by whoever flushes: no request
/// waits for it. What is noted when the process dies is lost, which costs a minute's precision.
/// </summary>
internal sealed class KeyUses(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine, TimeProvider clock) : IDisposable
{
    private const int WritesAtOnce = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> noted = new(); // of the last minute; bounded by the number of keys
    private readonly ConcurrentQueue<(Guid KeyId, DateTimeOffset At)> pending = new(); // the part of them that is not written
    private readonly SemaphoreSlim flushing = new(1, 1);

    /// <summary>Notes that a key is being used.</summary>
    public void Note(Guid keyId)
    {
        var now = clock.GetUtcMicroseconds();
        if (noted.TryGetValue(keyId, out var last) && now - last < Interval)
        {
            return;
        }

        noted[keyId] = now;
        pending.Enqueue((keyId, now));
    }

    /// <summary>
    /// Writes what was noted so far, some keys at a time so that others get to write in between. Whoever flushes while another does waits
    /// until that one is through: a host that is told twice to stop does not end before what it had noted is written.
    /// </summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await flushing.WaitAsync(cancellationToken);
        try
        {
            await WritePendingAsync(cancellationToken);
        }
        finally
        {
            flushing.Release();
        }
    }

    public void Dispose() => flushing.Dispose();

    private async Task WritePendingAsync(CancellationToken cancellationToken)
    {
        var uses = new List<(Guid KeyId, DateTimeOffset At)>();
        while (pending.TryDequeue(out var use))
        {
            uses.Add(use);
        }

        var now = clock.GetUtcMicroseconds();
        foreach (var (keyId, _) in noted.Where(note => now - note.Value >= Interval))
        {
            noted.TryRemove(keyId, out _);
        }

        // In the order of their ids, so that hosts which write the same keys do not lock each other out.
        foreach (var some in uses.OrderBy(use => use.KeyId).Chunk(WritesAtOnce))
        {
            await WriteAsync(some, cancellationToken);
        }
    }

    private async Task WriteAsync((Guid KeyId, DateTimeOffset At)[] uses, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (keyId, at) in uses)
        {
            // Other hosts note uses of the same key: once a minute holds for all of them together.
            var aMinuteAgo = at - Interval;
            await db.ApiKeys
                .Where(row => row.Id == keyId && (row.LastUsedAt == null || row.LastUsedAt <= aMinuteAgo))
                .ExecuteUpdateAsync(row => row.SetProperty(key => key.LastUsedAt, at), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
