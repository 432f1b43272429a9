using System.Collections.Concurrent;
using CustomerUpdate.Api.Storage.Commits;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>In which batches items are worked off.</summary>
public sealed class CommitLaneTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<int[]> batches = new();
    private readonly SemaphoreSlim begun = new(0);
    private readonly SemaphoreSlim released = new(0);

    public void Dispose()
    {
        begun.Dispose();
        released.Dispose();
    }

    [Fact]
    public void Who_finds_it_idle_is_worked_off_at_once_and_leaves_it_idle()
    {
        var lane = new CommitLane<int>(1, 64, batch =>
        {
            batches.Enqueue([.. batch]);
            return Task.CompletedTask;
        });

        Assert.True(lane.TryAdd(1));
        Assert.Equal([[1]], batches);
        Assert.True(lane.TryAdd(2));
        Assert.Equal([[1], [2]], batches);
    }

    [Fact]
    public async Task What_arrives_meanwhile_is_the_next_batch_in_the_order_of_arrival()
    {
        var lane = new CommitLane<int>(100, 64, HeldAsync);
        Add(lane, 1, 2, 3, 4);
        await BegunAsync();
        released.Release();
        await BegunAsync();
        Add(lane, 5, 6);
        released.Release();
        await BegunAsync();

        Assert.Equal([[1], [2, 3, 4], [5, 6]], batches);
    }

    [Fact]
    public async Task A_batch_is_bounded_and_the_rest_is_the_next()
    {
        var lane = new CommitLane<int>(100, 3, HeldAsync);
        Add(lane, 1, 2, 3, 4, 5, 6, 7, 8);

        released.Release(4);
        for (var batch = 0; batch < 4; batch++)
        {
            await BegunAsync();
        }

        Assert.Equal([[1], [2, 3, 4], [5, 6, 7], [8]], batches);
    }

    [Fact]
    public async Task Past_its_limit_nothing_is_added_until_there_is_room_again()
    {
        var lane = new CommitLane<int>(2, 64, HeldAsync);
        Add(lane, 1, 2, 3); // the first is being worked off, and waits no longer

        Assert.False(lane.TryAdd(4));
        await BegunAsync();
        released.Release();
        await BegunAsync();
        Add(lane, 5, 6);
        Assert.False(lane.TryAdd(7));
        released.Release();
        await BegunAsync();

        Assert.Equal([[1], [2, 3], [5, 6]], batches);
    }

    [Fact]
    public void Whoever_started_it_does_not_work_for_the_others()
    {
        CommitLane<int> lane = null!;
        using var answered = new ManualResetEventSlim();
        using var done = new ManualResetEventSlim();
        lane = new CommitLane<int>(100, 64, batch =>
        {
            // Work that never gives its thread back, as an engine's in the same process.
            if (batch[0] == 1)
            {
                lane.TryAdd(2);
            }
            else if (answered.Wait(Deadline))
            {
                done.Set();
            }

            return Task.CompletedTask;
        });

        lane.TryAdd(1);
        answered.Set();

        Assert.True(done.Wait(Deadline));
    }

    [Fact]
    public async Task What_belongs_to_whoever_started_it_does_not_come_along_to_the_others()
    {
        var trace = new AsyncLocal<string>();
        var seen = new ConcurrentQueue<string?>();
        var lane = new CommitLane<int>(100, 64, batch =>
        {
            seen.Enqueue(trace.Value);
            return HeldAsync(batch);
        });

        trace.Value = "of the first";
        Add(lane, 1, 2);
        released.Release(2);
        await BegunAsync();
        await BegunAsync();

        Assert.Equal(["of the first", null], seen);
    }

    [Fact]
    public async Task Nothing_is_lost_and_no_two_batches_overlap_however_many_add_at_once()
    {
        const int Adders = 8;
        const int Each = 2_000;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var worked = new List<int>();
        var working = 0;
        var lane = new CommitLane<int>(int.MaxValue, 64, async batch =>
        {
            Assert.Equal(1, Interlocked.Increment(ref working));
            await Task.Yield();
            worked.AddRange(batch);
            Interlocked.Decrement(ref working);
            if (worked.Count == Adders * Each)
            {
                all.SetResult();
            }
        });

        await Task.WhenAll(Enumerable.Range(0, Adders).Select(adder => Task.Run(() => Add(lane, [.. Enumerable.Range(adder * Each, Each)]))));
        await all.Task.WaitAsync(Deadline);

        Assert.Equal(Enumerable.Range(0, Adders * Each), worked.Order());
        Assert.All(worked.GroupBy(item => item / Each), ofOne => Assert.Equal(ofOne.Order(), ofOne));
    }

    private static void Add(CommitLane<int> lane, params int[] items) => Assert.All(items, item => Assert.True(lane.TryAdd(item)));

    private Task HeldAsync(IReadOnlyList<int> batch)
    {
        batches.Enqueue([.. batch]);
        begun.Release();
        return released.WaitAsync();
    }

    private async Task BegunAsync() => Assert.True(await begun.WaitAsync(Deadline));
}
