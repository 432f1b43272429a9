using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hub.Keys;

[Collection(PostgresTests.Name)]
public sealed class HubAccessOnPostgres(PostgresHost host) : HubAccessTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubAccessOnSqlite(SqliteHost host) : HubAccessTests(host);

/// <summary>Who may do what in the hub.</summary>
public abstract class HubAccessTests(HostFixture fixture)
{
    private readonly HubClient hub = new(fixture.Host);

    [Fact]
    public async Task A_tenants_key_may_do_everything_inside_its_tenant_and_nothing_outside()
    {
        var (tenant, other) = (await hub.NewTenantAsync(), await hub.NewTenantAsync());
        var own = hub.As((await hub.NewKeyAsync(tenant, "hub")).Text("key"));

        Assert.Equal(200, (await own.GetAsync(tenant)).Status);
        Assert.Equal(200, (await own.GetAsync(tenant.ToUpperInvariant().Replace("/TENANTS", "/tenants", StringComparison.Ordinal))).Status);
        Assert.Equal(200, (await own.PatchAsync(tenant, """{ "name": "Mine" }""")).Status);
        Assert.Equal(200, (await own.GetAsync($"{tenant}/keys")).Status);
        Assert.Equal(201, (await own.PostAsync($"{tenant}/inboxes", """{ "name": "Website" }""")).Status);
        var made = await own.NewKeyAsync(tenant, "trillet");
        Assert.Equal(204, (await own.DeleteAsync($"{tenant}/keys/{made.Text("id")}")).Status);

        Assert.Equal(403, (await own.DeleteAsync(tenant)).Status);
        Assert.Equal(403, (await own.GetAsync("/tenants")).Status);
        Assert.Equal(403, (await own.PostAsync("/tenants", """{ "name": "More" }""")).Status);

        Assert.Equal(404, (await own.GetAsync(other)).Status);
        Assert.Equal(404, (await own.PatchAsync(other, """{ "name": "Theirs" }""")).Status);
        Assert.Equal(404, (await own.DeleteAsync(other)).Status);
        Assert.Equal(404, (await own.GetAsync($"{other}/keys")).Status);
        Assert.Equal(404, (await own.PostAsync($"{other}/keys", "{}")).Status);
        Assert.Equal(404, (await own.GetAsync($"{other}/inboxes")).Status);
    }

    [Fact]
    public async Task A_key_that_may_read_only_reads_only()
    {
        var (tenant, other) = (await hub.NewTenantAsync(), await hub.NewTenantAsync());
        var keyId = (await hub.NewKeyAsync(tenant, "helpscout")).Text("id");
        var reader = hub.As((await hub.NewKeyAsync(tenant, "hub", "read")).Text("key"));

        Assert.Equal(200, (await reader.GetAsync(tenant)).Status);
        Assert.Equal(200, (await reader.GetAsync($"{tenant}/keys")).Status);
        Assert.Equal(200, (await reader.GetAsync($"{tenant}/inboxes")).Status);

        var refused = await reader.PatchAsync(tenant, """{ "name": "Mine" }""");
        Assert.Equal((403, "forbidden"), (refused.Status, refused.Text("type")));
        Assert.Equal(403, (await reader.PostAsync($"{tenant}/keys", "{}")).Status);
        Assert.Equal(403, (await reader.PostAsync($"{tenant}/inboxes", "{}")).Status);
        Assert.Equal(403, (await reader.DeleteAsync($"{tenant}/keys/{keyId}")).Status);
        Assert.Equal(403, (await reader.PostAsync($"{tenant}/keys/{keyId}/authorization-codes")).Status);
        Assert.Equal(404, (await reader.PatchAsync(other, """{ "name": "Theirs" }""")).Status);
        Assert.Equal("Acme", (await hub.GetAsync(tenant)).Text("name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("cu_operator_development_key_0001")]
    [InlineData("cu_operator_development_key_00000")]
    public async Task Anybody_else_is_not_let_in(string key)
    {
        var stranger = hub.As(key);

        foreach (var answer in new[] { await stranger.GetAsync("/tenants"), await stranger.GetAsync("/tenants/1"), await stranger.PostAsync("/tenants", "{}") })
        {
            Assert.Equal((401, "unauthorized"), (answer.Status, answer.Text("type")));
            Assert.Equal("Bearer", answer.Message.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task A_key_for_another_contract_is_not_let_in()
    {
        var tenant = await hub.NewTenantAsync();
        foreach (var contract in ContractCatalog.All.Select(entry => entry.Description.Name))
        {
            var key = (await hub.NewKeyAsync(tenant, contract, "admin")).Text("key");

            Assert.Equal(401, (await hub.As(key).GetAsync(tenant)).Status);
        }
    }
}
