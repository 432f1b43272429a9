using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>An engine's statements under the eyes of a test, which may hold them up, or let something happen before they are sent.</summary>
internal sealed class WatchedStatements(IBatchStatements inner) : IBatchStatements
{
    private Hold? held;
    private Hold? last;
    private Func<Task>? interruption;
    private TaskCompletionSource? loaded;

    /// <summary>What was to be written, batch by batch, whatever came of it.</summary>
    public List<IReadOnlyList<BatchedCustomer>> Writes { get; } = [];

    /// <summary>Holds up the next batch before it has read anything.</summary>
    public Hold HoldNextLoad() => held = last = new Hold();

    /// <summary>Done when the next batch has read what it needs.</summary>
    public Task NextLoad() => (loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Lets go of what is held, if anything is: a test that failed must not keep its host from ending.</summary>
    public void Release() => last?.Release();

    /// <summary>Lets something happen between the next batch's reading and its writing.</summary>
    public void InterruptNextWrite(Func<Task> happens) => interruption = happens;

    public async Task<IReadOnlyDictionary<CommitTarget, Customer>> LoadAsync(IReadOnlyCollection<CommitTarget> targets)
    {
        if (Interlocked.Exchange(ref held, null) is { } hold)
        {
            await hold.PassAsync();
        }

        var customers = await inner.LoadAsync(targets);
        Interlocked.Exchange(ref loaded, null)?.TrySetResult();
        return customers;
    }

    public async Task WriteAsync(IReadOnlyList<BatchedCustomer> customers)
    {
        Writes.Add(customers);
        if (Interlocked.Exchange(ref interruption, null) is { } happens)
        {
            await happens();
        }

        await inner.WriteAsync(customers);
    }

    /// <summary>Where a batch is held up.</summary>
    internal sealed class Hold
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Done when the batch has come so far.</summary>
        public Task Reached => reached.Task;

        /// <summary>Lets it go on.</summary>
        public void Release() => released.TrySetResult();

        /// <summary>Comes so far, and waits.</summary>
        public Task PassAsync()
        {
            reached.TrySetResult();
            return released.Task;
        }
    }
}
