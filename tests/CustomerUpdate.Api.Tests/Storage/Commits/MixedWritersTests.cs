using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

public sealed class MixedWritersTestsOnPostgres() : MixedWritersTests("postgres");

public sealed class MixedWritersTestsOnSqlite() : MixedWritersTests("sqlite");

/// <summary>Updates that share transactions and updates that go alone, of one customer at one time.</summary>
public abstract class MixedWritersTests(string engine) : StorageTests(engine)
{
    [Fact]
    public Task On_one_host_they_lose_nothing() => WriteAtOnceAsync([.. Enumerable.Repeat(Store, 48)]);

    // Eight of each: whoever has the turn on one host loses to each writer of the other at most once, and has ten tries.
    [Fact]
    public Task On_two_hosts_they_lose_nothing()
    {
        var otherHost = AddHost();
        return WriteAtOnceAsync([.. Enumerable.Range(0, 16).Select(number => number % 2 == 0 ? Store : otherHost)]);
    }

    private async Task WriteAtOnceAsync(List<StoreUnderTest> writers)
    {
        var results = await Task.WhenAll(writers.Select((host, number) => Task.Run(() => host.Commits.CommitAsync(Command(host, number), CancellationToken.None))));

        Assert.Equal(Enumerable.Range(2, writers.Count).Select(version => (long)version), results.Select(result => Success(result).Customer.Version).Order());
        var stored = await Store.AliceAsync();
        Assert.Equal(writers.Count + 1, stored.Version);
        Assert.Equal(writers.Count, stored.Profile.CustomAttributes.Keys.Count(key => key.StartsWith("writer", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(1, writers.Count + 1).Select(version => (long)version), await Store.HistoryAsync(stored.Id));
        Assert.Equal(stored, await Store.Reads.FindAsync(DemoTenant.Id, new CustomerKey("email", stored.Profile.Email!), CancellationToken.None));
    }

    // Two of four share; one keeps its answer, one takes another address.
    private static CustomerUpdateCommand Command(StoreUnderTest host, int number)
    {
        var change = new CustomerChange
        {
            CustomAttributes = new BagEdit { Merge = ValueMap<BagValue>.Empty.Set($"writer{number}", BagValue.Of(true)) },
        };
        return (number / 2 % 4) switch
        {
            0 => host.Command(change with { Email = $"alice{number}@example.com" }),
            1 => host.Command(change) with { Terms = new() { Keep = new AnswerToKeep<UpdatedCustomer>(Request(number), _ => new KeptAnswer(200, null, [], default)) } },
            _ => host.Command(change),
        };
    }

    private static IdempotentRequest Request(int number) => new(DemoTenant.Id, $"request {number}", "fingerprint");
}
