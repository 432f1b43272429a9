using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Limits;

public sealed class LimitedHostOnPostgres() : LimitedHostTests(PostgresDatabase.Engine);

public sealed class LimitedHostOnSqlite() : LimitedHostTests(SqliteDatabase.Engine);

/// <summary>A host with small limits.</summary>
public abstract class LimitedHostTests(string engine) : IAsyncLifetime
{
    private HostUnderTest host = null!;

    public async Task InitializeAsync() => host = await HostUnderTest.StartAsync(
        engine,
        settings: new Dictionary<string, string?> { [RequestLimits.Setting] = "2", [FailedAuthentications.Setting] = "2" });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_configured_limit_holds_where_a_tenant_sets_none_and_yields_where_it_does()
    {
        foreach (var contract in ContractsUnderTest.All)
        {
            var tenant = await LimitedTenant.CreateAsync(host);
            var key = await tenant.NewKeyAsync(contract.Name);
            var customer = await host.Customers.CreateAsync(tenant.Tenant);

            Assert.Equal("200 200 429", await ShowAsync(3));
            await tenant.LimitAsync(contract.Name, 3);
            Assert.Equal("200 200 200 429", await ShowAsync(4));
            await tenant.LimitAsync(contract.Name, 0);
            Assert.Equal("200 200 200 200", await ShowAsync(4));

            async Task<string> ShowAsync(int times)
            {
                var statuses = new List<int>();
                for (var time = 0; time < times; time++)
                {
                    statuses.Add(await StatusOf(contract.Show(customer, key: key, tenant: tenant.Tenant)));
                }

                return string.Join(' ', statuses);
            }
        }
    }

    [Fact]
    public async Task The_operator_is_not_limited()
    {
        var tenant = await LimitedTenant.CreateAsync(host);

        for (var number = 0; number < 5; number++)
        {
            var answer = await tenant.Hub.GetAsync(tenant.Path);
            Assert.Equal(200, answer.Status);
            Assert.False(answer.Message.Headers.Contains("RateLimit"));
        }
    }

    [Fact]
    public async Task Too_many_wrong_keys_from_an_address_are_refused_in_each_contracts_words()
    {
        var customer = await host.Customers.CreateAsync();
        foreach (var contract in ContractsUnderTest.All)
        {
            var wrong = contract.Key.Replace('0', '9');
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(401, await StatusOf(Write(contract, customer, wrong)));
            Assert.Equal(401, await StatusOf(Write(contract, customer, wrong)));

            var refused = await host.Client.SendAsync(Write(contract, customer, wrong));

            Assert.Equal(429, (int)refused.StatusCode);
            contract.AssertShape(FailureKind.RateLimited, refused, await refused.Content.ReadAsStringAsync());
            Assert.Equal("30", refused.Headers.RetryAfter?.ToString());
            Assert.False(refused.Headers.Contains("RateLimit"));
            Assert.Equal(429, await StatusOf(contract.Show(customer, key: wrong)));
            Assert.Equal(429, (await new HubClient(host, "nobody").GetAsync("/tenants")).Status);

            host.Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal(401, await StatusOf(Write(contract, customer, wrong)));
        }
    }

    [Fact]
    public async Task Whoever_has_a_right_key_is_let_in_whatever_others_try_from_the_same_address()
    {
        foreach (var contract in ContractsUnderTest.All)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            var tenant = await LimitedTenant.CreateAsync(host);
            var fresh = await tenant.NewKeyAsync(contract.Name);
            var customer = await host.Customers.CreateAsync(tenant.Tenant);
            await ExhaustAsync(contract, customer);

            Assert.Equal(200, await StatusOf(contract.Show(customer, key: fresh, tenant: tenant.Tenant)));
            Assert.Equal(200, (await tenant.Hub.GetAsync(tenant.Path)).Status);
            Assert.Equal(200, (await new HubClient(host, await tenant.NewKeyAsync("hub")).GetAsync(tenant.Path)).Status);
        }
    }

    [Fact]
    public async Task Whoever_shows_no_key_is_told_so_and_counts_against_nobody()
    {
        var tenant = await LimitedTenant.CreateAsync(host);
        var customer = await host.Customers.CreateAsync(tenant.Tenant);
        foreach (var contract in ContractsUnderTest.All)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await AssertUnauthorizedAsync(contract);
            await ExhaustAsync(contract, customer);
            await AssertUnauthorizedAsync(contract);
        }

        async Task AssertUnauthorizedAsync(ContractUnderTest contract)
        {
            for (var time = 0; time < 3; time++)
            {
                Assert.Equal(401, await StatusOf(contract.Show(customer, key: "", tenant: tenant.Tenant)));
            }
        }
    }

    private async Task ExhaustAsync(ContractUnderTest contract, Customer customer)
    {
        Assert.Equal(401, await StatusOf(Write(contract, customer, "wrong")));
        Assert.Equal(401, await StatusOf(Write(contract, customer, "wrong")));
        Assert.Equal(429, await StatusOf(Write(contract, customer, "wrong")));
    }

    private static HttpRequestMessage Write(ContractUnderTest contract, Customer customer, string key) =>
        contract.Update(customer, contract.WriteName("Grace", "Hopper"), key: key);

    private async Task<int> StatusOf(HttpRequestMessage request) => (int)(await host.Client.SendAsync(request)).StatusCode;
}
