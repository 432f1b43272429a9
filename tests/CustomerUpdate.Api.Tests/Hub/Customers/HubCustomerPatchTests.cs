using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hub.Customers;

/// <summary>Customers patched through the hub.</summary>
public abstract class HubCustomerPatchTests(HostFixture fixture)
{
    private readonly CustomerRoutes hub = new(fixture.Host, TestTenants.Demo);

    [Theory]
    [InlineData("""{ "name": "Grace Hopper" }""", """{ "name": "Grace Hopper", "firstName": "Grace", "lastName": "Hopper" }""")]
    [InlineData("""{ "name": "Countess", "firstName": "Ada", "lastName": "Lovelace" }""", """{ "name": "Countess", "firstName": "Ada", "lastName": "Lovelace" }""")]
    [InlineData("""{ "name": "Ada Lovelace", "lastName": "Byron" }""", """{ "name": "Ada Lovelace", "firstName": "Ada", "lastName": "Byron" }""")]
    [InlineData("""{ "lastName": "Byron" }""", """{ "name": "Ada Byron", "firstName": "Ada", "lastName": "Byron" }""")]
    [InlineData("""{ "name": null }""", """{ "name": null, "firstName": null, "lastName": null }""")]
    [InlineData("""{ "tags": null, "blocked": null }""", """{ "tags": [], "blocked": false }""")]
    [InlineData("""{ "address": { "city": null } }""", """{ "address": { "lines": [ "1 St" ], "city": null, "state": null, "postalCode": null, "country": "UK" } }""")]
    [InlineData("""{ "address": null }""", """{ "address": null }""")]
    [InlineData("""{ "customAttributes": { "plan": null, "n": 1 } }""", """{ "customAttributes": { "keep": true, "n": 1 } }""")]
    [InlineData("""{ "vendor": { "quentli": { "skipTaxInvoice": null } } }""", """{ "vendor": { "chatwoot": { "contactInboxes": [] }, "insighto": { "lastSent": "x" } } }""")]
    [InlineData("""{ "vendor": { "insighto": null } }""", """{ "vendor": { "chatwoot": { "contactInboxes": [] }, "quentli": { "skipTaxInvoice": true } } }""")]
    [InlineData("""{ "vendor": null }""", """{ "vendor": {} }""")]
    [InlineData(
        """{ "consent": null, "verification": null }""",
        """
        { "consent": { "acceptedServiceAgreement": false, "tosIp": null, "signature": null, "signatureAcceptedAt": null,
                       "optedOutWhatsappAt": null, "optedInWhatsappAt": null, "startedWhatsappAt": null },
          "verification": { "emailVerified": false, "phoneNumberVerified": false, "hasChangedPassword": false } }
        """)]
    [InlineData("""{ "customAttributes": null, "profileAttributes": null }""", """{ "customAttributes": {}, "profileAttributes": {} }""")]
    [InlineData("""{ "channels": null }""", """{ "channels": {}, "phone": null, "phones": [] }""")]
    [InlineData("""{ "emails": null, "phones": null, "chats": null, "websites": null, "references": { "trillet": null } }""", """{ "email": null, "emails": [], "phone": null, "phones": [], "chats": [], "websites": [] }""")]
    [InlineData("""{ "phone": "+12025550999" }""", """{ "channels": { "telephone": "+12025550999", "whatsapp": 1 } }""")]
    [InlineData("""{ "channels": { "telephone": "+12025550998" } }""", """{ "phone": "+12025550998", "channels": { "telephone": "+12025550998", "whatsapp": 1, "dial_code": "1" } }""")]
    [InlineData("""{ "channels": { "telephone": null } }""", """{ "phone": null, "phones": [] }""")]
    public async Task A_merge_patch_changes_what_it_names_and_what_follows_from_that(string patch, string expected)
    {
        var made = await MakeAsync();

        var answer = await hub.PatchAsync(made.Id, patch);
        await hub.EraseAsync(made.Id);

        Assert.True(answer.Status == 200, answer.Body?.ToJsonString());
        Assert.Equal("\"2-hub\"", answer.ETag);
        foreach (var (name, value) in JsonNode.Parse(expected)!.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(value, answer.Body![name]), $"{name}: {answer.Body[name]?.ToJsonString()}");
        }
    }

    [Theory]
    [InlineData("""[ { "op": "remove", "path": "/vendor" } ]""", """{ "vendor": {} }""")]
    [InlineData("""[ { "op": "replace", "path": "/vendor", "value": { "quentli": { "skipTaxInvoice": false } } } ]""", """{ "vendor": { "quentli": { "skipTaxInvoice": false } } }""")]
    [InlineData("""[ { "op": "remove", "path": "/vendor/chatwoot/contactInboxes" } ]""", """{ "vendor": { "insighto": { "lastSent": "x" }, "quentli": { "skipTaxInvoice": true } } }""")]
    [InlineData("""[ { "op": "remove", "path": "/address" }, { "op": "remove", "path": "/tags" }, { "op": "remove", "path": "/blocked" } ]""", """{ "address": null, "tags": [], "blocked": false }""")]
    [InlineData("""[ { "op": "remove", "path": "/consent/tosIp" }, { "op": "remove", "path": "/verification" }, { "op": "remove", "path": "/archivedAt" } ]""", """{ "archivedAt": null, "verification": { "emailVerified": false, "phoneNumberVerified": false, "hasChangedPassword": false } }""")]
    [InlineData("""[ { "op": "replace", "path": "/name", "value": "Countess" }, { "op": "replace", "path": "/firstName", "value": "Ada" } ]""", """{ "name": "Countess", "firstName": "Ada", "lastName": "Lovelace" }""")]
    [InlineData("""[ { "op": "test", "path": "/firstName", "value": "Ada" }, { "op": "replace", "path": "/name", "value": "Countess" } ]""", """{ "name": "Countess", "firstName": "Countess", "lastName": null }""")]
    public async Task A_json_patch_changes_what_it_writes_and_what_follows_from_that(string patch, string expected)
    {
        var made = await MakeAsync();

        var answer = await hub.PatchAsync(made.Id, patch, CustomerRoutes.JsonPatch);

        Assert.True(answer.Status == 200, answer.Body?.ToJsonString());
        Assert.Equal("\"2-hub\"", answer.ETag);
        foreach (var (name, value) in JsonNode.Parse(expected)!.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(value, answer.Body![name]), $"{name}: {answer.Body[name]?.ToJsonString()}");
        }
    }

    [Fact]
    public async Task A_patch_that_changes_nothing_makes_no_version()
    {
        var made = await MakeAsync();

        var answer = await hub.PatchAsync(made.Id, made.Body!.ToJsonString());

        Assert.Equal((200, "\"1-hub\""), (answer.Status, answer.ETag));
        Assert.True(JsonNode.DeepEquals(made.Body, answer.Body));
    }

    [Fact]
    public async Task A_new_address_alone_takes_the_place_of_the_primary_one()
    {
        var made = await MakeAsync();
        var email = $"{hub.Unique("new")}@example.com";

        var answer = await hub.PatchAsync(made.Id, $$"""{ "email": "{{email}}" }""");

        var old = made.Body!["emails"]![0]!;
        Assert.Equal(email, (string)answer.Body!["emails"]![0]!["value"]!);
        Assert.Equal((long)old["id"]!, (long)answer.Body["emails"]![0]!["id"]!);
    }

    [Fact]
    public async Task A_list_keeps_its_primary_by_its_id()
    {
        var made = await MakeAsync();
        var (first, second) = ($"{hub.Unique("1")}@example.com", $"{hub.Unique("2")}@example.com");

        var answer = await hub.PatchAsync(
            made.Id,
            $$"""
            [ { "op": "add", "path": "/emails/0", "value": { "value": "{{first}}" } },
              { "op": "replace", "path": "/emails/1/value", "value": "{{second}}" } ]
            """,
            CustomerRoutes.JsonPatch);

        Assert.Equal(200, answer.Status);
        Assert.Equal(second, (string)answer.Body!["email"]!);
        Assert.Equal([first, second], answer.Body["emails"]!.AsArray().Select(entry => (string)entry!["value"]!));
    }

    [Fact]
    public async Task A_new_signature_is_stamped_unless_the_patch_says_when()
    {
        var made = await MakeAsync();

        var stamped = await hub.PatchAsync(made.Id, """{ "consent": { "signature": "Ada" } }""");
        var dated = await hub.PatchAsync(made.Id, """{ "consent": { "signature": "A.", "signatureAcceptedAt": "2020-01-01T01:00:00+01:00" } }""");

        Assert.Equal((string)stamped.Body!["updatedAt"]!, (string)stamped.Body["consent"]!["signatureAcceptedAt"]!);
        Assert.Equal("2020-01-01T00:00:00.000Z", (string)dated.Body!["consent"]!["signatureAcceptedAt"]!);
    }

    [Theory]
    [InlineData("""{ "version": 7 }""", "/version read_only")]
    [InlineData("""{ "id": null }""", "/id read_only")]
    [InlineData("""{ "references": { "quentli": null } }""", "/references/quentli required")]
    [InlineData("""{ "references": null }""", "/references/chatwoot required,/references/helpscout required,/references/insighto required,/references/quentli required")]
    [InlineData("""{ "emails": [ { "value": 5, "x": 1 } ], "nickname": 1 }""", "/emails/0/value wrong_type,/emails/0/x unknown_member,/nickname unknown_member")]
    [InlineData("""{ "phone": "+1", "channels": { "telephone": "+2" } }""", "/channels/telephone contradiction")]
    [InlineData("5", " wrong_type")]
    public async Task A_patch_whose_result_breaks_rules_writes_nothing(string patch, string errors)
    {
        var made = await MakeAsync();

        var answer = await hub.PatchAsync(made.Id, patch);

        Assert.Equal(400, answer.Status);
        Assert.Equal(errors.Split(','), answer.Errors);
        Assert.True(JsonNode.DeepEquals(made.Body, (await hub.ShowAsync(made.Id)).Body));
    }

    [Theory]
    [InlineData("""[ { "op": "add", "path": "/tags/-", "value": "x" }, { "op": "test", "path": "/version", "value": 9 } ]""", 409, "/1 test_failed")]
    [InlineData("""[ { "op": "remove", "path": "/customAttributes/none" } ]""", 409, "/0 path_not_found")]
    [InlineData("""[ { "op": "spam", "path": "tags" }, { "op": "add", "path": "/tags/-" } ]""", 400, "/0/op unknown_operation,/0/path invalid_pointer,/1/value required")]
    [InlineData("{}", 400, " wrong_type")]
    public async Task A_json_patch_that_fails_writes_nothing(string patch, int status, string errors)
    {
        var made = await MakeAsync();

        var answer = await hub.PatchAsync(made.Id, patch, CustomerRoutes.JsonPatch);

        Assert.Equal(status, answer.Status);
        Assert.Equal(errors.Split(','), answer.Errors);
        Assert.True(JsonNode.DeepEquals(made.Body, (await hub.ShowAsync(made.Id)).Body));
    }

    [Fact]
    public async Task More_than_500_operations_are_refused()
    {
        var made = await MakeAsync();
        var patch = $"[{string.Join(',', Enumerable.Repeat("""{ "op": "test", "path": "/version", "value": 1 }""", 501))}]";

        Assert.Equal([" too_many_operations"], (await hub.PatchAsync(made.Id, patch, CustomerRoutes.JsonPatch)).Errors);
    }

    [Fact]
    public async Task Copies_of_copies_are_too_large()
    {
        var made = await MakeAsync();
        var doubling = Enumerable.Range(0, 60).Select(index =>
            $$"""{ "op": "copy", "from": "/customAttributes", "path": "/profileAttributes/{{index}}" }, { "op": "copy", "from": "/profileAttributes", "path": "/customAttributes/{{index}}" }""");

        var answer = await hub.PatchAsync(made.Id, $"[{string.Join(',', doubling)}]", CustomerRoutes.JsonPatch);

        Assert.True(answer.Status is 400 or 413, answer.Body?.ToJsonString());
        Assert.True(JsonNode.DeepEquals(made.Body, (await hub.ShowAsync(made.Id)).Body));
    }

    [Fact]
    public async Task Another_media_type_is_refused_with_those_that_are_taken()
    {
        var made = await MakeAsync();

        var answer = await hub.PatchAsync(made.Id, "{}", "application/json");

        Assert.Equal(415, answer.Status);
        Assert.Equal("application/merge-patch+json, application/json-patch+json", answer.Message.Headers.GetValues("Accept-Patch").Single());
        Assert.Equal("The body must be application/merge-patch+json or application/json-patch+json.", (string?)answer.Body!["detail"]);
    }

    [Fact]
    public async Task Patches_at_once_are_all_applied()
    {
        var made = await MakeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(index =>
            hub.PatchAsync(made.Id, $$"""[ { "op": "add", "path": "/tags/-", "value": "{{index}}" } ]""", CustomerRoutes.JsonPatch)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var now = await hub.ShowAsync(made.Id);
        Assert.Equal(11, (long)now.Body!["version"]!);
        Assert.Equal(11, now.Body["tags"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_taken_value_is_named_with_its_owner()
    {
        var (one, two) = (await MakeAsync(), await hub.CreateAsync("{}"));

        var answer = await hub.PatchAsync(two.Id, new JsonObject { ["email"] = (string)one.Body!["email"]! }.ToJsonString());

        Assert.Equal((409, "taken"), (answer.Status, answer.Type));
        Assert.Equal(one.Id, (string)answer.Body!["conflicts"]![0]!["customerId"]!);
    }

    [Fact]
    public async Task A_tag_that_was_sent_back_saves_the_body_until_the_next_version()
    {
        var made = await MakeAsync();

        var same = await hub.SendAsync(HttpMethod.Get, hub.Path($"/{made.Id}"), ifNoneMatch: $"\"x\", W/{made.ETag}");
        await hub.PatchAsync(made.Id, """{ "jobTitle": "CTO" }""");
        var other = await hub.SendAsync(HttpMethod.Get, hub.Path($"/{made.Id}"), ifNoneMatch: made.ETag);

        Assert.Equal((304, made.ETag, null), (same.Status, same.ETag, same.Body));
        Assert.Equal((200, "\"2-hub\""), (other.Status, other.ETag));
    }

    private async Task<HubAnswer> MakeAsync()
    {
        var digits = CustomerRoutes.UniqueDigits();
        return await hub.CreateAsync($$"""
            { "name": "Ada Lovelace", "email": "{{hub.Unique("ada")}}@example.com", "phone": "+1{{digits}}", "tags": [ "VIP" ], "blocked": true,
              "address": { "lines": [ "1 St" ], "city": "London", "country": "UK" }, "customAttributes": { "plan": "pro", "keep": true },
              "channels": { "whatsapp": 1, "dial_code": "1" }, "vendor": { "quentli": { "skipTaxInvoice": true }, "insighto": { "lastSent": "x" }, "chatwoot": { "contactInboxes": [] } },
              "consent": { "acceptedServiceAgreement": true, "tosIp": "10.0.0.1", "signature": "A" }, "verification": { "emailVerified": true },
              "archivedAt": "2026-01-02T00:00:00Z", "profileAttributes": { "city": "X" }, "chats": [ { "value": "ada" } ], "websites": [ { "value": "https://ada.example" } ] }
            """);
    }
}

[Collection(PostgresTests.Name)]
public sealed class HubCustomerPatchOnPostgres(PostgresHost host) : HubCustomerPatchTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubCustomerPatchOnSqlite(SqliteHost host) : HubCustomerPatchTests(host);
