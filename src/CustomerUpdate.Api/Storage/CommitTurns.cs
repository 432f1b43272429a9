namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Turns for those who write the same customer. Without them, many writers of one host would go on beating each other until some run
/// out of tries; with them, each only has to beat the writers of other hosts.
/// </summary>
internal sealed class CommitTurns : IDisposable
{
    // Customers share turns by their hash: a false neighbour costs a short wait, and nothing needs to be tidied up.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the turn to write a customer, whatever its contract calls it; disposing it ends the turn.</summary>
    public async Task<IDisposable> TakeAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var turn = turns[(uint)customerId.GetHashCode() % turns.Length];
        CommitMetrics.Enqueue();
        try
        {
            await turn.WaitAsync(cancellationToken);
        }
        finally
        {
            CommitMetrics.Dequeue();
        }

        return new Turn(turn);
    }

    public void Dispose()
    {
        foreach (var turn in turns)
        {
            turn.Dispose();
        }
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
