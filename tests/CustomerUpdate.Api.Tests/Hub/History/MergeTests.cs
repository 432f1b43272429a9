using System.Text.Json;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Contracts.Chatwoot;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hub.History;

/// <summary>Two customers that become one. What is taken from whom is ProfileMergeTests' subject in Core.</summary>
public abstract class MergeTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly HubCalls hub = new(fixture.Host);

    [Fact]
    public async Task The_survivor_takes_what_it_lacks_in_one_new_version()
    {
        var into = await host.Customers.CreateAsync();
        var from = await host.Customers.CreateAsync(RichProfiles.Enrich);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var reply = await hub.MergeAsync(into, from);

        var survivor = await host.Customers.ReadAsync(into);
        Assert.Equal(200, reply.Status);
        Assert.Equal(reply.Body, (await hub.GetAsync(into)).Body);
        Assert.Equal((into.Id, 2L, host.Clock.GetUtcNow()), (survivor.Id, survivor.Version, survivor.UpdatedAt));
        Assert.Equal((into.Profile.Name, into.Profile.Email), (survivor.Profile.Name, survivor.Profile.Email));
        Assert.Equal((from.Profile.JobTitle, from.Profile.Username), (survivor.Profile.JobTitle, survivor.Profile.Username));
        Assert.Equal(into.Profile.Entries.Count() + from.Profile.Entries.Count(), survivor.Profile.Entries.Select(entry => entry.Id).Distinct().Count());
    }

    [Fact]
    public async Task Both_ids_and_all_references_answer_the_survivor_through_every_contract_and_can_be_written_by()
    {
        var into = await host.Customers.CreateAsync();
        var from = await host.Customers.CreateAsync();
        await hub.MergeAsync(into, from);

        foreach (var contract in ContractsUnderTest.All)
        {
            foreach (var (customer, last) in new[] { (into, "Own"), (from, "Other") })
            {
                var name = $"{contract.Name}{last}";
                var update = await host.Client.SendAsync(contract.Update(customer, contract.WriteName("Ana", name)));
                var show = await host.Client.SendAsync(contract.Show(customer));

                Assert.True(update.IsSuccessStatusCode, $"{contract.Name}: {await update.Content.ReadAsStringAsync()}");
                Assert.Contains(name, await show.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                Assert.Equal($"Ana {name}", (await host.Customers.ReadAsync(into)).Profile.Name.Full);
            }
        }

        Assert.Equal((await hub.GetAsync(into)).Body, (await hub.GetAsync(from)).Body);
        Assert.Equal((await hub.GetAsync(into, "/as/quentli")).Body, (await hub.GetAsync(from, "/as/quentli")).Body);
    }

    [Fact]
    public async Task The_survivors_own_references_are_the_ones_that_are_shown()
    {
        var into = await host.Customers.CreateAsync();
        var from = await host.Customers.CreateAsync();

        var references = (await hub.MergeAsync(into, from)).Json.GetProperty("references");

        Assert.Equal(into.Profile.ReferenceOf("quentli"), references.GetProperty("quentli").GetString());
        Assert.Equal(into.Profile.ReferenceOf("helpscout"), references.GetProperty("helpscout").GetRawText());
        Assert.Equal(
            [into.Profile.ReferenceOf("trillet"), from.Profile.ReferenceOf("trillet")],
            references.GetProperty("trillet").EnumerateArray().Select(reference => reference.GetString()));
    }

    [Fact]
    public async Task Both_histories_stay_readable_and_say_what_happened()
    {
        var into = await host.Customers.CreateAsync();
        var from = await host.Customers.CreateAsync(profile => profile with { JobTitle = "Engineer" });
        await hub.MergeAsync(into, from);

        var own = (await hub.GetAsync(into, "/history")).Json.GetProperty("items");
        var others = (await hub.GetAsync(from, "/history")).Json.GetProperty("items");

        Assert.Equal(("hub", 2), (own[0].GetProperty("contract").GetString(), own.GetArrayLength()));
        Assert.Equal(["/emails", "/phones", "/jobTitle", "/references"], FieldsOf(own[0]));
        Assert.Equal(("hub", 2), (others[0].GetProperty("contract").GetString(), others.GetArrayLength()));
        Assert.Equal(
            $$"""[{"field":"/id","before":"{{from.Id}}","after":"{{into.Id}}"}]""", others[0].GetProperty("changes").GetRawText());
        Assert.Equal(own[0].GetProperty("requestId").GetString(), others[0].GetProperty("requestId").GetString());
        Assert.Contains("/jobTitle", FieldsOf(others[1]));
    }

    [Fact]
    public async Task A_customer_can_be_merged_on_and_every_id_on_the_way_answers_the_last()
    {
        var first = await host.Customers.CreateAsync();
        var second = await host.Customers.CreateAsync();
        var third = await host.Customers.CreateAsync();
        await hub.MergeAsync(second, first);

        var reply = await hub.MergeAsync(third, first); // by the id of the one that is merged already

        Assert.Equal(200, reply.Status);
        foreach (var customer in new[] { first, second, third })
        {
            Assert.Equal(reply.Body, (await hub.GetAsync(customer)).Body);
            Assert.Equal(200, (await hub.GetAsync(customer, "/history")).Status);
            Assert.Equal(third.Id, (await FindAsync(CustomerKey.Reference("chatwoot", customer.Profile.ReferenceOf("chatwoot")!)))!.Id);
        }
    }

    [Fact]
    public async Task Keys_that_the_survivor_did_not_take_are_free_again()
    {
        var into = await host.Customers.CreateAsync(profile => profile with { Username = $"into-{profile.Email}" });
        var from = await host.Customers.CreateAsync(profile => profile with { Username = $"from-{profile.Email}" });
        await hub.MergeAsync(into, from);

        var another = await host.Customers.CreateAsync(profile => profile with { Username = from.Profile.Username, Phones = from.Profile.Phones });

        Assert.Equal(another.Id, (await FindAsync(new CustomerKey(CustomerKey.UsernameKind, from.Profile.Username!)))!.Id);
        Assert.Equal(into.Id, (await FindAsync(new CustomerKey(CustomerKey.EmailKind, from.Profile.Email!)))!.Id);
    }

    [Fact]
    public async Task A_dry_run_answers_the_result_and_writes_nothing()
    {
        var into = await host.Customers.CreateAsync();
        var from = await host.Customers.CreateAsync(profile => RichProfiles.Enrich(profile) with { Emails = Numbered(7001, profile), Phones = EntryList.Empty });

        var preview = await hub.MergeAsync(into, from, dryRun: true);

        Assert.Equal(200, preview.Status);
        Assert.Equal((into, from), (await host.Customers.ReadAsync(into), await host.Customers.ReadAsync(from)));
        Assert.Equal(["test"], await host.Customers.HistoryAsync(into));
        Assert.Equal(["test"], await host.Customers.HistoryAsync(from));
        Assert.Equal(preview.Body, (await hub.MergeAsync(into, from)).Body);
    }

    [Fact]
    public async Task A_revert_past_the_merge_keeps_what_answers_the_survivor()
    {
        var into = await host.Customers.CreateAsync();
        var from = await host.Customers.CreateAsync(RichProfiles.Enrich);
        await hub.MergeAsync(into, from);

        await hub.RevertAsync(into, 1);

        var reverted = await host.Customers.ReadAsync(into);
        Assert.Equal(into.Profile with { References = [.. into.Profile.References, .. from.Profile.References] }, reverted.Profile);
        foreach (var contract in ContractsUnderTest.All)
        {
            Assert.True((await host.Client.SendAsync(contract.Update(from, contract.WriteName("Ana", contract.Name)))).IsSuccessStatusCode);
        }

        Assert.Equal((await hub.GetAsync(into)).Body, (await hub.GetAsync(from)).Body);
    }

    [Fact]
    public async Task The_versions_of_the_one_that_was_merged_are_no_way_back_for_the_survivor()
    {
        var into = await host.Customers.CreateAsync();
        var from = await host.Customers.CreateAsync();
        await hub.MergeAsync(into, from);
        var merged = await host.Customers.ReadAsync(into);

        var reply = await hub.RevertAsync(from, 1);

        Assert.Equal((400, "invalid"), reply.Problem());
        Assert.Equal([("/version", "merged")], reply.Errors);
        Assert.Contains(into.Id.ToString(), reply.Body, StringComparison.Ordinal);
        Assert.Equal(merged, await host.Customers.ReadAsync(into));
        Assert.Equal(200, (await hub.RevertAsync(into, 1)).Status);
    }

    [Fact]
    public async Task What_is_blank_gives_way_and_its_keys_with_it()
    {
        var into = await host.Customers.CreateAsync(profile => new Profile
        {
            Emails = List(new Entry(1, "work", "", "")),
            Username = " ",
            JobTitle = "",
            PhotoUrl = "",
            References = profile.References,
        });
        var from = await host.Customers.CreateAsync(
            profile => profile with { Username = $"blank-{profile.Email}", JobTitle = "Engineer", PhotoUrl = "https://example.com/a.png" });

        await hub.MergeAsync(into, from);

        var survivor = (await host.Customers.ReadAsync(into)).Profile;
        Assert.Equal(
            (from.Profile.Email, from.Profile.Phone, from.Profile.Username, "Engineer", from.Profile.PhotoUrl),
            (survivor.Email, survivor.Phone, survivor.Username, survivor.JobTitle, survivor.PhotoUrl));
        Assert.Equal(into.Id, (await FindAsync(new CustomerKey(CustomerKey.UsernameKind, from.Profile.Username!)))!.Id);
        Assert.Null(await FindAsync(new CustomerKey(CustomerKey.UsernameKind, " ")));
    }

    [Fact]
    public async Task Merges_and_updates_that_meet_lose_nothing()
    {
        var chatwoot = new ChatwootUnderTest();
        var into = await host.Customers.CreateAsync();
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Customers.CreateAsync()));

        var merges = others.Select(from => hub.MergeAsync(into, from));
        var updates = others.Select((from, index) => UpdateAsync(from, index));
        await Task.WhenAll(merges.Cast<Task>().Concat(updates));

        var survivor = await host.Customers.ReadAsync(into);
        Assert.All(others, other => Assert.Contains(survivor.Profile.References, other.Profile.References.Contains));
        Assert.Equal(["0", "1", "2", "3"], survivor.Profile.CustomAttributes.Keys);

        async Task UpdateAsync(Customer from, int index)
        {
            var answer = await host.Client.SendAsync(chatwoot.Update(from, $$"""{ "custom_attributes": { "{{index}}": true } }"""));
            Assert.Equal(200, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_same_customer_twice_is_refused()
    {
        var into = await host.Customers.CreateAsync();
        var from = await host.Customers.CreateAsync();
        await hub.MergeAsync(into, from);

        foreach (var twice in new[] { into, from }) // the second is the survivor too, by now
        {
            var reply = await hub.MergeAsync(into, twice);

            Assert.Equal((400, "invalid"), reply.Problem());
            Assert.Equal([("/from", "same_customer")], reply.Errors);
        }
    }

    [Fact]
    public async Task Nobody_and_strangers_are_not_found()
    {
        var into = await host.Customers.CreateAsync();
        var stranger = await host.Customers.CreateAsync(TestTenants.Other);

        Assert.Equal((404, "not-found"), (await hub.MergeAsync(into, into with { Id = Guid.NewGuid() })).Problem());
        Assert.Equal((404, "not-found"), (await hub.MergeAsync(into with { Id = Guid.NewGuid() }, into)).Problem());
        Assert.Equal((404, "not-found"), (await hub.MergeAsync(into, stranger)).Problem());
        Assert.Equal((404, "not-found"), (await hub.MergeAsync(into, into with { Id = Guid.NewGuid() }, key: TestTenants.Other.Key("hub"))).Problem());
        Assert.Equal((403, "forbidden"), (await hub.MergeAsync(into, stranger, key: TestTenants.DemoReadOnly.Key("hub"))).Problem());
        Assert.Equal((401, "unauthorized"), (await hub.MergeAsync(into, stranger, key: "")).Problem());
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_body_is_said_at_once()
    {
        var path = $"/hub/v1/tenants/{TestTenants.Demo.Tenant.Id}/customers/merge";

        var reply = await hub.SendAsync(HttpMethod.Post, path, """{ "into": "nobody", "dryRun": "yes", "dry_run": true }""");

        Assert.Equal((400, "invalid"), reply.Problem());
        Assert.Equal(
            [("/into", "invalid_id"), ("/from", "required"), ("/dryRun", "wrong_type"), ("/dry_run", "unknown_member")], reply.Errors);
    }

    private static EntryList List(Entry entry) => new() { Entries = [entry], PrimaryId = entry.Id };

    private static EntryList Numbered(long id, Profile own) => new() { Entries = [own.Emails.Primary! with { Id = id }], PrimaryId = id };

    private static IEnumerable<string> FieldsOf(JsonElement item) =>
        item.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("field").GetString()!);

    private Task<Customer?> FindAsync(CustomerKey key) => host.Customers.FindAsync(key);
}

[Collection(PostgresTests.Name)]
public sealed class MergesOnPostgres(PostgresHost host) : MergeTests(host);

[Collection(SqliteTests.Name)]
public sealed class MergesOnSqlite(SqliteHost host) : MergeTests(host);
