using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>What a contact looks like, over HTTP.</summary>
public abstract class ChatwootAnswerTests
{
    private readonly HostUnderTest host;
    private readonly ChatwootClient chatwoot;

    private protected ChatwootAnswerTests(HostFixture fixture)
    {
        host = fixture.Host;
        chatwoot = new ChatwootClient(host);
    }

    [Fact]
    public async Task A_contact_is_shown_as_the_server_shows_it()
    {
        var sample = await SampleAsync("server-response.json");
        var customer = await CreateSampleAsync(sample["payload"]!);

        var answer = await chatwoot.GetAsync(customer);

        sample["payload"]!["id"] = long.Parse(ChatwootClient.IdOf(customer), null);
        sample["payload"]!["created_at"] = customer.CreatedAt.ToUnixTimeSeconds();
        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(sample.ToJsonString(), answer.Body);
    }

    [Fact]
    public async Task An_update_answers_the_servers_contact_and_the_published_one_inside_it()
    {
        var sample = await SampleAsync("published-response.json");
        var contact = (await SampleAsync("server-response.json"))["payload"]!;
        contact["contact_inboxes"] = sample["payload"]!["contact"]!["contact_inboxes"]!.DeepClone();
        var customer = await CreateSampleAsync(contact);

        var answer = await chatwoot.PutAsync(customer, """{ "name": "Grace Hopper" }""");
        var shown = await chatwoot.GetAsync(customer);

        PublishedShape.AssertHas(sample.ToJsonString(), answer.Body);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Equal(["id", "payload"], NamesOf(JsonDocument.Parse(answer.Body).RootElement));
        Assert.Equal([.. NamesOf(shown.Contact), "contact"], NamesOf(answer.Contact));
        Assert.All(shown.Contact.EnumerateObject(), member => Assert.Equal(member.Value.GetRawText(), answer[member.Name]));
        var published = answer.Contact.GetProperty("contact");
        Assert.Equal(
            ["email", "name", "phone_number", "thumbnail", "additional_attributes", "custom_attributes", "contact_inboxes"], NamesOf(published));
        Assert.All(
            published.EnumerateObject().Where(member => member.Name != "contact_inboxes"),
            member => Assert.Equal(member.Value.GetRawText(), answer[member.Name]));
        var places = JsonNode.Parse(published.GetProperty("contact_inboxes").GetRawText())!.ToJsonString();
        Assert.Equal(sample["payload"]!["contact"]!["contact_inboxes"]!.ToJsonString(), places);
    }

    [Fact]
    public async Task What_there_is_none_of_is_null_empty_or_absent()
    {
        var customer = await host.Customers.CreateAsync(profile => new Profile { References = profile.References });

        var contact = await chatwoot.GetAsync(customer);

        Assert.Equal(("null", "null", "null", "null"), (contact["name"], contact["email"], contact["phone_number"], contact["identifier"]));
        Assert.Equal(("\"\"", "[]"), (contact["thumbnail"], contact["contact_inboxes"]));
        Assert.Equal(("{}", "{}"), (contact["custom_attributes"], contact["additional_attributes"]));
        Assert.Null(contact["last_activity_at"]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?include_contact_inboxes=true", true)]
    [InlineData("?include_contact_inboxes=", true)]
    [InlineData("?include_contact_inboxes", true)]
    [InlineData("?include_contact_inboxes=false", false)]
    [InlineData("?include_contact_inboxes=1", false)]
    public async Task Inboxes_are_listed_unless_the_query_says_otherwise(string query, bool listed)
    {
        var customer = await host.Customers.CreateAsync();

        var shown = await chatwoot.GetAsync(customer, query);
        var updated = await chatwoot.PutAsync(customer, (HttpContent?)null, query);

        Assert.Equal(listed, shown["contact_inboxes"] is not null);
        Assert.Equal(listed, updated["contact_inboxes"] is not null);
        Assert.Equal(listed, updated.Contact.GetProperty("contact").TryGetProperty("contact_inboxes", out _));
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("true", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"false\"", false)]
    public async Task Booleans_in_json_say_the_opposite_as_they_do_in_ruby(string sent, bool listed)
    {
        var answer = await chatwoot.PutAsync(await host.Customers.CreateAsync(), $$"""{ "include_contact_inboxes": {{sent}} }""");

        Assert.Equal(listed, answer["contact_inboxes"] is not null);
    }

    [Fact]
    public async Task A_json_suffix_is_no_part_of_the_id()
    {
        var customer = await host.Customers.CreateAsync();

        var answer = await chatwoot.SendAsync(HttpMethod.Get, ChatwootClient.PathOf(customer) + ".json");

        Assert.Equal((await chatwoot.GetAsync(customer)).Line, answer.Line);
        foreach (var part in new[] { "/labels", "/conversations", "/contactable_inboxes" })
        {
            Assert.Equal(200, (await chatwoot.GetPartAsync(customer, part + ".json")).Status);
        }

        Assert.Equal(200, (await chatwoot.PostAsync(customer, "/destroy_custom_attributes.json", """{ "custom_attributes": ["a"] }""")).Status);
        Assert.Equal(404, (await chatwoot.PostAsync("/actions/contact_merge.json", """{ "base_contact_id": 999999999 }""")).Status);
        Assert.Equal(200, (await chatwoot.DeleteAsync(customer, "/avatar.json")).Status);
    }

    private Task<Customer> CreateSampleAsync(JsonNode contact) => host.Customers.CreateAsync(profile => new Profile
    {
        Name = new PersonName((string?)contact["name"], (string?)contact["name"], null),
        LastSeenAt = DateTimeOffset.FromUnixTimeSeconds((long)contact["last_activity_at"]!),
        References = profile.References,
        Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set(
            "chatwoot",
            ValueMap<BagValue>.Empty.Set("contactInboxes", BagValue.Of(JsonElement.Parse(contact["contact_inboxes"]!.ToJsonString())))),
    });

    private static IEnumerable<string> NamesOf(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static async Task<JsonNode> SampleAsync(string file) =>
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Contracts", "Chatwoot", file)))!;
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootAnswersOnPostgres(PostgresHost host) : ChatwootAnswerTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootAnswersOnSqlite(SqliteHost host) : ChatwootAnswerTests(host);
