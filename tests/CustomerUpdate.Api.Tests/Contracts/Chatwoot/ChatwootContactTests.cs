using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Making and deleting contacts, over HTTP.</summary>
public abstract class ChatwootContactTests
{
    private const string NotFound = """404 {"error":"Resource could not be found"}""";

    private readonly HostUnderTest host;
    private readonly ChatwootClient chatwoot;

    private protected ChatwootContactTests(HostFixture fixture)
    {
        host = fixture.Host;
        chatwoot = new ChatwootClient(host);
    }

    [Fact]
    public async Task A_contact_is_made_and_every_contract_sees_it()
    {
        var (email, identifier) = ($"{Guid.NewGuid():N}@example.com", $"{Guid.NewGuid()}");

        var made = await chatwoot.PostAsync(
            "/contacts",
            $$"""{ "name": "Grace Hopper", "email": "{{email.ToUpperInvariant()}}", "identifier": "{{identifier}}", "blocked": true, "custom_attributes": { "plan": "gold" } }""");

        Assert.Equal(200, made.Status);
        Assert.Equal(["contact", "contact_inbox"], made.Contact.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"inbox":null,"source_id":null}""", made.Contact.GetProperty("contact_inbox").GetRawText());
        var contact = made.Contact.GetProperty("contact");
        Assert.Equal(
            ("Grace Hopper", email, identifier),
            (contact.GetProperty("name").GetString(), contact.GetProperty("email").GetString(), contact.GetProperty("identifier").GetString()));
        Assert.Equal("""{"plan":"gold"}""", contact.GetProperty("custom_attributes").GetRawText());
        Assert.Equal("[]", contact.GetProperty("contact_inboxes").GetRawText());
        var shown = await chatwoot.SendAsync(HttpMethod.Get, ChatwootClient.PathOf(contact.GetProperty("id").GetRawText()));
        Assert.Equal(contact.GetRawText(), shown.Contact.GetRawText());
        var stored = await host.Customers.FindAsync(new CustomerKey(CustomerKey.EmailKind, email));
        Assert.All(["quentli", "helpscout", "insighto"], contract => Assert.NotNull(stored!.Profile.ReferenceOf(contract)));
        Assert.True(stored!.Profile.Blocked);
    }

    [Theory]
    [InlineData("/import")]
    [InlineData("/export")]
    [InlineData("/export.json")]
    public async Task Import_and_export_are_for_administrators_and_not_offered(string part)
    {
        var tenant = await LimitedTenant.CreateAsync(host);
        var path = $"/api/v1/accounts/{tenant.Tenant.Tenant.AccountId}/contacts{part}";

        Assert.Equal("""401 {"error":"You are not authorized to do this action"}""", await PostAsync("read"));
        Assert.Equal("""401 {"error":"You are not authorized to do this action"}""", await PostAsync("write"));
        Assert.Equal("""404 {"error":"Resource could not be found"}""", await PostAsync("admin"));

        async Task<string> PostAsync(string role) => (await chatwoot.SendAsync(
            HttpMethod.Post, path, null, ("api_access_token", await tenant.NewKeyAsync("chatwoot", role)))).Line;
    }

    [Fact]
    public async Task An_empty_body_makes_a_contact()
    {
        var made = await chatwoot.PostAsync("/contacts", "{}");

        Assert.Equal(200, made.Status);
        Assert.Equal("null", made.Contact.GetProperty("contact").GetProperty("name").GetRawText());
    }

    [Fact]
    public async Task A_contact_is_made_with_its_place_in_an_inbox_which_is_shown_whole()
    {
        var inbox = await chatwoot.NewInboxAsync("Email");
        var email = $"{Guid.NewGuid():N}@example.com";

        var made = await chatwoot.PostAsync("/contacts", $$"""{ "email": "{{email}}", "inbox_id": {{inbox}} }""");

        var place = made.Contact.GetProperty("contact_inbox");
        Assert.Equal(email, place.GetProperty("source_id").GetString());
        Assert.Equal(
            [
                "id", "channel_id", "account_id", "name", "created_at", "updated_at", "channel_type", "enable_auto_assignment", "greeting_enabled",
                "greeting_message", "email_address", "working_hours_enabled", "out_of_office_message", "timezone", "enable_email_collect",
                "csat_survey_enabled", "allow_messages_after_resolved", "auto_assignment_config", "lock_to_single_conversation", "portal_id",
                "sender_name_type", "business_name", "csat_config",
            ],
            place.GetProperty("inbox").EnumerateObject().Select(member => member.Name));
        Assert.Equal(inbox, place.GetProperty("inbox").GetProperty("id").GetInt64());
        var row = Assert.Single(made.Contact.GetProperty("contact").GetProperty("contact_inboxes").EnumerateArray());
        Assert.Equal(email, row.GetProperty("source_id").GetString());
        Assert.Equal(6, row.GetProperty("inbox").GetPropertyCount());
    }

    [Fact]
    public async Task Without_its_inbox_or_what_that_needs_no_contact_is_made()
    {
        var inbox = await chatwoot.NewInboxAsync("Sms");
        var email = $"{Guid.NewGuid():N}@example.com";

        var unknown = await chatwoot.PostAsync("/contacts", $$"""{ "email": "{{email}}", "inbox_id": 999999 }""");
        var nonsense = await chatwoot.PostAsync("/contacts", $$"""{ "email": "{{email}}", "inbox_id": "x" }""");
        var unreachable = await chatwoot.PostAsync("/contacts", $$"""{ "email": "{{email}}", "inbox_id": {{inbox}} }""");

        Assert.Equal((NotFound, NotFound), (unknown.Line, nonsense.Line));
        Assert.Equal("""422 {"error":"param is missing or the value is empty: contact phone number"}""", unreachable.Line);
        Assert.Null(await host.Customers.FindAsync(new CustomerKey(CustomerKey.EmailKind, email)));
    }

    [Fact]
    public async Task What_another_contact_has_and_what_is_invalid_makes_no_contact()
    {
        var other = await host.Customers.CreateAsync(profile => profile with { Identifier = $"crm-{profile.Email}" });
        var taken = await chatwoot.PostAsync(
            "/contacts",
            $$"""{ "email": "{{other.Profile.Email}}", "phone_number": "{{other.Profile.Phone}}", "identifier": "{{other.Profile.Identifier}}" }""");
        var invalid = await chatwoot.PostAsync("/contacts", """{ "email": "a b", "blocked": null }""");

        Assert.Equal(
            """422 {"message":"Email has already been taken, Identifier has already been taken, Phone number has already been taken","attributes":["email","identifier","phone_number"]}""",
            taken.Line);
        Assert.Equal("""422 {"message":"Email Invalid email, Blocked can't be blank","attributes":["email","blocked"]}""", invalid.Line);
        Assert.Equal(other, await host.Customers.ReadAsync(other));
    }

    [Fact]
    public async Task Making_a_contact_twice_under_one_idempotency_key_makes_one_and_a_dry_run_none()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        (string, string)[] once = [("api_access_token", ChatwootClient.Token), ("Idempotency-Key", email)];
        (string, string)[] dry = [("api_access_token", ChatwootClient.Token), ("Prefer", "dry-run")];
        const string path = "/api/v1/accounts/1/contacts";

        var looked = await chatwoot.SendAsync(HttpMethod.Post, path, ContractUnderTest.Text($$"""{ "email": "{{email}}" }"""), dry);
        Assert.Null(await host.Customers.FindAsync(new CustomerKey(CustomerKey.EmailKind, email)));
        var first = await chatwoot.SendAsync(HttpMethod.Post, path, ContractUnderTest.Text($$"""{ "email": "{{email}}" }"""), once);
        var again = await chatwoot.SendAsync(HttpMethod.Post, path, ContractUnderTest.Text($$"""{ "email": "{{email}}" }"""), once);

        Assert.Equal((200, 200), (looked.Status, first.Status));
        Assert.Equal(first.Line, again.Line);
    }

    [Fact]
    public async Task Only_an_administrator_deletes()
    {
        var customer = await host.Customers.CreateAsync();
        var agent = await new HubClient(host).NewKeyAsync($"/tenants/{customer.TenantId}", "chatwoot", "write");

        var refused = await chatwoot.SendAsync(
            HttpMethod.Delete, ChatwootClient.PathOf(customer), null, ("api_access_token", agent.Text("key")));
        Assert.Equal("""401 {"error":"You are not authorized to do this action"}""", refused.Line);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));

        var deleted = await chatwoot.DeleteAsync(customer);
        Assert.Equal((200, null, ""), (deleted.Status, deleted.ContentType, deleted.Body));
        Assert.Equal(NotFound, (await chatwoot.GetAsync(customer)).Line);
        Assert.Equal(NotFound, (await chatwoot.DeleteAsync(customer)).Line);
        Assert.Null(await host.Customers.FindAsync(CustomerKey.Id(customer.Id)));
    }

    [Theory]
    [InlineData("""{ "custom_attributes": ["plan", "nothing", "7"] }""", """{"seats":5}""")]
    [InlineData("""{ "custom_attributes": ["plan", 7, null] }""", """{"seats":5}""")]
    [InlineData("""{ "custom_attributes": [] }""", """{"7":"x","plan":"gold","seats":5}""")]
    [InlineData("""{ "custom_attributes": "plan" }""", """{"7":"x","plan":"gold","seats":5}""")]
    [InlineData("""{ "custom_attributes": [["plan"]] }""", """{"7":"x","plan":"gold","seats":5}""")]
    [InlineData("{}", """{"7":"x","plan":"gold","seats":5}""")]
    [InlineData("[]", """{"7":"x","plan":"gold","seats":5}""")]
    public async Task Custom_attributes_go_by_their_keys(string body, string left)
    {
        var customer = await host.Customers.CreateAsync(profile => profile with
        {
            CustomAttributes = ValueMap<BagValue>.Of([new("plan", BagValue.Of("gold")), new("seats", BagValue.Of(JsonElement.Parse("5"))), new("7", BagValue.Of("x"))]),
        });

        var answer = await chatwoot.PostAsync(customer, "/destroy_custom_attributes", body);

        Assert.Equal((200, left, "[]"), (answer.Status, answer["custom_attributes"], answer["contact_inboxes"]));
        Assert.Null(answer["contact"]);
    }

    [Fact]
    public async Task A_form_names_attributes_and_labels_too()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { CustomAttributes = ValueMap<BagValue>.Of([new("plan", BagValue.Of("gold"))]) });
        HttpContent Form(string text) => ContractUnderTest.Text(text, "application/x-www-form-urlencoded");

        var left = await chatwoot.SendAsync(HttpMethod.Post, ChatwootClient.PathOf(customer) + "/destroy_custom_attributes", Form("custom_attributes[]=plan"));
        var labels = await chatwoot.SendAsync(HttpMethod.Post, ChatwootClient.PathOf(customer) + "/labels", Form("labels[]=a&labels[]=b"));

        Assert.Equal("{}", left["custom_attributes"]);
        Assert.Equal("""200 {"payload":["a","b"]}""", labels.Line);
    }

    [Theory]
    [InlineData("""{ "labels": ["a", "b"] }""", """["a","b"]""")]
    [InlineData("""{ "labels": ["a, b ,,", "b", " ", 5, null] }""", """["a","b","5"]""")]
    [InlineData("""{ "labels": [] }""", "[]")]
    [InlineData("""{ "labels": "a" }""", "[]")]
    [InlineData("{}", "[]")]
    public async Task Labels_are_replaced_and_are_the_tags_of_the_other_contracts(string body, string labels)
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { Tags = ["VIP"] });
        Assert.Equal("""200 {"payload":["VIP"]}""", (await chatwoot.GetPartAsync(customer, "/labels")).Line);

        var answer = await chatwoot.PostAsync(customer, "/labels", body);

        Assert.Equal($$"""200 {"payload":{{labels}}}""", answer.Line);
        Assert.Equal(answer.Line, (await chatwoot.GetPartAsync(customer, "/labels")).Line);
        Assert.Equal(labels, JsonSerializer.Serialize((await host.Customers.ReadAsync(customer)).Profile.Tags));
    }

    [Fact]
    public async Task A_label_has_at_most_255_characters()
    {
        var customer = await host.Customers.CreateAsync();

        var answer = await chatwoot.PostAsync(customer, "/labels", $$"""{ "labels": ["{{new string('x', 256)}}"] }""");

        Assert.Equal("""422 {"message":"Labels is too long (maximum is 255 characters)","attributes":["labels"]}""", answer.Line);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Of_a_contact_that_is_nobody_there_is_nothing()
    {
        foreach (var id in new[] { "99999999", "7abc", "0" })
        {
            foreach (var part in new[] { "/labels", "/contactable_inboxes", "/conversations" })
            {
                Assert.Equal(NotFound, (await chatwoot.SendAsync(HttpMethod.Get, ChatwootClient.PathOf(id) + part)).Line);
            }

            foreach (var part in new[] { "/labels", "/destroy_custom_attributes", "/contact_inboxes" })
            {
                Assert.Equal(NotFound, (await chatwoot.PostAsync($"/contacts/{id}{part}", "{}")).Line);
            }

            Assert.Equal(NotFound, (await chatwoot.SendAsync(HttpMethod.Delete, ChatwootClient.PathOf(id) + "/avatar")).Line);
            Assert.Equal(NotFound, (await chatwoot.SendAsync(HttpMethod.Delete, ChatwootClient.PathOf(id))).Line);
        }
    }

    [Fact]
    public async Task A_key_that_may_only_read_writes_nothing()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { Tags = ["VIP"] });
        var reader = ("api_access_token", TestTenants.DemoReadOnly.Key("chatwoot"));
        var path = ChatwootClient.PathOf(customer);
        (HttpMethod Method, string Path)[] writes =
        [
            (HttpMethod.Post, "/api/v1/accounts/1/contacts"), (HttpMethod.Delete, path), (HttpMethod.Delete, path + "/avatar"),
            (HttpMethod.Post, path + "/labels"), (HttpMethod.Post, path + "/destroy_custom_attributes"), (HttpMethod.Post, path + "/contact_inboxes"),
            (HttpMethod.Post, "/api/v1/accounts/1/actions/contact_merge"),
        ];

        foreach (var write in writes)
        {
            var refused = await chatwoot.SendAsync(write.Method, write.Path, ContractUnderTest.Text("{}"), reader);
            Assert.Equal("""401 {"error":"You are not authorized to do this action"}""", refused.Line);
        }

        Assert.Equal("""200 {"payload":["VIP"]}""", (await chatwoot.SendAsync(HttpMethod.Get, path + "/labels", null, reader)).Line);
        Assert.Equal(200, (await chatwoot.SendAsync(HttpMethod.Get, path + "/contactable_inboxes", null, reader)).Status);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Preconditions_hold_for_the_other_writes_too()
    {
        var customer = await host.Customers.CreateAsync();
        (string, string)[] stale = [("api_access_token", ChatwootClient.Token), ("If-Match", "\"9-chatwoot\"")];
        var path = ChatwootClient.PathOf(customer);

        foreach (var (method, part, body) in new[]
        {
            (HttpMethod.Post, "/labels", """{ "labels": ["a"] }"""), (HttpMethod.Delete, "/avatar", ""), (HttpMethod.Delete, "", ""),
            (HttpMethod.Post, "/destroy_custom_attributes", """{ "custom_attributes": ["a"] }"""), (HttpMethod.Post, "/contact_inboxes", """{ "inbox_id": 1 }"""),
        })
        {
            Assert.Equal(412, (await chatwoot.SendAsync(method, path + part, ContractUnderTest.Text(body), stale)).Status);
        }

        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task There_are_no_conversations_here() =>
        Assert.Equal("""200 {"payload":[]}""", (await chatwoot.GetPartAsync(await host.Customers.CreateAsync(), "/conversations")).Line);
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootContactsOnPostgres(PostgresHost host) : ChatwootContactTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootContactsOnSqlite(SqliteHost host) : ChatwootContactTests(host);
