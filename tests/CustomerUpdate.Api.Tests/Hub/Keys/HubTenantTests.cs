using System.Text;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hub.Keys;

[Collection(PostgresTests.Name)]
public sealed class HubTenantsOnPostgres(PostgresHost host) : HubTenantTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubTenantsOnSqlite(SqliteHost host) : HubTenantTests(host);

/// <summary>Tenants are made, shown, listed and changed.</summary>
public abstract class HubTenantTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly HubClient hub = new(fixture.Host);

    [Fact]
    public async Task A_tenant_is_made_as_it_is_given()
    {
        var answer = await hub.PostAsync("/tenants", """
            { "name": "Acme", "workspaceId": "AAAAAAAAAAAAAAAAAAAAAAAA", "accountId": 7001, "organizationId": "3C90C3CC-0D44-4B50-8888-000000007001",
              "settings": { "defaultRegion": "mx", "otp": "required", "requireIfMatch": true, "trilletApiKey": "optional",
                            "rateLimits": { "trillet": 60, "hub": 0 } } }
            """);

        Assert.Equal(201, answer.Status);
        Assert.Equal($"/hub/v1/tenants/{answer.Text("id")}", answer.Message.Headers.Location!.ToString());
        Assert.Equal(
            $$$"""
            {"id":"{{{answer.Text("id")}}}","name":"Acme","workspaceId":"aaaaaaaaaaaaaaaaaaaaaaaa","accountId":7001,"organizationId":"3c90c3cc-0d44-4b50-8888-000000007001","settings":{"defaultRegion":"MX","otp":"required","requireIfMatch":true,"trilletApiKey":"optional","rateLimits":{"hub":0,"trillet":60}},"createdAt":"{{{hub.Time()}}}"}
            """,
            answer.Body);
        Assert.Equal(answer.Body, (await hub.GetAsync($"/tenants/{answer.Text("id")}")).Body);
    }

    [Theory]
    [InlineData("""{ "name": "Acme" }""")]
    [InlineData("""{ "name": "Acme", "workspaceId": null, "accountId": null, "organizationId": null, "settings": { "defaultRegion": null } }""")]
    public async Task What_is_not_given_is_made(string body)
    {
        var (one, two) = (await hub.PostAsync("/tenants", body), await hub.PostAsync("/tenants", body));

        Assert.Matches("^[0-9a-f]{24}$", one.Text("workspaceId"));
        Assert.Equal('4', one.Text("organizationId")[14]);
        Assert.NotEqual(one.Text("workspaceId"), two.Text("workspaceId"));
        Assert.NotEqual(one.Text("organizationId"), two.Text("organizationId"));
        Assert.NotEqual(one.Json["accountId"]!.GetValue<long>(), two.Json["accountId"]!.GetValue<long>());
        Assert.Equal(
            """{"defaultRegion":null,"otp":"whenSent","requireIfMatch":false,"trilletApiKey":"required","rateLimits":{}}""",
            one.Json["settings"]!.ToJsonString());
    }

    [Fact]
    public async Task Tenants_that_are_made_together_get_accounts_of_their_own()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hub.PostAsync("/tenants", """{ "name": "Crowd" }""")));

        Assert.All(made, answer => Assert.Equal(201, answer.Status));
        Assert.Equal(8, made.Select(answer => answer.Json["accountId"]!.GetValue<long>()).Distinct().Count());
    }

    [Fact]
    public async Task An_id_of_another_tenant_is_taken()
    {
        var made = await hub.PostAsync("/tenants", """{ "name": "First" }""");
        var ids = $$"""
            "workspaceId": "{{made.Text("workspaceId").ToUpperInvariant()}}", "organizationId": "{{made.Text("organizationId")}}"
            """;

        var answer = await hub.PostAsync("/tenants", $$"""{ "name": "Second", {{ids}}, "accountId": {{made.Json["accountId"]}} }""");
        var some = await hub.PostAsync("/tenants", $$"""{ "name": "Second", {{ids}} }""");

        Assert.Equal((409, "taken"), (answer.Status, answer.Text("type")));
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType!.ToString());
        Assert.Equal(["/accountId taken", "/organizationId taken", "/workspaceId taken"], answer.Errors);
        Assert.Equal(["/organizationId taken", "/workspaceId taken"], some.Errors);
    }

    [Fact]
    public async Task Every_broken_rule_is_told_at_once()
    {
        var answer = await hub.PostAsync("/tenants", """
            { "name": "  ", "workspaceId": "xyz", "accountId": 0, "organizationId": "{3c90c3cc-0d44-4b50-8888-8dd25736052a}", "colour": "red", "a/b": 1,
              "settings": { "defaultRegion": "XX", "otp": "never", "requireIfMatch": "yes", "trilletApiKey": null, "nothing": 1,
                            "rateLimits": { "trillet": -1, "quentli": 1.5, "salesforce": 1 } } }
            """);

        Assert.Equal((400, "invalid"), (answer.Status, answer.Text("type")));
        Assert.Equal(
            [
                "/accountId invalid_value", "/a~1b unknown_member", "/colour unknown_member", "/name invalid_length", "/organizationId invalid_value",
                "/settings/defaultRegion invalid_value", "/settings/nothing unknown_member", "/settings/otp invalid_value",
                "/settings/rateLimits/quentli wrong_type", "/settings/rateLimits/salesforce unknown_member",
                "/settings/rateLimits/trillet invalid_value", "/settings/requireIfMatch wrong_type", "/settings/trilletApiKey wrong_type",
                "/workspaceId invalid_value",
            ],
            answer.Errors);
    }

    [Theory]
    [InlineData("{}", "/name required")]
    [InlineData("""{ "name": null }""", "/name wrong_type")]
    [InlineData("""{ "name": 1 }""", "/name wrong_type")]
    [InlineData("""{ "name": "A", "accountId": "1" }""", "/accountId wrong_type")]
    [InlineData("""{ "name": "A", "accountId": 9007199254740992 }""", "/accountId invalid_value")]
    [InlineData("""{ "name": "A", "workspaceId": 64 }""", "/workspaceId wrong_type")]
    [InlineData("""{ "name": "A", "settings": null }""", "/settings wrong_type")]
    [InlineData("""{ "name": "A", "settings": [] }""", "/settings wrong_type")]
    [InlineData("""{ "name": "A", "settings": { "rateLimits": 60 } }""", "/settings/rateLimits wrong_type")]
    [InlineData("""{ "name": "A", "settings": { "rateLimits": null } }""", "/settings/rateLimits wrong_type")]
    [InlineData("""{ "name": "A", "settings": { "otp": null } }""", "/settings/otp wrong_type")]
    [InlineData("[]", " wrong_type")]
    [InlineData("null", " wrong_type")]
    [InlineData("", " wrong_type")]
    public async Task A_bad_member_is_named(string body, string expected)
    {
        var answer = await hub.PostAsync("/tenants", body);

        Assert.Equal(400, answer.Status);
        Assert.Equal([expected], answer.Errors);
    }

    [Fact]
    public async Task A_change_may_be_called_a_merge_patch_and_must_not_be_encoded()
    {
        var tenant = await hub.NewTenantAsync();

        var changed = await hub.SendAsync(HttpMethod.Patch, tenant, """{ "name": "Merged" }""", "application/merge-patch+json");
        var other = await hub.SendAsync(HttpMethod.Patch, tenant, "[]", "application/json-patch+json");
        using var encoded = new HttpRequestMessage(HttpMethod.Patch, $"/hub/v1{tenant}") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        encoded.Headers.Add("Authorization", $"Bearer {HostUnderTest.OperatorKey}");
        encoded.Content.Headers.ContentEncoding.Add("gzip");
        var refused = await host.Client.SendAsync(encoded);

        Assert.Equal((200, "Merged"), (changed.Status, changed.Text("name")));
        Assert.Equal(415, other.Status);
        Assert.Equal(415, (int)refused.StatusCode);
        Assert.Contains("Content-Encoding", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_absent_of_a_change_stays()
    {
        var tenant = await hub.NewTenantAsync("""{ "defaultRegion": "US", "otp": "ignored", "trilletApiKey": "optional", "rateLimits": { "hub": 5 } }""");

        var renamed = await hub.PatchAsync(tenant, """{ "name": "Acme Corporation" }""");
        var cleared = await hub.PatchAsync(tenant, """{ "settings": { "defaultRegion": null, "requireIfMatch": true } }""");
        var limited = await hub.PatchAsync(tenant, """{ "settings": { "trilletApiKey": "required", "rateLimits": { "trillet": 9 } } }""");

        Assert.Equal((200, "Acme Corporation"), (renamed.Status, renamed.Text("name")));
        Assert.Equal(
            """{"defaultRegion":"US","otp":"ignored","requireIfMatch":false,"trilletApiKey":"optional","rateLimits":{"hub":5}}""",
            renamed.Json["settings"]!.ToJsonString());
        Assert.Equal(
            """{"defaultRegion":null,"otp":"ignored","requireIfMatch":true,"trilletApiKey":"optional","rateLimits":{"hub":5}}""",
            cleared.Json["settings"]!.ToJsonString());
        Assert.Equal(
            """{"defaultRegion":null,"otp":"ignored","requireIfMatch":true,"trilletApiKey":"required","rateLimits":{"trillet":9}}""",
            limited.Json["settings"]!.ToJsonString());
        Assert.Equal(limited.Body, (await hub.GetAsync(tenant)).Body);
    }

    [Fact]
    public async Task Changes_of_different_settings_at_once_do_not_undo_each_other()
    {
        var tenant = await hub.NewTenantAsync();

        var answers = await Task.WhenAll(
            hub.PatchAsync(tenant, """{ "name": "Together" }"""),
            hub.PatchAsync(tenant, """{ "settings": { "otp": "required" } }"""),
            hub.PatchAsync(tenant, """{ "settings": { "defaultRegion": "DE" } }"""),
            hub.PatchAsync(tenant, """{ "settings": { "requireIfMatch": true } }"""));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var after = await hub.GetAsync(tenant);
        Assert.Equal("Together", after.Text("name"));
        Assert.Equal(
            """{"defaultRegion":"DE","otp":"required","requireIfMatch":true,"trilletApiKey":"required","rateLimits":{}}""",
            after.Json["settings"]!.ToJsonString());
    }

    [Fact]
    public async Task The_ids_of_a_tenant_never_change()
    {
        var tenant = await hub.NewTenantAsync();

        var answer = await hub.PatchAsync(tenant, """{ "name": "Other", "accountId": 5, "settings": { "otp": 1 } }""");

        Assert.Equal(["/accountId unknown_member", "/settings/otp wrong_type"], answer.Errors);
        Assert.Equal("Acme", (await hub.GetAsync(tenant)).Text("name"));
    }

    [Fact]
    public async Task All_tenants_are_listed_page_by_page()
    {
        var made = new[] { await hub.NewTenantAsync(), await hub.NewTenantAsync(), await hub.NewTenantAsync() };

        var listed = new List<string>();
        string? next = null;
        do
        {
            var page = await hub.GetAsync($"/tenants?limit=2{(next is null ? "" : $"&cursor={next}")}");
            Assert.InRange(page.Items.Count, 1, 2);
            listed.AddRange(page.Items.Select(item => $"/tenants/{item!["id"]}"));
            next = (string?)page.Json["next"];
        }
        while (next is not null);

        Assert.Equal(listed.Distinct(), listed);
        Assert.Subset(listed.ToHashSet(), made.ToHashSet());
    }

    [Theory]
    [InlineData("limit=0", "/limit invalid_value")]
    [InlineData("limit=201", "/limit invalid_value")]
    [InlineData("limit=x", "/limit invalid_value")]
    [InlineData("cursor=x", "/cursor invalid_value")]
    public async Task A_page_that_cannot_be_is_refused(string query, string expected) =>
        Assert.Equal([expected], (await hub.GetAsync($"/tenants?{query}")).Errors);

    [Theory]
    [InlineData("GET", "/tenants/0198f000-0000-7000-8000-00000000ffff", 404, "not-found", null)]
    [InlineData("GET", "/tenants/1", 404, "not-found", null)]
    [InlineData("DELETE", "/tenants/0198f000-0000-7000-8000-00000000ffff", 404, "not-found", null)]
    [InlineData("PUT", "/tenants", 405, "method-not-allowed", "GET, POST, HEAD")]
    [InlineData("POST", "/tenants/0198f000-0000-7000-8000-000000000001", 405, "method-not-allowed", "DELETE, GET, PATCH, HEAD")]
    [InlineData("GET", "/tenant", 404, "not-found", null)]
    public async Task What_is_not_there_is_a_problem_too(string method, string path, int status, string type, string? allow)
    {
        var answer = await hub.SendAsync(HttpMethod.Parse(method), path, null);

        Assert.Equal((status, type), (answer.Status, answer.Text("type")));
        Assert.Equal(allow, answer.Message.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", answer.Message.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("""{ "name": "A" """, "application/json", 400, "malformed")]
    [InlineData("""{ "name": "A", "name": "B" }""", "application/json", 400, "malformed")]
    [InlineData("""{ "name": "A\u0000" }""", "application/json", 400, "malformed")]
    [InlineData("""{ "name": "A" }""", "text/plain", 415, "unsupported-media-type")]
    public async Task A_body_that_is_not_readable_is_refused(string body, string mediaType, int status, string type)
    {
        var answer = await hub.SendAsync(HttpMethod.Post, "/tenants", body, mediaType);

        Assert.Equal((status, type), (answer.Status, answer.Text("type")));
    }
}
