using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Limits;

/// <summary>How many searches a tenant may make.</summary>
public sealed class SearchLimitsTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void The_limit_is_configured_and_a_hundred_where_it_is_not()
    {
        Assert.Equal(100, Limits(null).Take(CallerOf("chatwoot"))?.Limit);
        Assert.Equal(7, Limits("7").Take(CallerOf("chatwoot"))?.Limit);
    }

    [Fact]
    public void Zero_is_no_limit() => Assert.Null(Limits("0").Take(CallerOf("chatwoot")));

    [Fact]
    public void Contracts_are_counted_apart_and_keys_are_not()
    {
        var limits = Limits("2");
        limits.Take(CallerOf("chatwoot"));
        limits.Take(CallerOf("chatwoot"));

        Assert.NotNull(limits.Take(CallerOf("chatwoot"))?.RetryIn);
        Assert.Null(limits.Take(CallerOf("helpscout"))?.RetryIn);

        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(limits.Take(CallerOf("chatwoot"))?.RetryIn);
    }

    private static Caller CallerOf(string contract) => new(TestTenants.Demo.Tenant, Guid.NewGuid(), contract, KeyRole.Read);

    private SearchLimits Limits(string? setting) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new(SearchLimits.Setting, setting)]).Build(), clock);
}
