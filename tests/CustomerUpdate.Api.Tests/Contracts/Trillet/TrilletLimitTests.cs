using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Limits;

namespace CustomerUpdate.Api.Tests.Contracts.Trillet;

[Collection(PostgresTests.Name)]
public sealed class TrilletLimitsOnPostgres(PostgresHost host) : TrilletLimitTests(host);

[Collection(SqliteTests.Name)]
public sealed class TrilletLimitsOnSqlite(SqliteHost host) : TrilletLimitTests(host);

/// <summary>Trillet's words for too many requests.</summary>
public abstract class TrilletLimitTests(HostFixture fixture)
{
    private readonly TrilletUnderTest contract = new();
    private readonly HostUnderTest host = fixture.Host;

    [Fact]
    public async Task The_error_says_when_there_is_room_again_in_whole_seconds_and_never_too_early()
    {
        var tenant = await LimitedTenant.CreateAsync(host, contract.Name, 1);
        var key = await tenant.NewKeyAsync(contract.Name);
        var customer = await host.Customers.CreateAsync(tenant.Tenant);
        await host.Client.SendAsync(contract.Update(customer, "{}", key: key, tenant: tenant.Tenant));
        var room = host.Clock.GetUtcNow().AddMinutes(1);
        host.Clock.Advance(TimeSpan.FromSeconds(0.4));

        var refused = await host.Client.SendAsync(contract.Update(customer, "{}", key: key, tenant: tenant.Tenant));
        var error = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("error");

        Assert.Equal("rate_limit_exceeded", error.GetProperty("code").GetString());
        Assert.Equal("Too many requests. Please try again in 60 seconds.", error.GetProperty("message").GetString());
        var reset = error.GetProperty("reset_at");
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", reset.GetString());
        Assert.InRange(reset.GetDateTimeOffset(), room, room.AddSeconds(1));
    }

    [Fact]
    public async Task Callers_without_a_key_share_the_limit_of_their_workspace()
    {
        var tenant = await LimitedTenant.CreateAsync(host, """{ "trilletApiKey": "optional", "rateLimits": { "trillet": 1 } }""");
        var key = await tenant.NewKeyAsync(contract.Name);
        var customer = await host.Customers.CreateAsync(tenant.Tenant);

        Assert.Equal(200, await ShowAsync(""));
        Assert.Equal(429, await ShowAsync(""));
        Assert.Equal(200, await ShowAsync(key));

        async Task<int> ShowAsync(string shown) =>
            (int)(await host.Client.SendAsync(contract.Show(customer, key: shown, tenant: tenant.Tenant))).StatusCode;
    }
}
