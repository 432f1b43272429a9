using System.Net;
using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Limits;

/// <summary>Whose failures count against whom.</summary>
public sealed class FailedAuthenticationsTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly Credential Guess = new("any", "guess");
    private static readonly Credential Right = new("any", "right");

    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void An_address_is_one_subscriber(string failed, string asked, bool waits)
    {
        var failures = Limited(1);

        failures.Note(IPAddress.Parse(failed), Guess, Failure.Of(FailureKind.CredentialUnknown));

        Assert.Equal(waits, failures.WaitOf(IPAddress.Parse(asked), Guess) is not null);
    }

    [Theory]
    [InlineData(FailureKind.CredentialMissing, true)]
    [InlineData(FailureKind.CredentialUnknown, true)]
    [InlineData(FailureKind.TenantForeign, false)]
    [InlineData(null, false)]
    public void Only_a_credential_that_opens_nothing_counts(FailureKind? kind, bool waits)
    {
        var failures = Limited(1);

        failures.Note(Here, Guess, kind is { } failed ? Failure.Of(failed) : null);

        Assert.Equal(waits, failures.WaitOf(Here, new Credential("any", "another")) is not null);
    }

    [Fact]
    public void A_key_that_was_right_is_no_guess_for_half_an_hour_and_only_at_its_own_door()
    {
        var failures = Limited(1);
        failures.Note(Here, Right, null);

        clock.Advance(TimeSpan.FromMinutes(29));
        failures.Note(Here, Guess, Failure.Of(FailureKind.CredentialUnknown));

        Assert.Null(failures.WaitOf(Here, Right));
        Assert.NotNull(failures.WaitOf(Here, Right with { Contract = "other" }));
        Assert.NotNull(failures.WaitOf(Here, Guess));
    }

    [Fact]
    public void A_key_that_is_right_no_longer_is_a_guess_again()
    {
        var failures = Limited(1);
        failures.Note(Here, Right, null);

        failures.Note(Here, Right, Failure.Of(FailureKind.CredentialUnknown));

        Assert.Equal(TimeSpan.FromMinutes(1), failures.WaitOf(Here, Right));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_no_limit_where_none_is_configured(int perMinute)
    {
        var failures = Limited(perMinute);

        for (var number = 0; number < 1_000; number++)
        {
            failures.Note(Here, Guess, Failure.Of(FailureKind.CredentialUnknown));
        }

        Assert.Null(failures.WaitOf(Here, Guess));
    }

    [Fact]
    public void A_connection_without_an_address_is_not_limited()
    {
        var failures = Limited(1);

        failures.Note(null, Guess, Failure.Of(FailureKind.CredentialUnknown));

        Assert.Null(failures.WaitOf(null, Guess));
    }

    private FailedAuthentications Limited(int perMinute) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new(FailedAuthentications.Setting, $"{perMinute}")]).Build(), clock);
}
