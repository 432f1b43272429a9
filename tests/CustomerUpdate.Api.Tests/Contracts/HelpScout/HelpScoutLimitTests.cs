using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Limits;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

[Collection(PostgresTests.Name)]
public sealed class HelpScoutLimitsOnPostgres(PostgresHost host) : HelpScoutLimitTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutLimitsOnSqlite(SqliteHost host) : HelpScoutLimitTests(host);

/// <summary>How Help Scout counts, and its own headers for that.</summary>
public abstract class HelpScoutLimitTests(HostFixture fixture)
{
    private readonly HelpScoutUnderTest contract = new();
    private readonly HostUnderTest host = fixture.Host;

    [Fact]
    public async Task A_write_costs_two_and_its_headers_are_the_vendors()
    {
        var tenant = await LimitedTenant.CreateAsync(host, contract.Name, 4);
        var key = await tenant.NewKeyAsync(contract.Name);
        var customer = await host.Customers.CreateAsync(tenant.Tenant);

        Assert.Equal((200, "4", "3", null), await SendAsync(contract.Show(customer, key: key, tenant: tenant.Tenant)));
        Assert.Equal((204, "4", "1", null), await SendAsync(Write()));
        Assert.Equal((429, "4", "1", "15"), await SendAsync(Write()));
        Assert.Equal((200, "4", "0", null), await SendAsync(contract.Show(customer, key: key, tenant: tenant.Tenant)));
        Assert.Equal((429, "4", "0", "30"), await SendAsync(Write()));

        HttpRequestMessage Write() => contract.Update(customer, contract.WriteName("Grace", "Hopper"), key: key, tenant: tenant.Tenant);
    }

    private async Task<(int Status, string? Limit, string? Remaining, string? RetryAfter)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        Assert.Equal(Header("Retry-After"), Header("X-RateLimit-Retry-After"));
        return ((int)answer.StatusCode, Header("X-RateLimit-Limit-Minute"), Header("X-RateLimit-Remaining-Minute"), Header("X-RateLimit-Retry-After"));

        string? Header(string name) => answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
    }
}
