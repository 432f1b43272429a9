using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Merging contacts, over HTTP.</summary>
public abstract class ChatwootMergeTests
{
    private const string NotFound = """404 {"error":"Resource could not be found"}""";

    private readonly HostUnderTest host;
    private readonly HostFixture fixture;
    private readonly ChatwootClient chatwoot;

    private protected ChatwootMergeTests(HostFixture fixture)
    {
        this.fixture = fixture;
        host = fixture.Host;
        chatwoot = new ChatwootClient(host);
    }

    [Fact]
    public async Task The_base_wins_and_is_filled_from_the_other_however_deep()
    {
        var into = await host.Customers.CreateAsync(profile => profile with
        {
            Name = new PersonName("", null, null),
            CustomAttributes = Bag("""{ "plan": "gold", "limits": { "seats": 5, "left": null } }"""),
            ProfileAttributes = Bag("""{ "social_profiles": { "github": "ada" } }"""),
        });
        var from = await host.Customers.CreateAsync(profile => profile with
        {
            Identifier = $"crm-{profile.Email}",
            CustomAttributes = Bag("""{ "plan": "free", "limits": { "seats": 1, "left": 2, "right": 3 }, "since": 2020 }"""),
            ProfileAttributes = Bag("""{ "social_profiles": { "x": "lovelace" }, "city": "London" }"""),
        });

        var merged = await MergeAsync(into, from);

        Assert.Equal(200, merged.Status);
        Assert.Equal(
            [
                "additional_attributes", "availability_status", "email", "id", "name", "phone_number", "blocked", "identifier", "thumbnail",
                "custom_attributes", "created_at",
            ],
            merged.Root.EnumerateObject().Select(member => member.Name));
        Assert.Equal(ChatwootClient.IdOf(into), Member(merged, "id"));
        Assert.Equal(("\"Ada Lovelace\"", $"\"{into.Profile.Email}\""), (Member(merged, "name"), Member(merged, "email")));
        Assert.Equal($"\"{from.Profile.Identifier}\"", Member(merged, "identifier"));
        Assert.Equal("""{"limits":{"left":null,"right":3,"seats":5},"plan":"gold","since":2020}""", Member(merged, "custom_attributes"));
        Assert.Equal("""{"city":"London","social_profiles":{"github":"ada","x":"lovelace"}}""", Member(merged, "additional_attributes"));
        Assert.Equal(ChatwootClient.IdOf(into), (await chatwoot.GetAsync(from))["id"]); // the other's id answers the base
    }

    [Fact]
    public async Task The_inboxes_of_both_are_the_bases()
    {
        var (into, from) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        await chatwoot.PostAsync(into, "/contact_inboxes", $$"""{ "inbox_id": 1, "source_id": "{{into.Id}}" }""");
        await chatwoot.PostAsync(from, "/contact_inboxes", $$"""{ "inbox_id": 1, "source_id": "{{from.Id}}" }""");

        await MergeAsync(into, from);

        var rows = (await chatwoot.GetAsync(into)).Contact.GetProperty("contact_inboxes").EnumerateArray();
        Assert.Equal([$"{into.Id}", $"{from.Id}"], rows.Select(row => row.GetProperty("source_id").GetString()));
    }

    [Fact]
    public async Task A_contact_that_is_merged_into_itself_stays_as_it_is()
    {
        var (into, from) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());

        var itself = await MergeAsync(into, into);
        Assert.Equal((200, ChatwootClient.IdOf(into)), (itself.Status, Member(itself, "id")));
        Assert.Equal(into, await host.Customers.ReadAsync(into));

        var merged = await MergeAsync(into, from);
        var again = await MergeAsync(into, from);
        Assert.Equal(merged.Line, again.Line);
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("\"7abc\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task Who_is_nobody_cannot_be_merged(string nobody)
    {
        var customer = await host.Customers.CreateAsync();
        var id = ChatwootClient.IdOf(customer);

        Assert.Equal(NotFound, (await MergeAsync(id, nobody)).Line);
        Assert.Equal(NotFound, (await MergeAsync(nobody, id)).Line);
        Assert.Equal(NotFound, (await chatwoot.PostAsync("/actions/contact_merge", "[]")).Line);
        var foreign = await host.Customers.CreateAsync(TestTenants.Other);
        Assert.NotNull(await host.Customers.ReadAsync(foreign));
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task A_dry_run_merges_nothing_and_a_stale_precondition_refuses()
    {
        var (into, from) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        var body = $$"""{ "base_contact_id": {{ChatwootClient.IdOf(into)}}, "mergee_contact_id": "{{ChatwootClient.IdOf(from)}}" }""";
        Task<ChatwootAnswer> SendAsync(string header, string value) => chatwoot.SendAsync(
            HttpMethod.Post, "/api/v1/accounts/1/actions/contact_merge", ContractUnderTest.Text(body), ("api_access_token", ChatwootClient.Token), (header, value));

        Assert.Equal(200, (await SendAsync("Prefer", "dry-run")).Status);
        Assert.Equal(412, (await SendAsync("If-Match", "\"7-chatwoot\"")).Status);
        Assert.Equal((into, from), (await host.Customers.ReadAsync(into), await host.Customers.ReadAsync(from)));

        var first = await SendAsync("Idempotency-Key", $"{into.Id}");
        Assert.Equal((200, first.Line), (first.Status, (await SendAsync("Idempotency-Key", $"{into.Id}")).Line));
    }

    [Fact]
    public async Task Where_a_tenant_asks_for_a_one_time_password_a_merge_needs_the_survivors()
    {
        var into = await host.Customers.CreateAsync(TestTenants.Strict);
        var from = await host.Customers.CreateAsync(TestTenants.Strict);
        var body = $$"""{ "base_contact_id": {{ChatwootClient.IdOf(into)}}, "mergee_contact_id": {{ChatwootClient.IdOf(from)}} }""";
        Task<ChatwootAnswer> SendAsync(params (string, string)[] more) => chatwoot.SendAsync(
            HttpMethod.Post,
            "/api/v1/accounts/3/actions/contact_merge",
            ContractUnderTest.Text(body),
            [("api_access_token", TestTenants.Strict.Key("chatwoot")), .. more]);

        var without = await SendAsync();
        Assert.Equal("""400 {"error":"The one-time password is missing, wrong or expired"}""", without.Line);
        Assert.Equal(into, await host.Customers.ReadAsync(into));

        var code = await fixture.Codes.NewCodeAsync(host, into);
        Assert.Equal(200, (await SendAsync(("X-Customer-Otp", code))).Status);
    }

    private static string Member(ChatwootAnswer answer, string name) => answer.Root.GetProperty(name).GetRawText();

    private static ValueMap<BagValue> Bag(string json) => ValueMap<BagValue>.Of(
        JsonElement.Parse(json).EnumerateObject().Select(member => KeyValuePair.Create(member.Name, BagValue.Of(member.Value))));

    private Task<ChatwootAnswer> MergeAsync(Customer into, Customer from) => MergeAsync(ChatwootClient.IdOf(into), ChatwootClient.IdOf(from));

    private Task<ChatwootAnswer> MergeAsync(string into, string from) =>
        chatwoot.PostAsync("/actions/contact_merge", $$"""{ "base_contact_id": {{into}}, "mergee_contact_id": {{from}} }""");
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootMergesOnPostgres(PostgresHost host) : ChatwootMergeTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootMergesOnSqlite(SqliteHost host) : ChatwootMergeTests(host);
