using System.Net;
using CustomerUpdate.Api.Http.Limits;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Limits;

/// <summary>Whose wrong keys count against whom.</summary>
public sealed class FailedAuthenticationsTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void An_address_is_one_subscriber(string failed, string again, bool waits)
    {
        var failures = Limited(1);

        Assert.Null(failures.Count(IPAddress.Parse(failed)));

        Assert.Equal(waits, failures.Count(IPAddress.Parse(again)) is not null);
    }

    [Fact]
    public void Who_has_had_too_many_waits_for_the_next_one()
    {
        var failures = Limited(2);
        failures.Count(IPAddress.Loopback);
        failures.Count(IPAddress.Loopback);

        Assert.Equal(TimeSpan.FromSeconds(30), failures.Count(IPAddress.Loopback));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(failures.Count(IPAddress.Loopback));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_no_limit_where_none_is_configured(int perMinute)
    {
        var failures = Limited(perMinute);

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Null(failures.Count(IPAddress.Loopback)));
    }

    [Fact]
    public void A_connection_without_an_address_is_not_limited()
    {
        var failures = Limited(1);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Null(failures.Count(null)));
    }

    private FailedAuthentications Limited(int perMinute) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new(FailedAuthentications.Setting, $"{perMinute}")]).Build(), clock);
}
