using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

public sealed class LoadedCustomersTestsOnPostgres() : LoadedCustomersTests("postgres");

public sealed class LoadedCustomersTestsOnSqlite() : LoadedCustomersTests("sqlite");

/// <summary>Which customers a batch finds.</summary>
public abstract class LoadedCustomersTests(string engine) : QueueTests(engine)
{
    [Fact]
    public async Task Each_key_finds_its_customer_and_the_id_of_one_that_was_merged_finds_the_survivor()
    {
        var (bob, merged, stranger) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync(), await Store.AddTenantAsync());
        var merge = new CustomerMergeCommand(Store.Command(CustomerChange.None).Caller, CustomerKey.Id(DemoTenant.CustomerId), CustomerKey.Id(merged.Id), "request-1");
        var alice = Success(await Store.Merges.MergeAsync(merge, CancellationToken.None)).Customer;
        CommitTarget[] ofAlice = [.. alice.Profile.Keys.Append(CustomerKey.Id(alice.Id)).Append(CustomerKey.Id(merged.Id)).Select(Here)];
        CommitTarget[] ofNobody =
        [
            Here(CustomerKey.Id(Guid.CreateVersion7())),
            Here(new CustomerKey(CustomerKey.IdKind, "no id")),
            Here(new CustomerKey("email", alice.Profile.Email!.ToUpperInvariant())),
            Here(CustomerKey.Reference("quentli", CustomerKey.Id(bob.Id).Value)),
            new CommitTarget(stranger.Id, CustomerKey.Id(alice.Id)),
            new CommitTarget(stranger.Id, CustomerKey.Id(merged.Id)),
            .. alice.Profile.Keys.Select(key => new CommitTarget(stranger.Id, key)),
        ];

        var found = await Statements.LoadAsync([.. ofAlice, Here(CustomerKey.Id(bob.Id)), .. ofNobody]);

        Assert.True(ofAlice.Length > 5, "Alice has too few keys to prove anything.");
        Assert.All(ofAlice, target => Assert.Equal(alice, found[target]));
        Assert.Equal(bob, found[Here(CustomerKey.Id(bob.Id))]);
        Assert.Equal(ofAlice.Length + 1, found.Count);
    }

    [Fact]
    public async Task Who_asks_for_nobody_is_given_nobody() => Assert.Empty(await Statements.LoadAsync([]));

    private static CommitTarget Here(CustomerKey key) => new(DemoTenant.Id, key);
}
