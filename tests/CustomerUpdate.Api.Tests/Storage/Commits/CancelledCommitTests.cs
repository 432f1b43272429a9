using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

public sealed class CancelledCommitTestsOnPostgres() : CancelledCommitTests("postgres");

public sealed class CancelledCommitTestsOnSqlite() : CancelledCommitTests("sqlite");

/// <summary>What happens to the updates of those who hang up.</summary>
public abstract class CancelledCommitTests(string engine) : QueueTests(engine)
{
    [Fact]
    public async Task Who_hangs_up_while_waiting_writes_nothing_and_the_others_do()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        using var hangUp = new CancellationTokenSource();
        var hold = await HoldAsync();
        var cancelled = CommitAsync(bob, hangUp.Token);
        var other = CommitAsync(carol, CancellationToken.None);

        await hangUp.CancelAsync();
        hold.Release();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(Success(await other).Customer, await Store.ReadAsync(carol.Id));
        await AssertUntouchedAsync(bob);
    }

    [Fact]
    public async Task Where_all_hang_up_nothing_is_read_or_written()
    {
        var bob = await Store.AddCustomerAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CommitAsync(bob, new CancellationToken(canceled: true)));

        Assert.Empty(Statements.Writes);
        await AssertUntouchedAsync(bob);
    }

    [Fact]
    public async Task Who_hangs_up_after_the_batch_has_begun_is_committed_and_told_so()
    {
        var bob = await Store.AddCustomerAsync();
        using var hangUp = new CancellationTokenSource();
        Statements.InterruptNextWrite(hangUp.CancelAsync);

        var updated = Success(await CommitAsync(bob, hangUp.Token));

        Assert.True(hangUp.IsCancellationRequested);
        Assert.Equal((2, "30"), (updated.Customer.Version, updated.Customer.Profile.Age));
        Assert.Equal(updated.Customer, await Store.ReadAsync(bob.Id));
    }

    private Task<Result<UpdatedCustomer>> CommitAsync(Customer customer, CancellationToken cancellationToken) =>
        Host.Commits.CommitAsync(Host.Command(new CustomerChange { Age = "30" }, customer.Id), cancellationToken);
}
