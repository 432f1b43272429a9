using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>How many requests a key may make in a minute, and how that is said.</summary>
public abstract partial class UpdateConformance
{
    [Fact]
    public async Task Past_its_limit_a_key_is_refused_and_writes_nothing_until_there_is_room_again()
    {
        var (tenant, key, customer) = await LimitedAsync(2 * contract.WriteCost);
        await WriteAsync("one");
        await WriteAsync("two");
        var before = await host.Customers.ReadAsync(customer);

        var (refused, body) = await SendAsync(Write("three"));

        Assert.True(contract.StatusOf(FailureKind.RateLimited) == (int)refused.StatusCode, body);
        Assert.Equal(429, (int)refused.StatusCode);
        contract.AssertShape(FailureKind.RateLimited, refused, body);
        Assert.Equal("30", HeaderOf(refused, "Retry-After"));
        Assert.Equal($"\"{contract.Name}\";r=0;t={30 / contract.WriteCost}", HeaderOf(refused, "RateLimit"));
        Assert.Equal(before, await host.Customers.ReadAsync(customer));
        Assert.Equal(3, (await host.Customers.HistoryAsync(customer)).Count);

        host.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("1", HeaderOf((await SendAsync(Write("three"))).Answer, "Retry-After"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await WriteAsync("three");

        HttpRequestMessage Write(string name) => contract.Update(customer, contract.WriteName("Grace", name), key: key, tenant: tenant.Tenant);

        async Task WriteAsync(string name)
        {
            var (answer, text) = await SendAsync(Write(name));
            Assert.True(answer.IsSuccessStatusCode, text);
        }
    }

    [Fact]
    public async Task A_limited_request_leaves_its_idempotency_key_unused()
    {
        var (tenant, key, customer) = await LimitedAsync(contract.WriteCost);
        await SendAsync(Write("one"));
        var (refused, _) = await SendAsync(Keyed(Write("two"), "k"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var (answer, body) = await SendAsync(Keyed(Write("three"), "k"));

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.True(answer.IsSuccessStatusCode, body);

        HttpRequestMessage Write(string name) => contract.Update(customer, contract.WriteName("Grace", name), key: key, tenant: tenant.Tenant);
    }

    [Fact]
    public async Task Reading_is_limited_too()
    {
        var (tenant, key, customer) = await LimitedAsync(1);

        var (shown, _) = await SendAsync(contract.Show(customer, key: key, tenant: tenant.Tenant));
        var (refused, body) = await SendAsync(contract.Show(customer, key: key, tenant: tenant.Tenant));

        Assert.Equal(200, (int)shown.StatusCode);
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal("60", HeaderOf(refused, "Retry-After"));
        contract.AssertShape(FailureKind.RateLimited, refused, body);
    }

    [Fact]
    public async Task What_is_left_is_said_on_every_answer_to_a_known_caller()
    {
        var (limit, cost) = (60 * contract.WriteCost, contract.WriteCost);
        var (tenant, key, customer) = await LimitedAsync(limit);

        var (shown, _) = await SendAsync(contract.Show(customer, key: key, tenant: tenant.Tenant));
        AssertLeft(shown, limit - 1);
        var (written, _) = await SendAsync(contract.Update(customer, ValidBody, key: key, tenant: tenant.Tenant));
        AssertLeft(written, limit - 1 - cost);
        var (unknown, _) = await SendAsync(
            contract.Update(customer, ValidBody, key: key, reference: contract.UnknownReference, tenant: tenant.Tenant));
        Assert.Equal(404, (int)unknown.StatusCode);
        AssertLeft(unknown, limit - 1 - (2 * cost));

        void AssertLeft(HttpResponseMessage answer, int left)
        {
            Assert.Equal($"\"{contract.Name}\";q={limit};w=60", HeaderOf(answer, "RateLimit-Policy"));
            Assert.Equal($"\"{contract.Name}\";r={left};t=1", HeaderOf(answer, "RateLimit"));
        }
    }

    [Fact]
    public async Task A_key_that_may_only_read_is_counted_where_it_is_refused()
    {
        var (tenant, _, customer) = await LimitedAsync(contract.WriteCost);
        var key = await tenant.NewKeyAsync(contract.Name, "read");

        await AssertRefusedAsync(FailureKind.ReadOnlyKey, contract.Update(customer, ValidBody, key: key, tenant: tenant.Tenant));
        await AssertRefusedAsync(FailureKind.RateLimited, contract.Update(customer, ValidBody, key: key, tenant: tenant.Tenant));
    }

    [Fact]
    public async Task A_key_that_is_not_known_is_told_no_limit()
    {
        var customer = await host.Customers.CreateAsync();

        var (answer, _) = await SendAsync(contract.Update(customer, ValidBody, key: contract.Key.Replace('0', '9')));

        Assert.Null(HeaderOf(answer, "RateLimit"));
        Assert.Null(HeaderOf(answer, "RateLimit-Policy"));
    }

    [Fact]
    public async Task Each_key_and_each_tenant_has_a_limit_of_its_own()
    {
        var (tenant, key, customer) = await LimitedAsync(contract.WriteCost);
        var (other, foreignKey, foreign) = await LimitedAsync(contract.WriteCost);
        var second = await tenant.NewKeyAsync(contract.Name);

        Assert.True(await MayAsync(tenant, key, customer));
        Assert.False(await MayAsync(tenant, key, customer));
        Assert.True(await MayAsync(tenant, second, customer));
        Assert.True(await MayAsync(other, foreignKey, foreign));
        Assert.True((await SendAsync(contract.Update(await host.Customers.CreateAsync(), ValidBody))).Answer.IsSuccessStatusCode);
        Assert.False(await MayAsync(tenant, second, customer));
    }

    [Fact]
    public async Task A_limit_that_is_changed_counts_at_once_and_zero_is_none()
    {
        var (tenant, key, customer) = await LimitedAsync(contract.WriteCost);
        Assert.True(await MayAsync(tenant, key, customer));
        Assert.False(await MayAsync(tenant, key, customer));

        await tenant.LimitAsync(contract.Name, 0);

        var (answer, body) = await SendAsync(contract.Update(customer, ValidBody, key: key, tenant: tenant.Tenant));
        Assert.True(answer.IsSuccessStatusCode, body);
        Assert.Null(HeaderOf(answer, "RateLimit"));
        Assert.Null(HeaderOf(answer, "RateLimit-Policy"));
    }

    private async Task<(LimitedTenant Tenant, string Key, Customer Customer)> LimitedAsync(int perMinute)
    {
        var tenant = await LimitedTenant.CreateAsync(host, contract.Name, perMinute);
        return (tenant, await tenant.NewKeyAsync(contract.Name), await host.Customers.CreateAsync(tenant.Tenant));
    }

    private async Task<bool> MayAsync(LimitedTenant tenant, string key, Customer customer)
    {
        var (answer, body) = await SendAsync(contract.Update(customer, ValidBody, key: key, tenant: tenant.Tenant));
        Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode == 429, body);
        return answer.IsSuccessStatusCode;
    }

    private static string? HeaderOf(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
