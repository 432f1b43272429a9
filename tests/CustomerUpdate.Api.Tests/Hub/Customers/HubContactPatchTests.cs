using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;

namespace CustomerUpdate.Api.Tests.Hub.Customers;

/// <summary>
/// What patches through the hub make of a customer's e-mail addresses and phone numbers. In customers and patches, <c>p1</c> is an address and
/// <c>A</c> a number that nobody else has, <c>#1</c> the id of the first entry.
/// </summary>
public abstract class HubContactPatchTests(HostFixture fixture)
{
    private const string TwoEmails = """{ "email": "p1", "emails": [ { "value": "p1" }, { "value": "p2" } ] }""";
    private const string NoPrimary = """{ "email": null, "emails": [ { "value": "p1" }, { "value": "p2" } ] }""";
    private const string TwoPhones = """{ "phone": "A", "secondaryPhone": "B", "phones": [ { "value": "A" }, { "value": "B" } ] }""";
    private const string Texting = """{ "phone": "A", "channels": { "sms": 1, "dial_code": "1" } }""";

    private readonly CustomerRoutes hub = new(fixture.Host, TestTenants.Demo);

    private readonly Dictionary<string, string> names = new[] { "p1", "p2", "p3", "p5", "p6" }
        .Select(name => (Name: name, Value: $"{name}-{Guid.NewGuid():N}@example.com"))
        .Concat(new[] { "A", "B", "C" }.Select(name => (Name: name, Value: $"+1{CustomerRoutes.UniqueDigits()}")))
        .ToDictionary(name => name.Name, name => name.Value);

    [Theory]
    [InlineData("""{ "phone": "B", "channels": { "sms": 2 } }""", "phone B phones B channels sms=2 telephone=B")]
    [InlineData("""{ "phone": "B", "channels": { "sms": 2, "dial_code": "44" } }""", "phone B phones B channels dial_code=44 sms=2 telephone=B")]
    [InlineData("""{ "phone": "B", "channels": { "sms": 2, "telephone": "A" } }""", "phone B phones B channels sms=2 telephone=B")]
    [InlineData("""{ "phone": "A", "channels": { "sms": 2, "telephone": "B" } }""", "phone B phones B channels dial_code=1 sms=2 telephone=B")]
    [InlineData("""{ "phone": null, "channels": { "sms": 3 } }""", "phone - phones  channels sms=3")]
    [InlineData("""{ "phone": "A", "channels": null }""", "phone A phones A channels telephone=A")]
    [InlineData("""{ "phones": [ { "value": "B" } ], "channels": { "sms": 2 } }""", "phone B phones B channels sms=2 telephone=B")]
    [InlineData("""{ "phones": [ { "value": "B" }, { "value": "A" } ], "channels": { "telephone": "A" } }""", "phone A phones B,A channels dial_code=1 sms=1 telephone=A")]
    [InlineData("""[ { "op": "replace", "path": "/phone", "value": "B" }, { "op": "add", "path": "/channels/fax", "value": 1 } ]""", "phone B phones B channels fax=1 sms=1 telephone=B")]
    [InlineData("""[ { "op": "remove", "path": "/phone" }, { "op": "remove", "path": "/channels/sms" } ]""", "phone - phones  channels ")]
    [InlineData("""[ { "op": "replace", "path": "/phones/0/value", "value": "B" }, { "op": "replace", "path": "/channels/sms", "value": 9 } ]""", "phone B phones B channels sms=9 telephone=B")]
    [InlineData("""[ { "op": "replace", "path": "/channels", "value": { "fax": 1 } } ]""", "phone - phones  channels fax=1")]
    [InlineData("""{ "channels": { "telephone": "B" } }""", "phone B phones B channels dial_code=1 sms=1 telephone=B")]
    public Task Channels_say_something_of_the_phone_only_where_their_telephone_is_another(string patch, string expected) =>
        AssertBecomesAsync(Texting, patch, expected, "phone", "phones", "channels");

    [Theory]
    [InlineData(TwoEmails, """{ "emails": [ { "id": #2, "value": "p2" }, { "id": #1, "value": "p1" } ] }""", "email p2 emails p2,p1")]
    [InlineData(TwoEmails, """{ "emails": [ { "value": "p3" }, { "value": "p1" } ] }""", "email p3 emails p3,p1")]
    [InlineData(TwoEmails, """{ "email": "p1", "emails": [ { "value": "p2" }, { "value": "p1" } ] }""", "email p1 emails p2,p1")]
    [InlineData(TwoEmails, """{ "email": "p3", "emails": [ { "id": #1, "type": "work", "value": "p1" }, { "id": #2, "type": "work", "value": "p2" } ] }""", "email p3 emails p3,p2")]
    [InlineData(TwoEmails, """{ "email": "p1", "emails": [ { "id": #1, "value": "p3" } ] }""", "email p3 emails p3")]
    [InlineData(TwoEmails, """{ "email": null, "emails": [ { "value": "p2" } ] }""", "email - emails p2")]
    [InlineData(TwoEmails, """{ "emails": null }""", "email - emails ")]
    [InlineData(NoPrimary, """{ "emails": [ { "value": "p5" }, { "value": "p6" } ] }""", "email p5 emails p5,p6")]
    [InlineData(NoPrimary, """{ "emails": [ { "id": #1, "type": "work", "value": "p1" }, { "id": #2, "type": "work", "value": "p2" } ] }""", "email p1 emails p1,p2")]
    [InlineData(NoPrimary, """{ "email": null, "emails": [ { "value": "p5" } ] }""", "email - emails p5")]
    public Task A_list_that_is_sent_has_its_first_entry_for_the_primary_unless_that_is_sent_too(string customer, string patch, string expected) =>
        AssertBecomesAsync(customer, patch, expected, "email", "emails");

    [Theory]
    [InlineData(TwoEmails, """[ { "op": "replace", "path": "/emails", "value": [ { "value": "p2" }, { "value": "p1" } ] } ]""", "email p2 emails p2,p1")]
    [InlineData(TwoEmails, """[ { "op": "replace", "path": "/emails", "value": [ { "value": "p2" }, { "value": "p1" } ] }, { "op": "add", "path": "/email", "value": "p1" } ]""", "email p1 emails p2,p1")]
    [InlineData(TwoEmails, """[ { "op": "move", "from": "/emails/1", "path": "/emails/0" } ]""", "email p1 emails p2,p1")]
    [InlineData(TwoEmails, """[ { "op": "replace", "path": "/emails/0", "value": { "type": "home", "value": "p1" } }, { "op": "move", "from": "/emails/0", "path": "/emails/1" } ]""", "email p1 emails p2,p1")]
    [InlineData(TwoEmails, """[ { "op": "remove", "path": "/emails/0" } ]""", "email p2 emails p2")]
    [InlineData(TwoEmails, """[ { "op": "replace", "path": "/emails/1/type", "value": "home" } ]""", "email p1 emails p1,p2")]
    [InlineData(NoPrimary, """[ { "op": "add", "path": "/emails/-", "value": { "value": "p3" } } ]""", "email - emails p1,p2,p3")]
    [InlineData("{}", """[ { "op": "add", "path": "/emails/-", "value": { "value": "p3" } } ]""", "email p3 emails p3")]
    public Task A_list_whose_entries_are_edited_keeps_its_primary(string customer, string patch, string expected) =>
        AssertBecomesAsync(customer, patch, expected, "email", "emails");

    [Theory]
    [InlineData("""{ "phones": [ { "value": "A" }, { "value": "B" } ] }""", "phone A secondaryPhone B phones A,B")]
    [InlineData("""{ "phones": [ { "value": "C" }, { "value": "B" } ] }""", "phone C secondaryPhone B phones C,B")]
    [InlineData("""{ "phones": [ { "value": "A" }, { "value": "B" } ], "secondaryPhone": "B" }""", "phone A secondaryPhone B phones A,B")]
    [InlineData("""{ "phones": [ { "value": "A" }, { "id": #2, "value": "C" } ] }""", "phone A secondaryPhone C phones A,C")]
    [InlineData("""{ "phones": [ { "value": "A" }, { "value": "B" } ], "secondaryPhone": null }""", "phone A secondaryPhone - phones A,B")]
    [InlineData("""{ "phones": [ { "value": "A" } ] }""", "phone A secondaryPhone - phones A")]
    public Task A_second_phone_number_stays_while_the_list_has_it(string patch, string expected) =>
        AssertBecomesAsync(TwoPhones, patch, expected, "phone", "secondaryPhone", "phones");

    [Fact]
    public async Task A_customer_sent_back_whole_keeps_what_it_says()
    {
        var made = await hub.CreateAsync(Fill("""{ "email": "p2", "emails": [ { "value": "p1" }, { "value": "p2" } ], "phone": "B", "secondaryPhone": "A", "phones": [ { "value": "A" }, { "value": "B" } ], "channels": { "sms": 1 } }"""));
        var whole = made.Body!.DeepClone().AsObject();
        whole["channels"]!["sms"] = 2;
        whole["emails"]![0]!["type"] = "home";

        var answer = await hub.PatchAsync(made.Id, whole.ToJsonString());

        Assert.True(answer.Status == 200, answer.Body?.ToJsonString());
        whole["version"] = 2;
        whole["updatedAt"] = answer.Body!["updatedAt"]!.DeepClone();
        Assert.True(JsonNode.DeepEquals(whole, answer.Body), answer.Body.ToJsonString());
    }

    [Theory]
    [InlineData("email", "p3", "email p3 emails p3,p2")]
    [InlineData("entry", "p3", "email p3 emails p3,p2")]
    public async Task A_customer_sent_back_whole_with_another_address_has_it_in_the_old_ones_place(string where, string address, string expected)
    {
        var made = await hub.CreateAsync(Fill(TwoEmails));
        var whole = made.Body!.DeepClone().AsObject();
        if (where == "email")
        {
            whole["email"] = names[address];
        }
        else
        {
            whole["emails"]![0]!["value"] = names[address];
        }

        var answer = await hub.PatchAsync(made.Id, whole.ToJsonString());

        Assert.Equal(expected, $"email {Show(answer.Body!["email"])} emails {Show(answer.Body["emails"])}");
        Assert.Equal(made.Body["emails"]![0]!["id"]!.ToString(), answer.Body["emails"]![0]!["id"]!.ToString());
    }

    [Fact]
    public async Task A_number_that_is_sent_back_is_the_number_that_it_was_whatever_the_tenants_region_is_by_then()
    {
        var client = new HubClient(fixture.Host);
        var tenant = await client.NewTenantAsync("""{ "defaultRegion": "US" }""");
        var made = await client.PostAsync($"{tenant}/customers", """{ "phone": "(202) 555-0111" }""");
        await client.PatchAsync(tenant, """{ "settings": { "defaultRegion": "MX" } }""");

        var again = await client.SendAsync(
            HttpMethod.Patch, $"{tenant}/customers/{made.Text("id")}", $$"""{ "phones": {{made.Json["phones"]!.ToJsonString()}} }""", CustomerRoutes.MergePatch);

        Assert.Equal((200, made.Body), (again.Status, again.Body));
        Assert.Equal(409, (await client.PostAsync($"{tenant}/customers", """{ "phone": "+12025550111" }""")).Status);
    }

    private async Task AssertBecomesAsync(string customer, string patch, string expected, params string[] members)
    {
        var made = await hub.CreateAsync(Fill(customer));
        var entries = made.Body!["emails"]!.AsArray().Concat(made.Body["phones"]!.AsArray());
        var sent = entries.Select((entry, index) => (Name: $"#{index + 1}", Id: entry!["id"]!.ToString()))
            .Aggregate(Fill(patch), (text, entry) => text.Replace(entry.Name, entry.Id, StringComparison.Ordinal));

        var answer = await hub.PatchAsync(made.Id, sent, patch.StartsWith('[') ? CustomerRoutes.JsonPatch : CustomerRoutes.MergePatch);

        Assert.True(answer.Status == 200, answer.Body?.ToJsonString());
        Assert.Equal(expected, string.Join(' ', members.Select(member => $"{member} {Show(answer.Body![member])}")));
    }

    private string Fill(string template) =>
        names.Aggregate(template, (text, name) => text.Replace($"\"{name.Key}\"", $"\"{name.Value}\"", StringComparison.Ordinal));

    private string Show(JsonNode? node) => node switch
    {
        null => "-",
        JsonArray list => string.Join(',', list.Select(entry => Show(entry!["value"]))),
        JsonObject bag => string.Join(' ', bag.Select(member => $"{member.Key}={Show(member.Value)}")),
        _ => names.FirstOrDefault(name => name.Value == node.ToString()).Key ?? node.ToString(),
    };
}

[Collection(PostgresTests.Name)]
public sealed class HubContactPatchOnPostgres(PostgresHost host) : HubContactPatchTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubContactPatchOnSqlite(SqliteHost host) : HubContactPatchTests(host);
