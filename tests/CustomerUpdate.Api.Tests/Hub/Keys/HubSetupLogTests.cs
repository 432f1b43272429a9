using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hub.Keys;

/// <summary>What setting up leaves in the log: one line a write, without a secret.</summary>
public abstract class HubSetupLogTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly HubClient hub = new(fixture.Host);

    [Fact]
    public async Task Each_write_is_one_line_with_tenant_action_outcome_duration_and_request()
    {
        var tenant = await hub.NewTenantAsync();
        var inbox = await hub.PostAsync($"{tenant}/inboxes", """{ "name": "Unmistakable inbox" }""");
        var key = await hub.NewKeyAsync(tenant, "helpscout");
        var code = await hub.PostAsync($"{tenant}/keys/{key.Text("id")}/authorization-codes");
        var revoked = await hub.DeleteAsync($"{tenant}/keys/{key.Text("id")}");
        var changed = await hub.PatchAsync(tenant, """{ "name": "Unmistakable tenant" }""");
        var deleted = await hub.DeleteAsync(tenant);

        AssertLogged(inbox, "create an inbox: Done");
        AssertLogged(key, "create a key: Done");
        AssertLogged(code, "create an authorization code: Done");
        AssertLogged(revoked, "revoke a key: Done");
        AssertLogged(changed, "change the tenant: Done");
        AssertLogged(deleted, "delete the tenant: Done");
        foreach (var secret in new[] { "nmistakable", key.Text("key"), key.Text("clientSecret"), code.Text("code"), HostUnderTest.OperatorKey })
        {
            Assert.DoesNotContain(host.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }

        void AssertLogged(HubAnswer answer, string outcome)
        {
            var line = LineOf(answer);
            Assert.Contains($"hub: tenant {tenant["/tenants/".Length..]} asked to {outcome}", line, StringComparison.Ordinal);
            Assert.Matches(@"in \d+[.,]\d ms, request \w+", line);
        }
    }

    [Fact]
    public async Task A_refusal_is_logged_as_what_it_is()
    {
        var tenant = await hub.NewTenantAsync();
        var own = await hub.NewKeyAsync(tenant, "hub", "admin");

        var invalid = await hub.PostAsync("/tenants", "{}");
        var forbidden = await hub.As(own.Text("key")).DeleteAsync(tenant);
        var unknown = await hub.DeleteAsync($"{tenant}/keys/none");

        Assert.Contains("asked to create a tenant: Refused, Invalid", LineOf(invalid), StringComparison.Ordinal);
        Assert.Contains("asked to delete the tenant: Refused, Forbidden", LineOf(forbidden), StringComparison.Ordinal);
        Assert.Contains("asked to revoke a key: Refused, NotFound", LineOf(unknown), StringComparison.Ordinal);
    }

    private string LineOf(HubAnswer answer)
    {
        var request = Assert.Single(answer.Message.Headers.GetValues("X-Request-Id"));
        return Assert.Single(host.Log.Lines, line => line.Contains(request, StringComparison.Ordinal) && line.Contains("asked to", StringComparison.Ordinal));
    }
}

[Collection(PostgresTests.Name)]
public sealed class HubSetupLogsOnPostgres(PostgresHost host) : HubSetupLogTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubSetupLogsOnSqlite(SqliteHost host) : HubSetupLogTests(host);
