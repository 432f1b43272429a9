using CustomerUpdate.Api.Contracts.Chatwoot;
using CustomerUpdate.Api.Contracts.HelpScout;
using CustomerUpdate.Api.Contracts.Insighto;
using CustomerUpdate.Api.Contracts.Quentli;
using CustomerUpdate.Api.Contracts.Trillet;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Storage;
using CustomerUpdate.Core.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerUpdate.Api.Tests.Survival;

/// <summary>A write through one contract loses nothing that the contract cannot express: random customers, random writes, a fixed seed.</summary>
public abstract class SurvivalTests(HostFixture fixture)
{
    private const int Cases = 25;

    // What follows from a field by the rules of the shared customer: writing the one moves the other.
    private static readonly Dictionary<string, string[]> Follows = new()
    {
        ["name"] = ["firstName", "lastName"],
        ["firstName"] = ["name"],
        ["lastName"] = ["name"],
        ["email"] = ["emails"],
        ["emails"] = ["email"],
        ["phone"] = ["phones", "channels"],
        ["phones"] = ["phone", "secondaryPhone", "channels"],
        ["secondaryPhone"] = ["phones"],
        ["channels"] = ["phone", "phones"],
    };

    private readonly HostUnderTest host = fixture.Host;

    [Theory]
    [InlineData("trillet")]
    [InlineData("quentli")]
    [InlineData("helpscout")]
    [InlineData("chatwoot")]
    [InlineData("insighto")]
    public async Task What_a_contract_cannot_express_survives_its_writes(string name)
    {
        var contract = ContractsUnderTest.All.Single(candidate => candidate.Name == name);
        var reach = Reach(WritableBy(name));
        var written = 0;

        foreach (var (profile, body) in Profiles.Any.Zip(RandomWrites.Of(name)).Sample(Cases, SeedOf(name), 20))
        {
            var customer = await host.Customers.CreateAsync(fresh => Storable(profile, fresh));

            var answer = await host.Client.SendAsync(contract.Update(customer, body));

            Assert.True(answer.IsSuccessStatusCode, $"{body}: {await answer.Content.ReadAsStringAsync()}");
            var stored = await host.Customers.ReadAsync(customer);
            var changes = CustomerField.All.SelectMany(field => field.Compare(customer.Profile, stored.Profile)).ToList();
            Assert.Empty(changes.Where(change => !reach.Contains(change.Field.Split('/')[1])).Select(change => $"{change.Field} after {body}"));
            Assert.DoesNotContain(changes, change => change.Field.StartsWith("/vendor/", StringComparison.Ordinal) && change.Field != $"/vendor/{name}");
            Assert.Equal(customer.Profile.PasswordHash, stored.Profile.PasswordHash);
            written += changes.Count;
        }

        Assert.True(written > Cases, "The writes hardly wrote anything.");
    }

    // The entries that nobody wrote to stay, whatever becomes of the primary.
    [Fact]
    public async Task Entries_that_a_contract_does_not_know_survive_its_writes()
    {
        foreach (var contract in ContractsUnderTest.All)
        {
            var customer = await host.Customers.CreateAsync(profile => profile with
            {
                Emails = profile.Emails with { Entries = [.. profile.Emails.Entries, Spare("email", profile)] },
                Phones = profile.Phones with { Entries = [.. profile.Phones.Entries, Spare("phone", profile)] },
            });

            await host.Client.SendAsync(contract.Update(customer, contract.WriteEmail($"new-{customer.Id:N}-{contract.Name}@example.com")));

            var stored = await host.Customers.ReadAsync(customer);
            Assert.Contains(customer.Profile.Emails.Entries[1], stored.Profile.Emails.Entries);
            Assert.Equal(customer.Profile.Phones, stored.Profile.Phones);
        }
    }

    // Another seed for each contract, so that they do not take each other's addresses.
    private static Rnd SeedOf(string contract) => new(20260102UL + (ulong)ContractsUnderTest.All.TakeWhile(other => other.Name != contract).Count(), 7UL);

    private static Entry Spare(string kind, Profile profile)
    {
        var value = $"spare-{kind}-{profile.ReferenceOf("quentli")}@example.com";
        return new Entry(9001, "home", value, value);
    }

    private static HashSet<string> Reach(IEnumerable<string> writable)
    {
        var reach = writable.ToHashSet();
        foreach (var follower in reach.SelectMany(field => Follows.GetValueOrDefault(field, [])).ToList())
        {
            reach.Add(follower);
        }

        return reach;
    }

    private static IReadOnlySet<string> WritableBy(string contract) => contract switch
    {
        "trillet" => TrilletContract.Writable,
        "quentli" => QuentliContract.Writable,
        "helpscout" => HelpScoutContract.Writable,
        "chatwoot" => ChatwootContract.Writable,
        "insighto" => InsightoContract.Writable,
        _ => throw new ArgumentOutOfRangeException(nameof(contract)),
    };

    // Any profile, but with keys that nobody else has, and with references that lead to it.
    private static Profile Storable(Profile any, Profile fresh) => any with
    {
        Username = null,
        Identifier = null,
        Emails = fresh.Emails,
        Phones = fresh.Phones,
        Chats = EntryList.Empty with { Entries = [.. any.Chats.Entries.DistinctBy(entry => entry.Id)] },
        References = fresh.References,
    };
}

[Collection(PostgresTests.Name)]
public sealed class SurvivalOnPostgres(PostgresHost host) : SurvivalTests(host);

[Collection(SqliteTests.Name)]
public sealed class SurvivalOnSqlite(SqliteHost host) : SurvivalTests(host);
