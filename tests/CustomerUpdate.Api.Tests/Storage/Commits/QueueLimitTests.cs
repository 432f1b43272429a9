using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

public sealed class QueueLimitTestsOnPostgres() : QueueLimitTests("postgres");

public sealed class QueueLimitTestsOnSqlite() : QueueLimitTests("sqlite");

/// <summary>What happens past the limit of a queue.</summary>
public abstract class QueueLimitTests(string engine) : QueueTests(engine)
{
    private protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Commits:QueueLimit", "2")];

    [Fact]
    public async Task Past_it_one_is_told_at_once_that_the_server_is_busy_until_there_is_room_again()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        var hold = await HoldAsync();
        var first = Host.CommitAsync(new CustomerChange { Age = "30" }, bob.Id);
        var second = Host.CommitAsync(new CustomerChange { Age = "31" }, bob.Id);

        var third = Host.CommitAsync(new CustomerChange { Age = "32" }, carol.Id);

        Assert.True(third.IsCompleted);
        Assert.Equal(FailureKind.Busy, Failed(await third).Kind);
        hold.Release();
        Assert.Equal((2, 3), (Success(await first).Customer.Version, Success(await second).Customer.Version));
        await AssertUntouchedAsync(carol);
        Assert.Equal(2, Success(await Host.CommitAsync(new CustomerChange { Age = "33" }, carol.Id)).Customer.Version);
    }

    [Fact]
    public async Task What_goes_alone_waits_in_no_queue()
    {
        var bob = await Store.AddCustomerAsync();
        var hold = await HoldAsync();
        Task<Result<UpdatedCustomer>>[] waiting =
            [Host.CommitAsync(new CustomerChange { Age = "30" }), Host.CommitAsync(new CustomerChange { Age = "31" })];

        var alone = Success(await Host.CommitAsync(new CustomerChange { Password = "correct horse" }, bob.Id));

        Assert.Equal(2, alone.Customer.Version);
        Assert.All(waiting, update => Assert.False(update.IsCompleted));
        hold.Release();
        Assert.Equal([2, 3], (await Task.WhenAll(waiting)).Select(result => Success(result).Customer.Version));
    }
}
