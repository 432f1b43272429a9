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
    private const int Cases = 40;

    private readonly HostUnderTest host = fixture.Host;

    public static TheoryData<string> Names => [.. ContractCatalog.All.Select(entry => entry.Description.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_a_contract_cannot_express_survives_its_writes(string name)
    {
        var contract = ContractsUnderTest.All.Single(candidate => candidate.Name == name);
        var written = 0;

        foreach (var (profile, write) in Profiles.Any.Zip(RandomWrites.Of(name)).Sample(Cases, SeedOf(name), 20))
        {
            var customer = await host.Customers.CreateAsync(fresh => Storable(profile, fresh));

            var answer = await host.Client.SendAsync(contract.Update(customer, write.Body));

            Assert.True(answer.IsSuccessStatusCode, $"{write.Body}: {await answer.Content.ReadAsStringAsync()}");
            var stored = (await host.Customers.ReadAsync(customer)).Profile;
            var differences = StoredDifferences.Of(customer.Profile, stored);
            Assert.Empty(differences.Where(path => !write.Reaches(path)).Select(path => $"{path} after {write.Body}"));
            Assert.Contains(customer.Profile.Emails.Entries[1], stored.Emails.Entries);
            Assert.Contains(customer.Profile.Phones.Entries[1], stored.Phones.Entries);
            written += differences.Count;
        }

        Assert.True(written > Cases, "The writes hardly wrote anything.");
    }

    // The entries that nobody wrote to stay, whatever becomes of the primary.
    [Fact]
    public async Task Entries_that_a_contract_does_not_know_survive_its_writes()
    {
        foreach (var contract in ContractsUnderTest.All)
        {
            var customer = await host.Customers.CreateAsync(WithSpares);

            await host.Client.SendAsync(contract.Update(customer, contract.WriteEmail($"new-{customer.Id:N}-{contract.Name}@example.com")));

            var stored = await host.Customers.ReadAsync(customer);
            Assert.Contains(customer.Profile.Emails.Entries[1], stored.Profile.Emails.Entries);
            Assert.Equal(customer.Profile.Phones, stored.Profile.Phones);
        }
    }

    // Another seed for each contract, so that they do not take each other's addresses.
    private static Rnd SeedOf(string contract) => new(20260102UL + (ulong)ContractsUnderTest.All.TakeWhile(other => other.Name != contract).Count(), 7UL);

    private static Profile WithSpares(Profile profile) => profile with
    {
        Emails = profile.Emails with { Entries = [.. profile.Emails.Entries, Spare("email", profile)] },
        Phones = profile.Phones with { Entries = [.. profile.Phones.Entries, Spare("phone", profile)] },
    };

    private static Entry Spare(string kind, Profile profile)
    {
        var value = $"spare-{kind}-{profile.ReferenceOf("quentli")}@example.com";
        return new Entry(9001, "home", value, value);
    }

    // Any profile, but with keys that nobody else has, with references that lead to it, and with entries that no contract but Help Scout's can point at.
    private static Profile Storable(Profile any, Profile fresh) => WithSpares(any with
    {
        Username = null,
        Identifier = null,
        Emails = fresh.Emails,
        Phones = fresh.Phones,
        Chats = EntryList.Empty with { Entries = [.. any.Chats.Entries.DistinctBy(entry => entry.Id)] },
        References = fresh.References,
    });
}

[Collection(PostgresTests.Name)]
public sealed class SurvivalOnPostgres(PostgresHost host) : SurvivalTests(host);

[Collection(SqliteTests.Name)]
public sealed class SurvivalOnSqlite(SqliteHost host) : SurvivalTests(host);
