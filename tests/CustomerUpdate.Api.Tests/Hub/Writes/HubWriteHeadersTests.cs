using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hub.Writes;

[Collection(PostgresTests.Name)]
public sealed class HubWriteHeadersOnPostgres(PostgresHost host) : HubWriteHeadersTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubWriteHeadersOnSqlite(SqliteHost host) : HubWriteHeadersTests(host);

/// <summary>Preconditions, idempotency keys and dry runs on the hub's own writes.</summary>
public abstract class HubWriteHeadersTests(HostFixture fixture)
{
    private const string MergePatch = "application/merge-patch+json";

    private readonly HostUnderTest host = fixture.Host;

    [Fact]
    public async Task A_patch_is_carried_out_once_under_its_key()
    {
        var customer = await host.Customers.CreateAsync();

        var first = await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Countess" }""", MergePatch, ("Idempotency-Key", "p"));
        await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Analyst" }""", MergePatch);
        var again = await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Countess" }""", MergePatch, ("Idempotency-Key", "p"));
        var other = await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Poet" }""", MergePatch, ("Idempotency-Key", "p"));

        Assert.Equal((200, 200), (first.Status, again.Status));
        Assert.Equal(first.Body, again.Body);
        Assert.True(again.IsReplay && !first.IsReplay);
        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Type));
        Assert.Equal("Analyst", (await host.Customers.ReadAsync(customer)).Profile.JobTitle);
    }

    [Fact]
    public async Task A_customer_and_a_tenant_are_made_once()
    {
        foreach (var (path, body) in new[] { (Customers, """{ "name": "Once Only" }"""), ("/hub/v1/tenants", """{ "name": "Once" }""") })
        {
            var key = ("Idempotency-Key", Guid.NewGuid().ToString());

            var first = await SendAsync(HttpMethod.Post, path, body, headers: key);
            var again = await SendAsync(HttpMethod.Post, path, body, headers: key);

            Assert.Equal(201, first.Status);
            Assert.Equal((first.Status, first.Body, first.Location), (again.Status, again.Body, again.Location));
            Assert.True(again.IsReplay);
        }
    }

    [Fact]
    public async Task An_erasure_is_answered_again_and_what_it_erased_is_not()
    {
        var customer = await host.Customers.CreateAsync();
        var patch = ("Idempotency-Key", "patch");
        await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Countess" }""", MergePatch, patch);

        var first = await SendAsync(HttpMethod.Delete, PathOf(customer), headers: ("Idempotency-Key", "erase"));
        var again = await SendAsync(HttpMethod.Delete, PathOf(customer), headers: ("Idempotency-Key", "erase"));
        var patched = await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Countess" }""", MergePatch, patch);

        Assert.Equal((204, 204), (first.Status, again.Status));
        Assert.True(again.IsReplay);
        Assert.Equal(404, patched.Status);
    }

    [Fact]
    public async Task A_tenant_is_deleted_once_and_the_answer_outlives_it()
    {
        var made = await SendAsync(HttpMethod.Post, "/hub/v1/tenants", """{ "name": "Short lived" }""");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await SendAsync(HttpMethod.Delete, made.Location!, headers: key);
        var again = await SendAsync(HttpMethod.Delete, made.Location!, headers: key);
        var anew = await SendAsync(HttpMethod.Delete, made.Location!);

        Assert.Equal((204, 204, 404), (first.Status, again.Status, anew.Status));
        Assert.True(again.IsReplay && !first.IsReplay);
    }

    [Fact]
    public async Task A_key_that_does_not_count_need_not_be_readable()
    {
        var tenant = $"/hub/v1/tenants/{TestTenants.Other.Tenant.Id}";
        var unreadable = ("Idempotency-Key", "two words");
        var made = await SendAsync(HttpMethod.Post, $"{tenant}/keys", """{ "contract": "helpscout", "role": "read", "name": "CRM" }""", headers: unreadable);
        var path = $"{tenant}/keys/{(string?)JsonNode.Parse(made.Body)!["id"]}";

        Assert.Equal(201, made.Status);
        Assert.Equal(201, (await SendAsync(HttpMethod.Post, $"{path}/authorization-codes", headers: unreadable)).Status);
        Assert.Equal(204, (await SendAsync(HttpMethod.Delete, path, headers: unreadable)).Status);
        Assert.Equal(400, (await SendAsync(HttpMethod.Patch, tenant, "{}", headers: unreadable)).Status);
    }

    [Fact]
    public async Task Keys_are_secrets_and_are_not_kept()
    {
        var path = $"/hub/v1/tenants/{TestTenants.Other.Tenant.Id}/keys";
        var body = """{ "contract": "quentli", "role": "read", "name": "CRM" }""";

        var first = await SendAsync(HttpMethod.Post, path, body, headers: ("Idempotency-Key", "key"));
        var again = await SendAsync(HttpMethod.Post, path, body, headers: ("Idempotency-Key", "key"));

        Assert.Equal((201, 201), (first.Status, again.Status));
        Assert.False(again.IsReplay);
        Assert.NotEqual(first.Body, again.Body);
    }

    [Fact]
    public async Task A_precondition_holds_for_every_write_of_a_customer()
    {
        var (customer, other) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        var stale = ("If-Match", "\"7-hub\"");
        var merge = $$"""{ "into": "{{customer.Id}}", "from": "{{other.Id}}" }""";

        var answers = new[]
        {
            await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Countess" }""", MergePatch, stale),
            await SendAsync(HttpMethod.Post, PathOf(customer) + "/revert", """{ "version": 1 }""", headers: stale),
            await SendAsync(HttpMethod.Post, Customers + "/merge", merge, headers: stale),
            await SendAsync(HttpMethod.Delete, PathOf(customer), headers: stale),
        };
        var patched = await SendAsync(
            HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Countess" }""", MergePatch, ("If-Match", "\"1-helpscout\""));

        Assert.All(answers, answer => Assert.Equal((412, "precondition-failed"), (answer.Status, answer.Type)));
        Assert.Equal((200, "\"2-hub\""), (patched.Status, patched.ETag));
    }

    [Fact]
    public async Task Who_has_read_a_customer_that_was_merged_since_has_not_read_the_survivor()
    {
        var (into, from) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        var read = await SendAsync(HttpMethod.Patch, PathOf(from), """{ "jobTitle": "Countess" }""", MergePatch);
        await SendAsync(HttpMethod.Post, Customers + "/merge", $$"""{ "into": "{{into.Id}}", "from": "{{from.Id}}" }""");

        var shown = await SendAsync(HttpMethod.Get, PathOf(from), headers: ("If-None-Match", read.ETag!));
        var late = await SendAsync(HttpMethod.Patch, PathOf(from), """{ "jobTitle": "Poet" }""", MergePatch, ("If-Match", read.ETag!));

        Assert.Equal((200, "\"3-hub\""), (shown.Status, shown.ETag));
        Assert.Equal(412, late.Status);
    }

    [Fact]
    public async Task The_refusal_names_what_changed()
    {
        var customer = await host.Customers.CreateAsync();
        await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Countess", "tags": ["VIP"] }""", MergePatch);

        var late = await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Poet" }""", MergePatch, ("If-Match", "\"1-hub\""));

        Assert.Equal(412, late.Status);
        Assert.Equal(["/jobTitle", "/tags"], JsonNode.Parse(late.Body)!["changed"]!.AsArray().Select(field => (string)field!));
    }

    [Fact]
    public async Task Where_a_tenant_requires_a_precondition_a_change_needs_it_and_a_new_customer_does_not()
    {
        var careful = TestTenants.Careful;
        var customer = await host.Customers.CreateAsync(careful);

        var patched = await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Countess" }""", MergePatch);
        var erased = await SendAsync(HttpMethod.Delete, PathOf(customer));
        var made = await SendAsync(HttpMethod.Post, $"/hub/v1/tenants/{careful.Tenant.Id}/customers", "{}");

        Assert.Equal((428, "precondition-required"), (patched.Status, patched.Type));
        Assert.Equal(428, erased.Status);
        Assert.Equal(201, made.Status);
    }

    [Fact]
    public async Task A_dry_run_of_anything_writes_nothing()
    {
        var (customer, other) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        var dry = ("Prefer", "dry-run");
        var tenant = $"/hub/v1/tenants/{TestTenants.Trusting.Tenant.Id}";
        var before = (await SendAsync(HttpMethod.Get, tenant)).Body;
        var keys = (await SendAsync(HttpMethod.Get, tenant + "/keys")).Body;

        var answers = new[]
        {
            (200, await SendAsync(HttpMethod.Patch, PathOf(customer), """{ "jobTitle": "Countess" }""", MergePatch, dry)),
            (200, await SendAsync(HttpMethod.Post, PathOf(customer) + "/revert", """{ "version": 1 }""", headers: dry)),
            (200, await SendAsync(HttpMethod.Post, Customers + "/merge", $$"""{ "into": "{{customer.Id}}", "from": "{{other.Id}}" }""", headers: dry)),
            (204, await SendAsync(HttpMethod.Delete, PathOf(customer), headers: dry)),
            (201, await SendAsync(HttpMethod.Post, Customers, """{ "identifier": "dry-run" }""", headers: dry)),
            (200, await SendAsync(HttpMethod.Patch, tenant, """{ "name": "Renamed" }""", headers: dry)),
            (201, await SendAsync(HttpMethod.Post, tenant + "/inboxes", """{ "name": "Dry", "channelType": "Channel::Api" }""", headers: dry)),
            (201, await SendAsync(HttpMethod.Post, tenant + "/keys", """{ "contract": "hub", "role": "read", "name": "Dry" }""", headers: dry)),
        };

        Assert.All(answers, pair => Assert.Equal((pair.Item1, "dry-run"), (pair.Item2.Status, pair.Item2.Applied)));
        Assert.Contains("Countess", answers[0].Item2.Body, StringComparison.Ordinal);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
        Assert.Equal(other, await host.Customers.ReadAsync(other));
        Assert.Null(await host.Customers.FindAsync(new CustomerKey(CustomerKey.IdentifierKind, "dry-run")));
        Assert.Equal(before, (await SendAsync(HttpMethod.Get, tenant)).Body);
        Assert.Equal(keys, (await SendAsync(HttpMethod.Get, tenant + "/keys")).Body);
        Assert.DoesNotContain("Dry", (await SendAsync(HttpMethod.Get, tenant + "/inboxes")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_finds_out_what_the_write_would_have()
    {
        var owner = await host.Customers.CreateAsync();

        var taken = await SendAsync(HttpMethod.Post, Customers, $$"""{ "email": "{{owner.Profile.Email}}" }""", headers: ("Prefer", "dry-run"));

        Assert.Equal((409, "taken"), (taken.Status, taken.Type));
    }

    [Fact]
    public async Task The_lens_of_a_contract_has_that_contracts_tag()
    {
        var customer = await host.Customers.CreateAsync();

        var shown = await SendAsync(HttpMethod.Get, PathOf(customer) + "/as/chatwoot");
        var known = await SendAsync(HttpMethod.Get, PathOf(customer) + "/as/chatwoot", headers: ("If-None-Match", "\"1-chatwoot\""));

        Assert.Equal((200, "\"1-chatwoot\""), (shown.Status, shown.ETag));
        Assert.Equal((304, ""), (known.Status, known.Body));
    }

    private static string Customers => $"/hub/v1/tenants/{TestTenants.Demo.Tenant.Id}/customers";

    private static string PathOf(Customer customer) => $"/hub/v1/tenants/{customer.TenantId}/customers/{customer.Id}";

    private async Task<Reply> SendAsync(
        HttpMethod method, string path, string? body = null, string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Authorization", $"Bearer {HostUnderTest.OperatorKey}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        }

        var answer = await host.Client.SendAsync(request);
        return new Reply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    private sealed record Reply(int Status, string Body, HttpResponseMessage Message)
    {
        public string? Type => (string?)JsonNode.Parse(Body)!["type"];

        public string? ETag => Message.Headers.ETag?.ToString();

        public string? Location => Message.Headers.Location?.ToString();

        public bool IsReplay => Message.Headers.Contains("Idempotency-Replayed");

        public string? Applied => Message.Headers.TryGetValues("Preference-Applied", out var values) ? values.Single() : null;
    }
}
