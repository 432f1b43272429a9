using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>A host whose queue can be held up, so that updates wait in it together and make one batch.</summary>
public abstract class QueueTests(string engine) : StorageTests(engine)
{
    private WatchedStatements? statements;

    /// <summary>The host. The other one, <see cref="StorageTests.Store"/>, has a queue of its own.</summary>
    private protected StoreUnderTest Host { get; private set; } = null!;

    /// <summary>What its batches read and write by.</summary>
    private protected WatchedStatements Statements => statements!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Host = AddHost(
            replace: services => services.Decorate<IBatchStatements>(inner => statements = new WatchedStatements(inner)), settings: Settings);
        _ = Host.Commits; // a service is made when it is first asked for
    }

    /// <summary>More configuration for the host.</summary>
    private protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    /// <summary>Starts a batch, whose one member asks for nobody, and holds it up. Whatever is committed now waits.</summary>
    private protected async Task<WatchedStatements.Hold> HoldAsync()
    {
        var hold = Statements.HoldNextLoad();
        _ = Host.CommitAsync(new CustomerChange { Age = "30" }, Guid.CreateVersion7());
        await hold.Reached;
        return hold;
    }

    /// <summary>Lets changes wait until all of them are there, in this order.</summary>
    private protected async Task<IReadOnlyList<Task<Result<UpdatedCustomer>>>> TogetherAsync(params (ICustomerChange Change, Customer Customer)[] updates)
    {
        var hold = await HoldAsync();
        var waiting = updates.Select(update => Host.CommitAsync(update.Change, update.Customer.Id)).ToList();
        hold.Release();
        return waiting;
    }

    /// <summary>The same, where each has a result.</summary>
    private protected async Task<Result<UpdatedCustomer>[]> ResultsAsync(params (ICustomerChange Change, Customer Customer)[] updates) =>
        await Task.WhenAll(await TogetherAsync(updates));

    /// <summary>Asserts that nothing was ever written of a customer.</summary>
    private protected async Task AssertUntouchedAsync(Customer customer)
    {
        Assert.Equal(customer, await Store.ReadAsync(customer.Id));
        Assert.Equal([1], await Store.HistoryAsync(customer.Id));
    }
}
