using System.Collections.Concurrent;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>
/// Remembers what was used lately, in bounded memory: an entry goes after at least one and at most two periods without use. There are two
/// generations of entries; what is used moves to the younger one, and the older one is dropped whole.
/// </summary>
/// <param name="make">Makes the entry of a key that has none.</param>
/// <param name="period">How long an entry stays at least after its last use.</param>
/// <param name="most">The most entries of a generation; when there are as many, the older one goes early.</param>
/// <param name="clock">The time.</param>
internal sealed class RecentEntries<TKey, TValue>(Func<TKey, TValue> make, TimeSpan period, int most, TimeProvider clock)
    where TKey : notnull
{
    private readonly Lock turning = new();
    private Generations generations = new(new(), new(), clock.GetTimestamp());

    /// <summary>How many entries are remembered; one that moved to the younger generation may count twice.</summary>
    public int Count => generations.Young.Count + generations.Old.Count;

    /// <summary>The entry of a key, made where there is none; used by that.</summary>
    public TValue Use(TKey key)
    {
        var current = Current();
        return current.Young.TryGetValue(key, out var entry) ? entry : Move(current, key);
    }

    private TValue Move(Generations current, TKey key)
    {
        var moved = current.Young.GetOrAdd(key, added => current.Old.TryGetValue(added, out var known) ? known : make(added));
        if (current.Young.Count >= most)
        {
            Turn(current);
        }

        return moved;
    }

    private Generations Current()
    {
        var seen = Volatile.Read(ref generations);
        return clock.GetElapsedTime(seen.Since) < period ? seen : Turn(seen);
    }

    private Generations Turn(Generations seen)
    {
        lock (turning)
        {
            if (seen == generations) // else somebody was faster
            {
                // Any use after a period turns them: when two are over, nobody has used the young ones during the second.
                var areStale = clock.GetElapsedTime(seen.Since) >= 2 * period;
                Volatile.Write(ref generations, new(new(), areStale ? new() : seen.Young, clock.GetTimestamp()));
            }

            return generations;
        }
    }

    private sealed class Generations(ConcurrentDictionary<TKey, TValue> young, ConcurrentDictionary<TKey, TValue> old, long since)
    {
        public ConcurrentDictionary<TKey, TValue> Young => young;

        public ConcurrentDictionary<TKey, TValue> Old => old;

        public long Since => since;
    }
}
