using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

public sealed class OverlappingBatchTestsOnPostgres() : OverlappingBatchTests("postgres");

public sealed class OverlappingBatchTestsOnSqlite() : OverlappingBatchTests("sqlite");

/// <summary>A batch is loaded while the one before is written, and may have read what that one was about to change.</summary>
public abstract class OverlappingBatchTests(string engine) : QueueTests(engine)
{
    [Fact]
    public async Task What_was_loaded_too_early_is_taken_from_the_batch_before()
    {
        var bob = await Store.AddCustomerAsync();
        var second = CommitDuringNextWrite(bob, () => Task.CompletedTask);

        var first = Success(await Host.CommitAsync(new CustomerChange { Age = "30" }, bob.Id));
        var then = Success(await await second);

        Assert.Equal((2, 3), (first.Customer.Version, then.Customer.Version));
        Assert.Equal(("30", "Second"), (then.Customer.Profile.Age, then.Customer.Profile.JobTitle));
        Assert.Equal(then.Customer, await Store.ReadAsync(bob.Id));
        Assert.Equal([1, 2, 3], await Store.HistoryAsync(bob.Id));
        Assert.Equal(2, Statements.Writes.Count); // none in vain
    }

    [Fact]
    public async Task Where_the_batch_before_fails_the_next_builds_on_what_is_stored()
    {
        var bob = await Store.AddCustomerAsync();
        var second = CommitDuringNextWrite(bob, () => throw new TimeoutException("nobody's fault"));

        var first = Success(await Host.CommitAsync(new CustomerChange { Age = "30" }, bob.Id)); // alone, at last
        var then = Success(await await second);

        Assert.Equal([2, 3], new[] { first, then }.Select(updated => updated.Customer.Version).Order());
        var stored = await Store.ReadAsync(bob.Id);
        Assert.Equal(("30", "Second"), (stored.Profile.Age, stored.Profile.JobTitle));
        Assert.Equal([1, 2, 3], await Store.HistoryAsync(bob.Id));
    }

    // Its batch has read the customer by the time at which the write goes on.
    private Task<Task<Result<UpdatedCustomer>>> CommitDuringNextWrite(Customer customer, Func<Task> then)
    {
        var committed = new TaskCompletionSource<Task<Result<UpdatedCustomer>>>();
        Statements.InterruptNextWrite(async () =>
        {
            var loaded = Statements.NextLoad();
            committed.SetResult(Host.CommitAsync(new CustomerChange { JobTitle = "Second" }, customer.Id));
            await loaded;
            await then();
        });
        return committed.Task;
    }
}
