namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>
/// Turns for those who write the same customer. Without them, many writers of one host would go on beating each other until some run
/// out of tries; with them, each only has to beat the writers of other hosts.
/// </summary>
internal sealed class CommitTurns : IDisposable
{
    // Customers share turns by their hash: a false neighbour costs a short wait, and nothing needs to be tidied up.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 4096).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the turn to write a customer, whatever its contract calls it; disposing it ends the turn.</summary>
    public async Task<IDisposable> TakeAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var turn = TurnOf(customerId);
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

    /// <summary>The turns of somebody who writes several customers at once, and waits for none.</summary>
    public Held Hold() => new(this);

    public void Dispose()
    {
        foreach (var turn in turns)
        {
            turn.Dispose();
        }
    }

    private SemaphoreSlim TurnOf(Guid customerId) => turns[(uint)customerId.GetHashCode() % turns.Length];

    /// <summary>Turns that are held together; disposing them ends all of them.</summary>
    internal sealed class Held(CommitTurns turns) : IDisposable
    {
        private readonly HashSet<SemaphoreSlim> held = [];

        /// <summary>Takes the turn to write a customer, unless somebody else has it.</summary>
        public bool TryTake(Guid customerId)
        {
            var turn = turns.TurnOf(customerId);
            return held.Contains(turn) || (turn.Wait(0, CancellationToken.None) && held.Add(turn));
        }

        public void Dispose()
        {
            foreach (var turn in held)
            {
                turn.Release();
            }
        }
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
