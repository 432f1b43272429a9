using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hub.Customers;

/// <summary>Customers made through the hub.</summary>
public abstract class HubCustomerCreateTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly CustomerRoutes hub = new(fixture.Host, TestTenants.Demo);

    [Fact]
    public async Task An_empty_object_makes_a_customer_with_a_reference_for_every_contract_that_needs_one()
    {
        var made = await hub.CreateAsync("{}");

        Assert.Equal(201, made.Status);
        Assert.Equal("\"1-hub\"", made.ETag);
        Assert.Equal(hub.Path($"/{made.Id}"), made.Message.Headers.Location!.OriginalString);
        var references = made.Body!["references"]!;
        Assert.Matches("^c[0-9a-z]{24}$", (string)references["quentli"]!);
        Assert.True((long)references["helpscout"]! > 0);
        Assert.True((long)references["chatwoot"]! > 0);
        Assert.True(Guid.TryParseExact((string)references["insighto"]!, "D", out _));
        Assert.Empty(references["trillet"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(made.Body, (await hub.ShowAsync(made.Id)).Body));
    }

    [Fact]
    public async Task A_whole_customer_comes_back_as_it_was_given()
    {
        var given = Whole();

        var made = await hub.CreateAsync(given.ToJsonString());

        Assert.Equal(201, made.Status);
        foreach (var (name, value) in given)
        {
            Assert.True(JsonNode.DeepEquals(value, made.Body![name]), $"{name}: {made.Body[name]?.ToJsonString()}");
        }
    }

    [Fact]
    public async Task Every_mistake_is_named_by_its_pointer_at_once()
    {
        var answer = await hub.CreateAsync("""
            {
              "id": "x", "version": 1, "createdAt": "2026-01-01T00:00:00Z", "updatedAt": null, "nickname": "A", "name": 5, "blocked": "yes",
              "emails": [ { "id": 5, "value": 7 }, { "id": 5, "value": "b@example.com", "label": "x" }, 3, { "type": "work" } ],
              "websites": [ { "value": "https://example.com", "type": "work" } ],
              "tags": [ "a", 1 ], "lastSeenAt": "2026-01-01T00:00:00", "archivedAt": "yesterday",
              "address": { "lines": "x", "planet": "Earth" }, "consent": { "signature": false, "a/b": 1 }, "verification": null,
              "customAttributes": [], "phone": "+12025550100", "channels": { "telephone": "+12025550101" },
              "vendor": { "quentli": { "skipTaxInvoice": "no", "x": 1 }, "helpscout": { "conversationCount": 1.5 },
                          "chatwoot": { "contactInboxes": [ 1 ] }, "acme": {} },
              "references": { "helpscout": "100", "quentli": 5, "insighto": "no-uuid", "trillet": "x", "acme": 1, "chatwoot": 0 }
            }
            """);

        Assert.Equal(400, answer.Status);
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType!.ToString());
        string[] expected =
        [
            "/id read_only", "/version read_only", "/createdAt read_only", "/updatedAt read_only", "/nickname unknown_member", "/name wrong_type",
            "/blocked wrong_type", "/emails/0/value wrong_type", "/emails/1/id duplicate", "/emails/1/label unknown_member", "/emails/2 wrong_type",
            "/emails/3/value required", "/websites/0/type unknown_member", "/tags/1 wrong_type", "/lastSeenAt wrong_type", "/archivedAt wrong_type",
            "/address/lines wrong_type", "/address/planet unknown_member", "/consent/signature wrong_type", "/consent/a~1b unknown_member",
            "/verification wrong_type", "/customAttributes wrong_type", "/channels/telephone contradiction", "/vendor/quentli/skipTaxInvoice wrong_type",
            "/vendor/quentli/x unknown_member", "/vendor/helpscout/conversationCount wrong_type", "/vendor/chatwoot/contactInboxes wrong_type",
            "/vendor/acme unknown_member", "/references/helpscout wrong_type", "/references/quentli wrong_type",
            "/references/insighto invalid_reference", "/references/trillet wrong_type", "/references/acme unknown_member", "/references/chatwoot wrong_type",
        ];
        Assert.Equal(expected.Order(), answer.Errors);
    }

    [Theory]
    [InlineData("username", "/username")]
    [InlineData("identifier", "/identifier")]
    [InlineData("email", "/email")]
    [InlineData("phone", "/phone")]
    public async Task Unique_values_have_at_most_512_characters(string member, string place)
    {
        var answer = await hub.CreateAsync(new JsonObject { [member] = new string('1', 513) }.ToJsonString());

        Assert.Equal(400, answer.Status);
        Assert.Equal([$"{place} too_long"], answer.Errors);
    }

    [Theory]
    [InlineData("[]", 400, "invalid")]
    [InlineData("{", 400, "malformed")]
    [InlineData("", 400, "malformed")]
    public async Task A_body_that_is_no_object_is_refused(string body, int status, string type)
    {
        var answer = await hub.CreateAsync(body);

        Assert.Equal((status, type), (answer.Status, answer.Type));
    }

    [Fact]
    public async Task All_taken_values_are_named_with_the_customers_that_have_them()
    {
        var (email, user) = ($"{hub.Unique("a")}@example.com", hub.Unique("u"));
        var first = await hub.CreateAsync($$"""{ "emails": [ { "value": "other{{email}}" }, { "value": "{{email}}" } ] }""");
        var second = await hub.CreateAsync($$"""{ "username": "{{user}}" }""");

        var answer = await hub.CreateAsync($$"""
            { "username": "{{user}}", "email": "{{email.ToUpperInvariant()}}", "references": { "helpscout": {{second.Body!["references"]!["helpscout"]}} } }
            """);

        Assert.Equal((409, "taken"), (answer.Status, answer.Type));
        Assert.Equal(
            new[] { $"/email {first.Id}", $"/references/helpscout {second.Id}", $"/username {second.Id}" },
            answer.Body!["conflicts"]!.AsArray().Select(conflict => $"{conflict!["pointer"]} {conflict["customerId"]}").Order());
    }

    [Fact]
    public async Task A_customer_that_has_several_values_of_a_kind_is_named_once()
    {
        var (one, two) = (hub.Unique("t"), hub.Unique("t"));
        var body = $$"""{ "references": { "trillet": [ "{{one}}", "{{two}}" ] } }""";
        var first = await hub.CreateAsync(body);

        var answer = await hub.CreateAsync(body);

        Assert.Equal((409, "taken"), (answer.Status, answer.Type));
        var conflict = Assert.Single(answer.Body!["conflicts"]!.AsArray());
        Assert.Equal(("/references/trillet", first.Id), ((string)conflict!["pointer"]!, (string)conflict["customerId"]!));
    }

    [Fact]
    public async Task Numbers_step_past_those_that_were_given()
    {
        var next = (long)(await hub.CreateAsync("{}")).Body!["references"]!["helpscout"]!;
        for (var given = next + 1; given <= next + 5; given++)
        {
            await hub.CreateAsync($$"""{ "references": { "helpscout": {{given}} } }""");
        }

        var made = await hub.CreateAsync("{}");

        Assert.Equal(201, made.Status);
        Assert.NotInRange((long)made.Body!["references"]!["helpscout"]!, next, next + 5);
    }

    [Fact]
    public async Task Many_at_once_all_succeed_with_numbers_of_their_own()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => hub.CreateAsync("{}")));

        Assert.All(made, answer => Assert.Equal(201, answer.Status));
        Assert.Equal(12, made.Select(answer => (long)answer.Body!["references"]!["chatwoot"]!).Distinct().Count());
    }

    [Fact]
    public async Task One_of_many_at_once_gets_the_email_and_the_others_are_told_who()
    {
        var email = $"{hub.Unique("race")}@example.com";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hub.CreateAsync($$"""{ "email": "{{email}}" }""")));

        var winner = Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer != winner), loser =>
        {
            Assert.Equal(409, loser.Status);
            Assert.Equal(winner.Id, (string)loser.Body!["conflicts"]![0]!["customerId"]!);
        });
    }

    [Fact]
    public async Task A_key_that_may_only_read_makes_nothing() =>
        Assert.Equal(403, (await hub.CreateAsync("{}", TestTenants.DemoReadOnly.Key("hub"))).Status);

    [Fact]
    public async Task What_is_made_here_is_updated_and_read_through_every_contract()
    {
        var conversation = hub.Unique("conversation");
        var made = await hub.CreateAsync($$"""
            { "name": "Ada Lovelace", "email": "{{hub.Unique("ada")}}@example.com", "references": { "trillet": [ "{{conversation}}" ] } }
            """);
        var customer = CustomerRoutes.CustomerOf(TestTenants.Demo, made);
        var version = 1L;

        foreach (var contract in ContractsUnderTest.All)
        {
            var reference = contract.Name == "trillet" ? conversation : null;
            var update = await host.Client.SendAsync(contract.Update(customer, contract.WriteName("Grace", contract.Name), reference: reference));
            Assert.True(update.IsSuccessStatusCode, $"{contract.Name}: {await update.Content.ReadAsStringAsync()}");
            var shown = await host.Client.SendAsync(contract.Show(customer, reference: reference));
            Assert.Contains(contract.Name, await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);

            var now = await hub.ShowAsync(made.Id);
            Assert.Equal(++version, (long)now.Body!["version"]!);
            Assert.Equal($"Grace {contract.Name}", (string)now.Body["name"]!);
        }
    }

    private JsonObject Whole()
    {
        var (one, two) = ($"{hub.Unique("one")}@example.com", $"{hub.Unique("two")}@example.com");
        return JsonNode.Parse($$"""
            {
              "name": "Juan Perez", "firstName": "Juanito", "lastName": "P", "username": "{{hub.Unique("user")}}", "identifier": "{{hub.Unique("id")}}",
              "email": "{{two}}", "phone": null, "secondaryPhone": "555 0100",
              "emails": [ { "id": 70001, "type": "home", "value": "{{one}}" }, { "id": 70002, "type": null, "value": "{{two}}" } ],
              "phones": [ { "id": 70003, "type": "fax", "value": "555 0100" } ],
              "chats": [ { "id": 70004, "type": "skype", "value": "juan" } ], "socialProfiles": [ { "id": 70005, "type": "twitter", "value": "@j" } ],
              "websites": [ { "id": 70006, "value": "https://example.com" } ],
              "address": { "lines": [ "1 Main St" ], "city": "Boston", "state": null, "postalCode": "02110", "country": "US" },
              "jobTitle": "CEO", "organization": "Acme", "location": "Boston", "background": "…", "age": "30-40", "gender": "male",
              "photoUrl": "https://example.com/p.png", "photoType": "custom", "tags": [ "VIP", "b" ], "blocked": true, "assigneeId": "u1",
              "lastSeenAt": "2026-01-01T12:00:00.125Z",
              "customAttributes": { "a": [ 1, { "b": null } ] }, "profileAttributes": { "city": "X" }, "channels": { "whatsapp": { "id": 5 } },
              "consent": { "acceptedServiceAgreement": true, "tosIp": "10.0.0.1", "signature": "J", "signatureAcceptedAt": null,
                           "optedOutWhatsappAt": null, "optedInWhatsappAt": "2026-01-01T00:00:00.000Z", "startedWhatsappAt": null },
              "verification": { "emailVerified": true, "phoneNumberVerified": false, "hasChangedPassword": true },
              "archivedAt": "2026-01-02T00:00:00.000Z", "archivedById": "u2",
              "vendor": { "chatwoot": { "contactInboxes": [ { "source_id": "s" } ] }, "helpscout": { "conversationCount": 3 },
                          "insighto": { "lastSent": "yesterday" }, "quentli": { "skipTaxInvoice": true } },
              "references": { "trillet": [ "{{hub.Unique("t")}}" ], "quentli": "{{hub.Unique("q")}}", "helpscout": {{Random.Shared.Next(1 << 20, 1 << 30)}},
                              "chatwoot": {{Random.Shared.Next(1 << 20, 1 << 30)}}, "insighto": "{{Guid.NewGuid()}}" }
            }
            """)!.AsObject();
    }
}

[Collection(PostgresTests.Name)]
public sealed class HubCustomerCreateOnPostgres(PostgresHost host) : HubCustomerCreateTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubCustomerCreateOnSqlite(SqliteHost host) : HubCustomerCreateTests(host);
