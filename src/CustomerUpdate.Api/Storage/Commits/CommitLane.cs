namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>
/// A queue whose items are worked off in batches, one batch at a time. Whoever finds it idle starts the work, so that a single item waits for
/// nothing; whatever arrives meanwhile is the next batch. No timer, and no waiting for a batch to fill.
/// </summary>
/// <typeparam name="T">What waits.</typeparam>
/// <param name="limit">The most items that wait.</param>
/// <param name="batchSize">The most items of a batch.</param>
/// <param name="work">Works a batch off, in the order of arrival, and tells each item what came of it. Never throws.</param>
internal sealed class CommitLane<T>(int limit, int batchSize, Func<IReadOnlyList<T>, Task> work)
{
    private readonly Lock gate = new();
    private readonly Queue<T> waiting = new();
    private bool isBusy;

    /// <summary>Adds an item.</summary>
    /// <returns>False where too many wait already: then it was not added.</returns>
    public bool TryAdd(T item)
    {
        lock (gate)
        {
            if (waiting.Count >= limit)
            {
                return false;
            }

            waiting.Enqueue(item);
        }

        Start();
        return true;
    }

    /// <summary>Adds items that were worked off in vain, all of them at once, so that they meet again. The limit is for those that come.</summary>
    public void Return(IEnumerable<T> items)
    {
        lock (gate)
        {
            foreach (var item in items)
            {
                waiting.Enqueue(item);
            }
        }

        Start();
    }

    private void Start()
    {
        lock (gate)
        {
            if (isBusy || waiting.Count == 0)
            {
                return;
            }

            isBusy = true;
        }

        _ = WorkAsync(TakeBatch()); // whoever started it does not wait for the others
    }

    // What came meanwhile is worked off somewhere else: where work never waits, as with an engine in the same process, the first would be kept
    // from its own answer, and with any engine the others' statements would go on under its trace.
    private async Task WorkAsync(List<T> batch)
    {
        await work(batch);
        if (TakeBatch() is { Count: > 0 } next)
        {
            ThreadPool.UnsafeQueueUserWorkItem(following => _ = WorkAsync(following), next, preferLocal: false);
        }
    }

    // Idle from the moment in which nothing is left, so that nobody can add to a queue that nobody works off.
    private List<T> TakeBatch()
    {
        lock (gate)
        {
            var batch = new List<T>(Math.Min(waiting.Count, batchSize));
            while (batch.Count < batchSize && waiting.TryDequeue(out var item))
            {
                batch.Add(item);
            }

            isBusy = batch.Count > 0;
            return batch;
        }
    }
}
