using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Contracts.Chatwoot;
using CustomerUpdate.Api.Tests.Contracts.Quentli;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hub.History;

/// <summary>The way back to an earlier version.</summary>
public abstract class RevertTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly HubCalls hub = new(fixture.Host);
    private readonly ChatwootUnderTest chatwoot = new();

    [Fact]
    public async Task The_state_of_a_version_is_written_as_a_new_one()
    {
        var customer = await host.Customers.CreateAsync(RichProfiles.Enrich);
        var before = await host.Customers.ReadAsync(customer);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Client.SendAsync(chatwoot.Update(customer, chatwoot.WriteName("Grace", "Hopper")));

        var reply = await hub.RevertAsync(customer, 1);

        var after = await host.Customers.ReadAsync(customer);
        Assert.Equal(200, reply.Status);
        Assert.Equal(reply.Body, (await hub.GetAsync(customer)).Body);
        Assert.Equal(before.Profile, after.Profile);
        Assert.Equal(3, after.Version);
        Assert.Equal(["test", "chatwoot", "hub"], await host.Customers.HistoryAsync(customer));
    }

    [Fact]
    public async Task A_merge_in_between_leaves_the_survivor_as_it_is()
    {
        var (into, from) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        await host.Client.SendAsync(chatwoot.Update(from, chatwoot.WriteName("Grace", "Hopper")));
        var revert = await host.Services.GetRequiredService<ICustomerHistory>()
            .FindRevertAsync(await host.Customers.ReadAsync(from), 1, CancellationToken.None);
        await hub.MergeAsync(into, from);
        var survivor = await host.Customers.ReadAsync(into);
        var caller = new Caller(TestTenants.Demo.Tenant, null, "hub", KeyRole.Admin);

        var committed = await host.Services.GetRequiredService<ICustomerCommits>()
            .CommitAsync(new CustomerUpdateCommand(caller, CustomerKey.Id(from.Id), revert!, "late", null), CancellationToken.None);

        Assert.True(committed.TryFailure(out _, out var failure));
        Assert.Equal(FailureKind.NotFound, failure!.Kind);
        Assert.Equal(survivor, await host.Customers.ReadAsync(into));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_the_contracts_wrote_every_version_comes_back_as_it_was_seen(int seed)
    {
        var random = new Random(seed);
        var customer = await host.Customers.CreateAsync(RichProfiles.Enrich);
        var seen = new Dictionary<long, string> { [1] = await CanonicalAsync(customer) };
        var stored = new Dictionary<long, Profile> { [1] = (await host.Customers.ReadAsync(customer)).Profile };
        for (var write = 0; write < 12; write++)
        {
            var contract = ContractsUnderTest.All[random.Next(ContractsUnderTest.All.Count)];
            await host.Client.SendAsync(contract.Update(customer, BodyOf(contract, random, customer)));
            var now = await host.Customers.ReadAsync(customer);
            seen[now.Version] = await CanonicalAsync(customer);
            stored[now.Version] = now.Profile;
        }

        Assert.True(seen.Count > 6, $"{seen.Count} versions");
        foreach (var version in seen.Keys.OrderBy(_ => random.Next()))
        {
            Assert.Equal(200, (await hub.RevertAsync(customer, version)).Status);

            Assert.Equal(seen[version], await CanonicalAsync(customer));
            Assert.Equal(stored[version], (await host.Customers.ReadAsync(customer)).Profile);
        }
    }

    [Fact]
    public async Task The_password_stays_the_present_one()
    {
        var customer = await host.Customers.CreateAsync();
        await SetPasswordAsync("first of two passwords");
        await SetPasswordAsync("second of two passwords");
        var present = (await host.Customers.ReadAsync(customer)).Profile.PasswordHash;

        await hub.RevertAsync(customer, 1);

        var reverted = (await host.Customers.ReadAsync(customer)).Profile;
        Assert.NotNull(present);
        Assert.Equal((present, "Ada Lovelace"), (reverted.PasswordHash, reverted.Name.Full));

        Task<HttpResponseMessage> SetPasswordAsync(string password) => host.Client.SendAsync(new QuentliUnderTest().Update(
            customer, $$"""{ "input": { "data": { "password": "{{password}}", "name": "Grace" } } }"""));
    }

    [Fact]
    public async Task The_present_version_and_one_that_says_the_same_change_nothing()
    {
        var customer = await host.Customers.CreateAsync();
        await host.Client.SendAsync(chatwoot.Update(customer, chatwoot.WriteName("Grace", "Hopper")));
        await hub.RevertAsync(customer, 1);
        var before = await host.Customers.ReadAsync(customer);

        Assert.Equal(200, (await hub.RevertAsync(customer, 3)).Status);
        Assert.Equal(200, (await hub.RevertAsync(customer, 1)).Status);

        Assert.Equal(before, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task A_key_that_was_taken_since_is_refused_and_nothing_is_written()
    {
        var customer = await host.Customers.CreateAsync();
        await host.Client.SendAsync(chatwoot.Update(customer, chatwoot.WriteEmail($"new-{customer.Profile.Email}")));
        await host.Customers.CreateAsync(profile => profile with { Emails = customer.Profile.Emails });
        var before = await host.Customers.ReadAsync(customer);

        Assert.Equal((409, "taken"), (await hub.RevertAsync(customer, 1)).Problem());

        Assert.Equal(before, await host.Customers.ReadAsync(customer));
    }

    [Theory]
    [InlineData("{}", "/version", "required")]
    [InlineData("""{ "version": "1" }""", "/version", "wrong_type")]
    [InlineData("""{ "version": null }""", "/version", "wrong_type")]
    [InlineData("""{ "version": 1.5 }""", "/version", "wrong_type")]
    [InlineData("""{ "version": 0 }""", "/version", "unknown_version")]
    [InlineData("""{ "version": -1 }""", "/version", "unknown_version")]
    [InlineData("""{ "version": 2 }""", "/version", "unknown_version")]
    [InlineData("""{ "version": 1, "a/b": 1 }""", "/a~1b", "unknown_member")]
    [InlineData("[]", "", "wrong_type")]
    [InlineData("", "", "wrong_type")]
    public async Task A_bad_body_is_refused_by_name(string body, string member, string code)
    {
        var customer = await host.Customers.CreateAsync();

        var reply = await hub.SendAsync(HttpMethod.Post, $"{HubCalls.PathOf(customer)}/revert", body);

        Assert.Equal((400, "invalid"), reply.Problem());
        Assert.Equal((member, code), Assert.Single(reply.Errors));
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Who_may_not_write_cannot_revert()
    {
        var customer = await host.Customers.CreateAsync();

        Assert.Equal((403, "forbidden"), (await hub.RevertAsync(customer, 1, TestTenants.DemoReadOnly.Key("hub"))).Problem());
        Assert.Equal((404, "not-found"), (await hub.RevertAsync(customer, 1, TestTenants.Other.Key("hub"))).Problem());
        Assert.Equal((401, "unauthorized"), (await hub.RevertAsync(customer, 1, "")).Problem());
        Assert.Equal((404, "not-found"), (await hub.RevertAsync(customer with { Id = Guid.NewGuid() }, 1)).Problem());
        Assert.Equal((400, "malformed"), (await hub.SendAsync(HttpMethod.Post, $"{HubCalls.PathOf(customer)}/revert", "{")).Problem());
        Assert.Equal((405, "method-not-allowed"), (await hub.GetAsync(customer, "/revert")).Problem());
    }

    private static string BodyOf(ContractUnderTest contract, Random random, Customer customer) => random.Next(3) == 0
        ? contract.WriteEmail($"{random.Next(4)}-{customer.Profile.Email}")
        : contract.WriteName($"Name{random.Next(5)}", "Last");

    /// <summary>The customer without what every write changes.</summary>
    private async Task<string> CanonicalAsync(Customer customer)
    {
        var canonical = JsonNode.Parse((await hub.GetAsync(customer)).Body)!.AsObject();
        canonical.Remove("version");
        canonical.Remove("updatedAt");
        return canonical.ToJsonString();
    }
}

[Collection(PostgresTests.Name)]
public sealed class RevertsOnPostgres(PostgresHost host) : RevertTests(host);

[Collection(SqliteTests.Name)]
public sealed class RevertsOnSqlite(SqliteHost host) : RevertTests(host);
