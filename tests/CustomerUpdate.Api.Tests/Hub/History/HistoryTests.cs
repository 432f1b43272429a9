using System.Text.Json;
using CustomerUpdate.Api.Tests.Contracts.Chatwoot;
using CustomerUpdate.Api.Tests.Contracts.HelpScout;
using CustomerUpdate.Api.Tests.Contracts.Quentli;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Customers;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hub.History;

/// <summary>What became of a customer, version by version.</summary>
public abstract class HistoryTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly HubCalls hub = new(fixture.Host);
    private readonly ChatwootUnderTest chatwoot = new();

    [Fact]
    public async Task Versions_come_newest_first_with_who_when_and_what()
    {
        var customer = await host.Customers.CreateAsync(profile => new Profile { References = profile.References });
        var update = chatwoot.Update(customer, """{ "name": "Grace Hopper", "custom_attributes": { "a/b~c": 1.50 } }""");
        update.Headers.Add("X-Request-Id", "request-of-mine");
        await host.Client.SendAsync(update);

        var reply = await hub.GetAsync(customer, "/history");

        var items = reply.Json.GetProperty("items");
        var keyId = items[0].GetProperty("keyId").GetGuid();
        Assert.Equal((200, "application/json; charset=utf-8"), (reply.Status, reply.ContentType));
        Assert.Equal(
            $$"""{"version":2,"at":"{{Time(await host.Customers.ReadAsync(customer))}}","contract":"chatwoot","keyId":"{{keyId}}","requestId":"request-of-mine","""
            + """
            "changes":[{"field":"/name","before":null,"after":"Grace Hopper"},{"field":"/firstName","before":null,"after":"Grace"},
            {"field":"/lastName","before":null,"after":"Hopper"},{"field":"/customAttributes/a~1b~0c","before":null,"after":1.5}]}
            """.ReplaceLineEndings(""),
            items[0].GetRawText());
        Assert.Equal([2L, 1L], Versions(reply));
        Assert.Equal(JsonValueKind.Null, items[1].GetProperty("keyId").ValueKind);
        Assert.Equal(JsonValueKind.Null, reply.Json.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Values_are_those_of_the_canonical_customer_to_the_byte()
    {
        var customer = await host.Customers.CreateAsync(RichProfiles.Enrich);
        var canonical = (await hub.GetAsync(customer)).Json;

        var changes = (await hub.GetAsync(customer, "/history")).Json.GetProperty("items")[0].GetProperty("changes");

        string[] fields = [.. changes.EnumerateArray().Select(change => change.GetProperty("field").GetString()!)];
        Assert.Equal(40, fields.Length);
        Assert.All(changes.EnumerateArray(), change => Assert.Equal(
            Find(canonical, change.GetProperty("field").GetString()!).GetRawText(), change.GetProperty("after").GetRawText()));
    }

    [Fact]
    public async Task Passwords_and_one_time_passwords_are_in_no_history()
    {
        var customer = await host.Customers.CreateAsync();
        await host.Client.SendAsync(new QuentliUnderTest().Update(
            customer, """{ "input": { "data": { "password": "correct horse battery" }, "otp": "123456" } }"""));

        var reply = await hub.GetAsync(customer, "/history");

        Assert.Equal([2L, 1L], Versions(reply));
        Assert.Equal(0, reply.Json.GetProperty("items")[0].GetProperty("changes").GetArrayLength());
        Assert.DoesNotContain("123456\"", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("assword\"", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_the_primary_and_its_list_are_named_when_both_differ()
    {
        var customer = await host.Customers.CreateAsync();
        await host.Client.SendAsync(chatwoot.Update(customer, chatwoot.WriteEmail($"new-{customer.Profile.Email}")));

        var changes = (await hub.GetAsync(customer, "/history")).Json.GetProperty("items")[0].GetProperty("changes").GetRawText();

        var (old, now) = (customer.Profile.Email, $"new-{customer.Profile.Email}");
        Assert.Equal(
            $$"""[{"field":"/email","before":"{{old}}","after":"{{now}}"},"""
            + $$"""{"field":"/emails","before":[{"id":5001,"type":"work","value":"{{old}}"}],"after":[{"id":5001,"type":"work","value":"{{now}}"}]}]""",
            changes);
    }

    [Fact]
    public async Task What_comes_into_a_bag_as_null_and_goes_is_named_and_coming_again_it_makes_no_version()
    {
        var customer = await host.Customers.CreateAsync();
        await host.Client.SendAsync(chatwoot.Update(customer, """{ "custom_attributes": { "n": null } }"""));
        await host.Client.SendAsync(chatwoot.Update(customer, """{ "custom_attributes": { "n": null } }"""));
        await new CustomerRoutes(host, TestTenants.Demo).PatchAsync(
            $"{customer.Id}", """[ { "op": "remove", "path": "/customAttributes/n" } ]""", CustomerRoutes.JsonPatch);

        var reply = await hub.GetAsync(customer, "/history");

        Assert.Equal([3L, 2L, 1L], Versions(reply));
        Assert.All(reply.Json.GetProperty("items").EnumerateArray().Take(2), item => Assert.Equal(
            """[{"field":"/customAttributes/n","before":null,"after":null}]""", item.GetProperty("changes").GetRawText()));
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_drop_a_version_while_others_write()
    {
        var customer = await host.Customers.CreateAsync();
        for (var version = 2; version <= 5; version++)
        {
            await WriteNameAsync(customer, version);
        }

        var first = await hub.GetAsync(customer, "/history?limit=2");
        await WriteNameAsync(customer, 6);
        var second = await hub.GetAsync(customer, $"/history?limit=2&cursor={Next(first)}");
        var last = await hub.GetAsync(customer, $"/history?limit=2&cursor={Next(second)}");

        Assert.Equal([5L, 4L], Versions(first));
        Assert.Equal([3L, 2L], Versions(second));
        Assert.Equal([1L], Versions(last));
        Assert.Null(Next(last));
        Assert.Equal(6, Versions(await hub.GetAsync(customer, "/history?limit=100")).Count);
    }

    [Fact]
    public async Task A_page_has_20_versions_unless_asked_otherwise()
    {
        var customer = await host.Customers.CreateAsync();
        for (var version = 2; version <= 21; version++)
        {
            await WriteNameAsync(customer, version);
        }

        var reply = await hub.GetAsync(customer, "/history");

        Assert.Equal(Enumerable.Range(2, 20).Reverse().Select(version => (long)version), Versions(reply));
        Assert.NotNull(Next(reply));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("limit=")]
    [InlineData("limit=5&limit=6")]
    [InlineData("cursor=")]
    [InlineData("cursor=MQ&cursor=MQ")]
    [InlineData("cursor=!")]
    [InlineData("cursor=LTE")]
    public async Task A_bad_query_is_refused_by_name(string query)
    {
        var customer = await host.Customers.CreateAsync();

        var reply = await hub.GetAsync(customer, $"/history?{query}");

        Assert.Equal((400, "invalid"), reply.Problem());
        Assert.Equal($"/{query[..query.IndexOf('=', StringComparison.Ordinal)]}", Assert.Single(reply.Errors).Pointer);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_query_is_said_at_once()
    {
        var customer = await host.Customers.CreateAsync();

        var reply = await hub.GetAsync(customer, "/history?cursor=%00&limit=x");

        Assert.Equal([("/limit", "out_of_range"), ("/cursor", "invalid_cursor")], reply.Errors);
    }

    [Fact]
    public async Task The_history_of_nobody_and_of_strangers_is_not_found()
    {
        var customer = await host.Customers.CreateAsync();

        Assert.Equal((404, "not-found"), (await hub.GetAsync(customer with { Id = Guid.NewGuid() }, "/history")).Problem());
        Assert.Equal((404, "not-found"), (await hub.GetAsync(customer, "/history", TestTenants.Other.Key("hub"))).Problem());
        Assert.Equal((404, "not-found"), (await hub.GetAsync(customer with { TenantId = TestTenants.Other.Tenant.Id }, "/history")).Problem());
        Assert.Equal((401, "unauthorized"), (await hub.GetAsync(customer, "/history", "")).Problem());
        Assert.Equal(200, (await hub.GetAsync(customer, "/history", TestTenants.DemoReadOnly.Key("hub"))).Status);
    }

    [Fact]
    public async Task A_write_that_changes_nothing_and_one_that_is_refused_make_no_version()
    {
        var customer = await host.Customers.CreateAsync();
        var helpScout = new HelpScoutUnderTest();
        await host.Client.SendAsync(helpScout.Update(customer, helpScout.WriteName("Ada", "Lovelace")));
        await host.Client.SendAsync(chatwoot.Update(customer, """{ "email": "no address" }"""));

        Assert.Equal([1L], Versions(await hub.GetAsync(customer, "/history")));
    }

    [Fact]
    public async Task Swagger_describes_the_query_and_shows_examples()
    {
        var paths = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/swagger/hub/swagger.json", UriKind.Relative)))
            .RootElement.GetProperty("paths");
        var customer = "/hub/v1/tenants/{tenantId}/customers/{customerId}";

        var history = paths.GetProperty($"{customer}/history").GetProperty("get");
        Assert.Equal(
            ["tenantId", "customerId", "limit", "cursor", "X-Request-Id"],
            history.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal(2, Example(history.GetProperty("responses").GetProperty("200")).GetProperty("items").GetArrayLength());
        Assert.Equal(1, Example(paths.GetProperty($"{customer}/revert").GetProperty("post").GetProperty("requestBody")).GetProperty("version").GetInt32());
        Assert.True(paths.TryGetProperty($"{customer}/as/{{contract}}", out _));
        Assert.True(Example(paths.GetProperty("/hub/v1/tenants/{tenantId}/customers/merge").GetProperty("post").GetProperty("requestBody")).GetProperty("dryRun").GetBoolean());

        static JsonElement Example(JsonElement described) =>
            described.GetProperty("content").GetProperty("application/json").GetProperty("example");
    }

    private static IReadOnlyList<long> Versions(HubReply reply) =>
        [.. reply.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("version").GetInt64())];

    private static string? Next(HubReply reply) => reply.Json.GetProperty("next").GetString();

    private static string Time(Customer customer) => customer.UpdatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);

    private static JsonElement Find(JsonElement document, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(document, (found, name) => found.GetProperty(name));

    private Task<HttpResponseMessage> WriteNameAsync(Customer customer, int number) =>
        host.Client.SendAsync(chatwoot.Update(customer, chatwoot.WriteName("Ada", $"the {number}th")));
}

[Collection(PostgresTests.Name)]
public sealed class HistoryOnPostgres(PostgresHost host) : HistoryTests(host);

[Collection(SqliteTests.Name)]
public sealed class HistoryOnSqlite(SqliteHost host) : HistoryTests(host);
