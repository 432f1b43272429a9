using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutCalls;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>The five collections of a customer as resources of their own.</summary>
public abstract class HelpScoutEntryTests
{
    private readonly HostUnderTest host;
    private readonly HelpScoutCalls calls;

    private protected HelpScoutEntryTests(HostFixture fixture)
    {
        host = fixture.Host;
        calls = ByDemo(host);
    }

    /// <summary>Each collection with a type and a value; <c>$</c> stands for what no other customer has.</summary>
    public static TheoryData<EntryKind, string, string?, string> Collections => new()
    {
        { EntryKind.Email, "emails", "work", "$@example.com" },
        { EntryKind.Phone, "phones", "fax", "555 $" },
        { EntryKind.Chat, "chats", "aim", "jsprout" },
        { EntryKind.SocialProfile, "social-profiles", "twitter", "https://twitter.com/helpscout" },
        { EntryKind.Website, "websites", null, "https://www.helpscout.com" },
    };

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task Entries_are_listed(EntryKind kind, string name, string? type, string value)
    {
        var customer = await CreateAsync(kind, type, value);
        var entries = customer.Profile.List(kind).Entries;

        var answer = await calls.GetAsync(PathOf(customer, $"/{name}"));

        var self = $"{host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{PathOf(customer, $"/{name}")}";
        var typed = type is null ? "" : $"\"type\":\"{type}\",";
        var items = entries.Select(entry => $$$$"""{"id":{{{{entry.Id}}}},"value":"{{{{entry.Value}}}}",{{{{typed}}}}"_links":{"self":{"href":"{{{{self}}}}/{{{{entry.Id}}}}"}}}""");
        Assert.Equal((200, "application/hal+json;charset=UTF-8"), (answer.Status, answer.ContentType));
        Assert.Equal($$$$"""{"_embedded":{"{{{{name}}}}":[{{{{string.Join(',', items)}}}}]},"_links":{"self":{"href":"{{{{self}}}}"}}}""", answer.Body);
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task The_link_of_an_entry_leads_to_it(EntryKind kind, string name, string? type, string value)
    {
        var customer = await CreateAsync(kind, type, value);
        var listed = (await calls.GetAsync(PathOf(customer, $"/{name}"))).Json.GetProperty("_embedded").GetProperty(name)[1];
        var link = listed.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

        var shown = await calls.GetAsync(new Uri(link).AbsolutePath);
        var again = await calls.SendAsync(
            HttpMethod.Get, new Uri(link).AbsolutePath, alter: request => request.Headers.Add("If-None-Match", shown.Header("ETag")));

        Assert.Equal((200, "application/hal+json;charset=UTF-8"), (shown.Status, shown.ContentType));
        Assert.Equal(listed.GetRawText(), shown.Body);
        Assert.Equal(304, again.Status);
    }

    [Fact]
    public async Task What_an_entry_was_added_at_leads_to_it()
    {
        var customer = await calls.CreateAsync();

        var added = await calls.SendAsync(HttpMethod.Post, PathOf(customer, "/social_profiles"), Body("twitter", "@helpscout"));
        var shown = await calls.GetAsync(new Uri(added.Header("Location")).AbsolutePath);
        var underscored = await calls.GetAsync(PathOf(customer, $"/social_profiles/{added.Header("Resource-ID")}/"));

        Assert.Equal((200, "@helpscout"), (shown.Status, shown.Json.GetProperty("value").GetString()));
        Assert.Equal((200, shown.Body), (underscored.Status, underscored.Body));
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task The_links_of_a_customer_end_in_a_slash_and_lead_to_the_entries(EntryKind kind, string name, string? type, string value)
    {
        var customer = await CreateAsync(kind, type, value);
        var link = (await calls.GetAsync(PathOf(customer))).Json.GetProperty("_links").GetProperty(name).GetProperty("href").GetString()!;

        var listed = await calls.GetAsync(new Uri(link).AbsolutePath);

        Assert.EndsWith($"/{name}/", link, StringComparison.Ordinal);
        Assert.Equal((200, 2), (listed.Status, listed.Json.GetProperty("_embedded").GetProperty(name).GetArrayLength()));
    }

    [Theory]
    [InlineData("chats")]
    [InlineData("social-profiles")]
    [InlineData("websites")]
    public async Task A_collection_without_entries_is_an_empty_list(string name)
    {
        var answer = await calls.GetAsync(PathOf(await calls.CreateAsync(), $"/{name}"));

        Assert.Equal((200, "[]"), (answer.Status, answer.Json.GetProperty("_embedded").GetProperty(name).GetRawText()));
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task An_entry_is_added(EntryKind kind, string name, string? type, string value)
    {
        var customer = await calls.CreateAsync();
        var path = PathOf(customer, $"/{name}");

        var answer = await calls.SendAsync(HttpMethod.Post, path, Body(type, Unique(customer, value, 1)));

        var added = (await calls.StoredAsync(customer)).List(kind).Entries[^1];
        Assert.Equal((201, ""), (answer.Status, answer.Body));
        Assert.Equal($"{added.Id}", answer.Header("Resource-ID"));
        Assert.EndsWith($"{path}/{added.Id}", answer.Header("Location"), StringComparison.Ordinal);
        Assert.Equal((type, Unique(customer, value, 1)), (added.Type, added.Value));
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task An_entry_is_written_and_keeps_its_id_and_its_place(EntryKind kind, string name, string? type, string value)
    {
        var customer = await CreateAsync(kind, type, value);
        var first = customer.Profile.List(kind).Entries[0];

        var answer = await calls.SendAsync(HttpMethod.Put, PathOf(customer, $"/{name}/{first.Id}"), Body(type is null ? null : "other", Unique(customer, value, 3)));

        var stored = (await calls.StoredAsync(customer)).List(kind).Entries;
        Assert.Equal((204, ""), (answer.Status, answer.Body));
        Assert.Equal((first.Id, type is null ? null : "other", Unique(customer, value, 3)), (stored[0].Id, stored[0].Type, stored[0].Value));
        Assert.Equal(customer.Profile.List(kind).Entries[1], stored[1]);
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task An_entry_is_deleted_once(EntryKind kind, string name, string? type, string value)
    {
        var customer = await CreateAsync(kind, type, value);
        var path = PathOf(customer, $"/{name}/{customer.Profile.List(kind).Entries[0].Id}");

        var deleted = await calls.SendAsync(HttpMethod.Delete, path);
        var again = await calls.SendAsync(HttpMethod.Delete, path);

        Assert.Equal((204, 404), (deleted.Status, again.Status));
        Assert.Equal(customer.Profile.List(kind).Entries[1], Assert.Single((await calls.StoredAsync(customer)).List(kind).Entries));
    }

    [Fact]
    public async Task An_underscore_is_read_as_a_hyphen()
    {
        var customer = await calls.CreateAsync();
        var path = PathOf(customer, "/social_profiles");

        var added = await calls.SendAsync(HttpMethod.Post, path, Body("twitter", "@helpscout"));
        var written = await calls.SendAsync(HttpMethod.Put, $"{path}/{added.Header("Resource-ID")}", Body("foursquare", "@helpscout"));
        var listed = await calls.GetAsync(path);

        Assert.Equal((201, 204, 200), (added.Status, written.Status, listed.Status));
        Assert.Equal("forsquare", listed.Json.GetProperty("_embedded").GetProperty("social-profiles")[0].GetProperty("type").GetString());
        Assert.Equal(405, (await calls.SendAsync(HttpMethod.Patch, path, "[]")).Status);
    }

    [Theory]
    [InlineData("emails", """{}""", "type may not be empty", "value may not be empty")]
    [InlineData("emails", """{"type":"cell","value":"nobody"}""", "type Expected one of these: 'home', 'other', 'work'", "value not a well-formed email address")]
    [InlineData("emails", """{"type":"work","value":"a@b..com"}""", "value not a well-formed email address")]
    [InlineData("phones", """{"type":1,"value":[]}""", "type Expected a string", "value Expected a string")]
    [InlineData("phones", """{"type":null,"value":" "}""", "type may not be empty", "value may not be empty")]
    [InlineData("chats", """{"type":"AIM","value":"x"}""", "type Expected one of these: 'aim', 'gtalk', 'icq', 'msn', 'other', 'qq', 'skype', 'xmpp', 'yahoo'")]
    [InlineData("social-profiles", """{"type":"twitter"}""", "value may not be empty")]
    [InlineData("websites", """{"type":"work"}""", "value may not be empty")]
    [InlineData("websites", """[]""", "{} Expected an object")]
    [InlineData("websites", "null", "{} may not be empty")]
    [InlineData("websites", "", "{} may not be empty")]
    [InlineData("websites", """{"value":"\u0000"}""", "{} Not readable as JSON from byte 9 on")]
    [InlineData("websites", "{", "{} Not readable as JSON from byte 1 on")]
    public async Task A_bad_entry_is_refused_with_all_that_is_wrong(string name, string body, params string[] errors)
    {
        var customer = await calls.CreateAsync();

        var added = await calls.SendAsync(HttpMethod.Post, PathOf(customer, $"/{name}"), body);
        var written = await calls.SendAsync(HttpMethod.Put, PathOf(customer, $"/{name}/5001"), body);

        Assert.All([added, written], answer =>
        {
            Assert.Equal((400, "application/vnd.error+json"), (answer.Status, answer.ContentType));
            Assert.Equal(errors, answer.Errors.Select(error => $"{error.Path} {error.Message}"));
        });
        Assert.Equal(customer.Profile, await calls.StoredAsync(customer));
    }

    [Fact]
    public async Task An_address_that_another_contract_wrote_can_be_written_back()
    {
        const string odd = "a..b@example.com";
        var customer = await calls.CreateAsync(profile => profile with
        {
            Emails = new EntryList { Entries = [new Entry(5001, "work", odd, odd)], PrimaryId = 5001 },
        });
        const string same = $$"""{ "type": "home", "value": "{{odd}}" }""";

        Assert.Equal(204, (await calls.SendAsync(HttpMethod.Put, PathOf(customer, "/emails/5001"), same)).Status);
        Assert.Equal(204, (await calls.SendAsync(HttpMethod.Patch, PathOf(customer), $$"""[ { "op": "replace", "path": "/emails/5001", "value": {{same}} } ]""")).Status);
        Assert.Equal(400, (await calls.SendAsync(HttpMethod.Put, PathOf(customer, "/emails/5001"), same.Replace("a..b", "a..c", StringComparison.Ordinal))).Status);
    }

    [Theory]
    [InlineData("5003")]
    [InlineData("05001")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task An_unknown_entry_is_not_found(string id)
    {
        var customer = await calls.CreateAsync();

        var written = await calls.SendAsync(HttpMethod.Put, PathOf(customer, $"/emails/{id}"), Body("work", "new@example.com"));
        var deleted = await calls.SendAsync(HttpMethod.Delete, PathOf(customer, $"/emails/{id}"));

        var shown = await calls.GetAsync(PathOf(customer, $"/emails/{id}"));

        Assert.Equal((404, 404, 404), (written.Status, deleted.Status, shown.Status));
        Assert.Equal((written.Message, "application/vnd.error+json"), (shown.Message, shown.ContentType));
        Assert.Equal("Customer entry not found", written.Message);
        Assert.Equal(customer.Profile, await calls.StoredAsync(customer));
    }

    [Fact]
    public async Task A_customer_of_nobody_or_of_another_tenant_is_not_found()
    {
        var foreign = await host.Customers.CreateAsync(TestTenants.Other);
        foreach (var path in new[] { "/v2/customers/99999999", "/v2/customers/abc", PathOf(foreign) })
        {
            Assert.Equal(404, (await calls.GetAsync($"{path}/emails")).Status);
            Assert.Equal(404, (await calls.GetAsync($"{path}/emails/5001")).Status);
            Assert.Equal(404, (await calls.SendAsync(HttpMethod.Post, $"{path}/emails", Body("work", "new@example.com"))).Status);
            Assert.Equal(404, (await calls.SendAsync(HttpMethod.Delete, $"{path}/emails/5001")).Status);
        }

        Assert.Equal(foreign.Profile, await calls.StoredAsync(foreign));
    }

    [Fact]
    public async Task An_address_that_another_customer_has_is_a_conflict()
    {
        var owner = await calls.CreateAsync();
        var customer = await calls.CreateAsync();

        var added = await calls.SendAsync(HttpMethod.Post, PathOf(customer, "/emails"), Body("work", owner.Profile.Email!.ToUpperInvariant()));
        var written = await calls.SendAsync(HttpMethod.Put, PathOf(customer, "/emails/5001"), Body("work", owner.Profile.Email));

        Assert.Equal((409, 409), (added.Status, written.Status));
        Assert.Equal("Another customer already has this value (/emails)", added.Message);
        Assert.Equal(customer.Profile, await calls.StoredAsync(customer));
    }

    [Fact]
    public async Task Those_who_may_only_read_may_look_and_no_more()
    {
        var customer = await calls.CreateAsync();
        var reader = calls with { Token = TestTenants.DemoReadOnly.Key("helpscout") };

        Assert.Equal(200, (await reader.GetAsync(PathOf(customer, "/emails"))).Status);
        Assert.Equal(200, (await reader.GetAsync(PathOf(customer, "/emails/5001"))).Status);
        Assert.Equal(403, (await reader.SendAsync(HttpMethod.Post, PathOf(customer, "/emails"), Body("work", "new@example.com"))).Status);
        Assert.Equal(403, (await reader.SendAsync(HttpMethod.Delete, PathOf(customer, "/emails/5001"))).Status);
        Assert.Equal(415, (await calls.SendAsync(HttpMethod.Post, PathOf(customer, "/emails"), Body("work", "new@example.com"), "text/plain")).Status);
        Assert.Equal(customer.Profile, await calls.StoredAsync(customer));
    }

    [Fact]
    public async Task What_holds_for_every_write_holds_for_entries()
    {
        var customer = await calls.CreateAsync();
        var path = PathOf(customer, "/websites");

        var first = await calls.SendAsync(HttpMethod.Post, path, Body(null, "a.example"), alter: request => request.Headers.Add("Idempotency-Key", "k1"));
        var again = await calls.SendAsync(HttpMethod.Post, path, Body(null, "a.example"), alter: request => request.Headers.Add("Idempotency-Key", "k1"));
        var looked = await calls.SendAsync(HttpMethod.Post, path, Body(null, "b.example"), alter: request => request.Headers.Add("Prefer", "dry-run"));
        var stale = await calls.SendAsync(HttpMethod.Post, path, Body(null, "c.example"), alter: request => request.Headers.Add("If-Match", "\"1-helpscout\""));

        Assert.Equal((201, 201, 201, 412), (first.Status, again.Status, looked.Status, stale.Status));
        Assert.Equal(first.Header("Resource-ID"), again.Header("Resource-ID"));
        Assert.Equal("a.example", Assert.Single((await calls.StoredAsync(customer)).Websites.Entries).Value);
    }

    private static string Body(string? type, string? value) => type is null
        ? JsonSerializer.Serialize(new { value })
        : JsonSerializer.Serialize(new { type, value });

    private static string Unique(Customer customer, string value, int number) =>
        value.Replace("$", $"{customer.Profile.ReferenceOf("helpscout")}{number}", StringComparison.Ordinal);

    // With two entries in the collection.
    private async Task<Customer> CreateAsync(EntryKind kind, string? type, string value)
    {
        var customer = await calls.CreateAsync(profile => profile.With(kind, EntryList.Empty));
        await calls.SendAsync(HttpMethod.Post, PathOf(customer, $"/{NameOf(kind)}"), Body(type, Unique(customer, value, 1)));
        await calls.SendAsync(HttpMethod.Post, PathOf(customer, $"/{NameOf(kind)}"), Body(type, Unique(customer, value, 2)));
        return await host.Customers.ReadAsync(customer);
    }

    private static string NameOf(EntryKind kind) => kind switch
    {
        EntryKind.Email => "emails",
        EntryKind.Phone => "phones",
        EntryKind.Chat => "chats",
        EntryKind.SocialProfile => "social-profiles",
        EntryKind.Website => "websites",
    };
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutEntriesOnPostgres(PostgresHost host) : HelpScoutEntryTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutEntriesOnSqlite(SqliteHost host) : HelpScoutEntryTests(host);
