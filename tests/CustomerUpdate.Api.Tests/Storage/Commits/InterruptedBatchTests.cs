using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

public sealed class InterruptedBatchTestsOnPostgres() : InterruptedBatchTests("postgres")
{
    private protected override Exception Unavailable => new NpgsqlException("the connection broke", new IOException());

    [Fact]
    public async Task Who_writes_a_customer_that_somebody_holds_waits_alone()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        await using var db = Store.OpenContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Customers.Where(row => row.Id == bob.Id).ExecuteUpdateAsync(row => row.SetProperty(held => held.Version, held => held.Version));

        var waiting = await TogetherAsync((new CustomerChange { Age = "30" }, bob), (new CustomerChange { Age = "31" }, carol));

        Assert.Equal(2, Success(await waiting[1]).Customer.Version);
        Assert.Equal(3, Success(await Host.CommitAsync(new CustomerChange { Age = "32" }, carol.Id)).Customer.Version);
        Assert.False(waiting[0].IsCompleted);
        await transaction.RollbackAsync();
        Assert.Equal(2, Success(await waiting[0]).Customer.Version);
    }
}

public sealed class InterruptedBatchTestsOnSqlite() : InterruptedBatchTests("sqlite")
{
    private protected override Exception Unavailable => new SqliteException("disk I/O error", 10);
}

/// <summary>What happens to a batch that cannot be written as it was read.</summary>
public abstract class InterruptedBatchTests(string engine) : QueueTests(engine)
{
    private protected abstract Exception Unavailable { get; }

    [Fact]
    public async Task Where_another_host_was_faster_nothing_of_the_batch_remains_and_all_succeed_on_the_newer_state()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        long? betweenTries = null;
        Statements.InterruptNextWrite(async () =>
        {
            Success(await Store.CommitAsync(new CustomerChange { Location = "Theirs" }, carol.Id));
            betweenTries = (await Store.ReadAsync(bob.Id)).Version;
        });

        var results = await ResultsAsync(
            (new CustomerChange { Age = "30" }, bob),
            (new CustomerChange { Age = "31" }, carol),
            (new CustomerChange { JobTitle = "Ours" }, carol));

        // Had bob been written at the first try, his change would have found nothing left to do at the second.
        Assert.Equal((1, 2, 1), (betweenTries, Success(results[0]).Customer.Version, Success(results[0]).Changes.Count));
        Assert.Equal([3, 4], results[1..].Select(result => Success(result).Customer.Version).Order());
        var stored = await Store.ReadAsync(carol.Id);
        Assert.Equal(("Theirs", "31", "Ours"), (stored.Profile.Location, stored.Profile.Age, stored.Profile.JobTitle));
        Assert.Equal([2, 2], Statements.Writes.Select(customers => customers.Count)); // together again, not one by one
        Assert.Equal([1, 2, 3, 4], await Store.HistoryAsync(carol.Id));
        Assert.Equal([1, 2], await Store.HistoryAsync(bob.Id));
    }

    [Fact]
    public async Task Where_another_host_is_faster_each_time_they_go_alone_at_last()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        var theirs = 0;
        Task BeatAsync()
        {
            if (++theirs < 3)
            {
                Statements.InterruptNextWrite(BeatAsync);
            }

            return Store.CommitAsync(new CustomerChange { Location = $"Theirs {theirs}" }, carol.Id);
        }

        Statements.InterruptNextWrite(BeatAsync);

        var results = await ResultsAsync((new CustomerChange { Age = "30" }, bob), (new CustomerChange { Age = "31" }, carol));

        Assert.Equal([2, 5], results.Select(result => Success(result).Customer.Version));
        Assert.Equal(3, Statements.Writes.Count);
        Assert.Equal([1, 2, 3, 4, 5], await Store.HistoryAsync(carol.Id));
    }

    [Fact]
    public async Task Where_a_customer_is_erased_meanwhile_only_who_writes_it_finds_nobody()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        var caller = Store.Command(CustomerChange.None).Caller;
        Statements.InterruptNextWrite(() =>
            Store.Erasures.EraseAsync(new CustomerErasureCommand(caller, CustomerKey.Id(carol.Id), "request-2"), CancellationToken.None));

        var results = await ResultsAsync((new CustomerChange { Age = "30" }, bob), (new CustomerChange { Age = "31" }, carol));

        Assert.Equal(Success(results[0]).Customer, await Store.ReadAsync(bob.Id));
        Assert.Equal(FailureKind.NotFound, Failed(results[1]).Kind);
    }

    [Fact]
    public async Task Where_the_engine_cannot_be_used_everybody_is_told_that_it_is_busy_and_the_next_is_served()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        Statements.InterruptNextWrite(() => Task.FromException(Unavailable));

        var results = await ResultsAsync((new CustomerChange { Age = "30" }, bob), (new CustomerChange { Age = "31" }, carol));

        Assert.All(results, result => Assert.Equal(FailureKind.Busy, Failed(result).Kind));
        await AssertUntouchedAsync(bob);
        await AssertUntouchedAsync(carol);
        Assert.Equal(2, Success(await Host.CommitAsync(new CustomerChange { Age = "32" }, bob.Id)).Customer.Version);
    }

    [Fact]
    public async Task Where_a_batch_fails_for_whatever_reason_each_of_it_succeeds_alone()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        Statements.InterruptNextWrite(() => Task.FromException(new InvalidOperationException("nobody's fault")));

        var results = await ResultsAsync((new CustomerChange { Age = "30" }, bob), (new CustomerChange { Age = "31" }, carol));

        Assert.All(results, result => Assert.Equal(2, Success(result).Customer.Version));
        Assert.Single(Statements.Writes);
    }
}
