using System.Net;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>
/// Counts wrong keys by the address that they came from, so that guessing takes long. Right ones never wait: whoever shares an address with
/// somebody who guesses, behind a proxy for one, goes on working.
/// </summary>
internal sealed class FailedAuthentications
{
    /// <summary>Where it is configured how many an address may have in a minute; 0 for no limit.</summary>
    public const string Setting = "Limits:FailedAuthenticationsPerMinute";

    private const int Default = 300;
    private const int MostAddresses = 50_000;

    private readonly bool isLimited;
    private readonly RecentEntries<IPAddress, TokenBucket> failures;

    /// <summary>Starts with nothing counted.</summary>
    public FailedAuthentications(IConfiguration configuration, TimeProvider clock)
    {
        var perMinute = configuration.GetValue(Setting, Default);
        isLimited = perMinute > 0;
        failures = new(_ => new TokenBucket(perMinute, clock), TokenBucket.Window, MostAddresses, clock);
    }

    /// <summary>Counts one.</summary>
    /// <returns>How long the address has to wait until it may have another one; null where it might have this one.</returns>
    public TimeSpan? Count(IPAddress? address) =>
        isLimited && RemoteAddress.SubscriberOf(address) is { } subscriber ? failures.Use(subscriber).Take(1).RetryIn : null;
}
