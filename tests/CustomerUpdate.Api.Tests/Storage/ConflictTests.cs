using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class ConflictTestsOnPostgres() : ConflictTests("postgres");

public sealed class ConflictTestsOnSqlite() : ConflictTests("sqlite");

/// <summary>What happens when somebody else writes the same customer between our reading it and our writing it.</summary>
public abstract class ConflictTests(string engine) : StorageTests(engine)
{
    // A national number: reading it calls the reader, that is, in the middle of applying.
    private static readonly CustomerChange Ours = new() { Phone = "555 0100", JobTitle = "Ours" };

    [Fact]
    public async Task A_lost_race_is_run_again_on_the_newer_state()
    {
        var rival = AddHost();
        var interrupted = AddHost(new Interruption(times: 1, () => rival.CommitAsync(new CustomerChange { Location = "Theirs" })));

        var updated = Success(await interrupted.CommitAsync(Ours));

        Assert.Equal(3, updated.Customer.Version);
        Assert.Equal(("Ours", "Theirs"), (updated.Customer.Profile.JobTitle, updated.Customer.Profile.Location));
        Assert.Equal(updated.Customer, await Store.AliceAsync());
    }

    [Fact]
    public async Task A_race_lost_to_the_same_change_ends_without_a_version_of_its_own()
    {
        var rival = AddHost(new Interruption(times: 0, () => Task.CompletedTask));
        var interrupted = AddHost(new Interruption(times: 1, () => rival.CommitAsync(Ours)));

        var updated = Success(await interrupted.CommitAsync(Ours));

        Assert.Empty(updated.Changes);
        Assert.Equal(2, (await Store.AliceAsync()).Version);
    }

    [Fact]
    public async Task Who_always_loses_is_told_that_the_server_is_busy()
    {
        var rival = AddHost();
        var count = 0;
        var interrupted = AddHost(new Interruption(times: int.MaxValue, () => rival.CommitAsync(new CustomerChange { Age = $"{++count}" })));

        var failure = Failed(await interrupted.CommitAsync(Ours));

        // It is applied once in a batch, where it turns out to touch what is unique, and then tried ten times alone.
        Assert.Equal(FailureKind.Busy, failure.Kind);
        var stored = await Store.AliceAsync();
        Assert.Equal((12, "11", null), (stored.Version, stored.Profile.Age, stored.Profile.JobTitle));
    }

    [Fact]
    public Task Writers_of_one_host_at_once_lose_nothing() => WriteAtOnceAsync(Enumerable.Repeat(Store, 32).ToList());

    // Eight of each: whoever has the turn on one host loses to each writer of the other at most once, and has ten tries.
    [Fact]
    public Task Writers_of_two_hosts_at_once_lose_nothing()
    {
        var otherHost = AddHost();
        return WriteAtOnceAsync(Enumerable.Range(0, 16).Select(number => number % 2 == 0 ? Store : otherHost).ToList());
    }

    private async Task WriteAtOnceAsync(List<StoreUnderTest> writers)
    {
        var results = await Task.WhenAll(writers.Select((host, number) => Task.Run(() => host.CommitAsync(new CustomerChange
        {
            CustomAttributes = new BagEdit { Merge = ValueMap<BagValue>.Empty.Set($"writer{number}", BagValue.Of(true)) },
        }))));

        var expected = Enumerable.Range(1, writers.Count + 1).Select(version => (long)version).ToList();
        Assert.Equal(expected.Skip(1), results.Select(result => Success(result).Customer.Version).Order());
        var stored = await Store.AliceAsync();
        Assert.Equal(writers.Count, stored.Profile.CustomAttributes.Keys.Count(key => key.StartsWith("writer", StringComparison.Ordinal)));
        await using var db = Store.OpenContext();
        Assert.Equal(expected, await db.CustomerChanges.Where(row => row.CustomerId == stored.Id).Select(row => row.Version).OrderBy(version => version).ToListAsync());
    }

    /// <summary>Lets something happen whenever a number is read.</summary>
    private sealed class Interruption(int times, Func<Task> happens) : IPhoneNumberReader
    {
        private int left = times;

        public string? ReadNational(string text, string region)
        {
            if (left-- > 0)
            {
                Task.Run(happens).GetAwaiter().GetResult();
            }

            return $"+1212{text.Replace(" ", "", StringComparison.Ordinal)}";
        }
    }
}
