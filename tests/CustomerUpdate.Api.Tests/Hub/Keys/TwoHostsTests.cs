using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hub.Keys;

public sealed class TwoHostsOnPostgres() : TwoHostsTests(PostgresDatabase.Engine);

public sealed class TwoHostsOnSqlite() : TwoHostsTests(SqliteDatabase.Engine);

/// <summary>What one host changes, another sees within thirty seconds; what a key's use costs no request, both write.</summary>
public abstract class TwoHostsTests(string engine) : IAsyncLifetime
{
    private HostUnderTest here = null!;
    private HostUnderTest there = null!;

    private HubClient Here => new(here);

    private HubClient There => new(there);

    public async Task InitializeAsync()
    {
        here = await HostUnderTest.StartAsync(engine);
        there = await here.StartAnotherAsync();
    }

    public async Task DisposeAsync()
    {
        await there.DisposeAsync();
        await here.DisposeAsync();
    }

    [Fact]
    public async Task A_key_that_one_host_revokes_is_refused_by_the_other_within_thirty_seconds()
    {
        var tenant = await Here.NewTenantAsync();
        var made = await Here.NewKeyAsync(tenant, "hub");
        var key = made.Text("key");
        Assert.Equal(200, (await There.As(key).GetAsync(tenant)).Status);
        Assert.Equal(200, (await Here.As(key).GetAsync(tenant)).Status);

        await Here.DeleteAsync($"{tenant}/keys/{made.Text("id")}");

        Assert.Equal(401, (await Here.As(key).GetAsync(tenant)).Status);
        here.Clock.Advance(ICallers.MaximumAge);
        Assert.Equal(401, (await There.As(key).GetAsync(tenant)).Status);
    }

    [Fact]
    public async Task Settings_that_one_host_changes_hold_on_the_other_within_thirty_seconds()
    {
        var tenant = await Here.NewTenantAsync("""{ "trilletApiKey": "optional" }""");
        var credential = new Credential("trillet", null)
        {
            Tenant = new TenantName(TenantNameKind.Workspace, (await Here.GetAsync(tenant)).Text("workspaceId")),
        };
        Assert.True(await IsLetInAsync(here, credential));
        Assert.True(await IsLetInAsync(there, credential));

        await Here.PatchAsync(tenant, """{ "settings": { "trilletApiKey": "required" } }""");

        Assert.False(await IsLetInAsync(here, credential));
        here.Clock.Advance(ICallers.MaximumAge);
        Assert.False(await IsLetInAsync(there, credential));
    }

    [Fact]
    public async Task A_tenant_that_one_host_deletes_makes_no_customers_on_the_other()
    {
        var tenant = await Here.NewTenantAsync();
        var key = (await Here.NewKeyAsync(tenant, "hub")).Text("key");
        Assert.Equal(200, (await There.As(key).GetAsync(tenant)).Status);

        await Here.DeleteAsync(tenant);

        Assert.Equal(401, (await There.As(key).PostAsync($"{tenant}/customers", """{ "email": "ada@example.com" }""")).Status);
        Assert.Equal(401, (await There.As(key).GetAsync(tenant)).Status);
        Assert.DoesNotContain(there.Log.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_works_everywhere_as_soon_as_it_is_made()
    {
        var tenant = await Here.NewTenantAsync();
        Assert.Equal(401, (await There.As("cu_none").GetAsync(tenant)).Status);

        var key = (await Here.NewKeyAsync(tenant, "hub")).Text("key");

        Assert.Equal(200, (await There.As(key).GetAsync(tenant)).Status);
    }

    [Fact]
    public async Task When_a_key_was_last_used_moves_once_a_minute_whoever_uses_it()
    {
        var tenant = await Here.NewTenantAsync();
        var key = (await Here.NewKeyAsync(tenant, "hub")).Text("key");
        Assert.Null(await LastUsedAsync());

        await UseAsync(here);
        Assert.Null(await LastUsedAsync()); // a request writes nothing of it
        await FlushAsync();
        Assert.Equal("2026-01-02T03:04:05.000Z", await LastUsedAsync());

        here.Clock.Advance(TimeSpan.FromSeconds(59));
        await UseAsync(here);
        await UseAsync(there);
        await FlushAsync();
        Assert.Equal("2026-01-02T03:04:05.000Z", await LastUsedAsync());

        here.Clock.Advance(TimeSpan.FromSeconds(61));
        await UseAsync(there);
        await FlushAsync();
        Assert.Equal("2026-01-02T03:06:05.000Z", await LastUsedAsync());

        Task<HubAnswer> UseAsync(HostUnderTest host) => new HubClient(host, key).GetAsync(tenant);
        async Task<string?> LastUsedAsync() => (string?)Assert.Single((await Here.GetAsync($"{tenant}/keys")).Items)!["lastUsedAt"];
    }

    [Fact]
    public async Task What_was_noted_is_written_when_the_host_stops()
    {
        var tenant = await Here.NewTenantAsync();
        var key = (await Here.NewKeyAsync(tenant, "hub")).Text("key");
        var third = await here.StartAnotherAsync();
        await new HubClient(third, key).GetAsync(tenant);

        await third.DisposeAsync();

        Assert.Equal("2026-01-02T03:04:05.000Z", (string?)Assert.Single((await Here.GetAsync($"{tenant}/keys")).Items)!["lastUsedAt"]);
    }

    [Fact]
    public async Task Whoever_flushes_second_waits_until_the_first_has_written()
    {
        var tenant = await Here.NewTenantAsync();
        await new HubClient(here, (await Here.NewKeyAsync(tenant, "hub")).Text("key")).GetAsync(tenant);
        var uses = here.Services.GetRequiredService<KeyUses>();

        var first = uses.FlushAsync(CancellationToken.None);
        await uses.FlushAsync(CancellationToken.None);

        Assert.Equal("2026-01-02T03:04:05.000Z", (string?)Assert.Single((await Here.GetAsync($"{tenant}/keys")).Items)!["lastUsedAt"]);
        await first;
    }

    private static async Task<bool> IsLetInAsync(HostUnderTest host, Credential credential) =>
        (await host.Services.GetRequiredService<ICallers>().IdentifyAsync(credential, CancellationToken.None)).Match(_ => true, _ => false);

    private async Task FlushAsync()
    {
        foreach (var host in new[] { here, there })
        {
            await host.Services.GetRequiredService<KeyUses>().FlushAsync(CancellationToken.None);
        }
    }
}
