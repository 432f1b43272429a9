using System.Net;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>
/// Counts failed authentications by address, so that guessing keys takes long and costs no look-ups. A key that was right lately is no
/// guess: it goes on working from an address that has failed too often.
/// </summary>
internal sealed class FailedAuthentications
{
    /// <summary>Where it is configured how many an address may have in a minute; 0 for no limit.</summary>
    public const string Setting = "Limits:FailedAuthenticationsPerMinute";

    private const int Default = 300;
    private const int MostAddresses = 50_000;
    private const int MostCredentials = 50_000;

    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(30);

    private readonly bool isLimited;
    private readonly RecentEntries<IPAddress, TokenBucket> failures;
    private readonly RecentEntries<string, bool> known;

    /// <summary>Starts with nothing counted.</summary>
    public FailedAuthentications(IConfiguration configuration, TimeProvider clock)
    {
        var perMinute = configuration.GetValue(Setting, Default);
        isLimited = perMinute > 0;
        failures = new(_ => new TokenBucket(perMinute, clock), TokenBucket.Window, MostAddresses, clock);
        known = new(_ => true, Lately, MostCredentials, clock);
    }

    /// <summary>How long an address must wait before a credential is looked at; null where it need not.</summary>
    public TimeSpan? WaitOf(IPAddress? address, Credential credential) =>
        RemoteAddress.SubscriberOf(address) is { } subscriber
        && failures.Find(subscriber)?.Peek(1).RetryIn is { } wait
        && !known.Find(NameOf(credential))
            ? wait
            : null;

    /// <summary>Counts what came of looking at a credential.</summary>
    public void Note(IPAddress? address, Credential credential, Failure? failure)
    {
        if (!isLimited || RemoteAddress.SubscriberOf(address) is not { } subscriber)
        {
            return;
        }

        if (failure is { Kind: FailureKind.CredentialMissing or FailureKind.CredentialUnknown })
        {
            failures.Use(subscriber).Take(1);
            known.Remove(NameOf(credential));
        }
        else
        {
            known.Use(NameOf(credential));
        }
    }

    // Without its secret. Where none is shown, the tenant's name stands in its place.
    private static string NameOf(Credential credential) =>
        $"{credential.Contract} {credential.ClientId} {Convert.ToHexString(Credential.HashOf(credential.HasSecret ? credential.Secret! : $"{credential.Tenant?.Value}"))}";
}
