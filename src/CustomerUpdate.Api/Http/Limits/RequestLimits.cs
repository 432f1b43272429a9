using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>
/// Counts the requests of each key, on this host: a tenant's own limit for the contract, else the configured one. Those whom a contract lets
/// in without a key count together, by tenant.
/// </summary>
internal sealed class RequestLimits(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Where the limit of a key is configured that its tenant sets none for: requests a minute, 0 for no limit.</summary>
    public const string Setting = "Limits:RequestsPerMinute";

    private const int Default = 60_000;
    private const int MostKeys = 50_000;

    private readonly int perMinute = Math.Max(0, configuration.GetValue(Setting, Default));

    // One that nobody has used for a minute is full again, as a new one is: nothing is lost with it.
    private readonly RecentEntries<Key, TokenBucket> buckets = new(
        key => new TokenBucket(key.PerMinute, clock), TokenBucket.Window, MostKeys, clock);

    /// <summary>Counts a request; null where the caller is not limited.</summary>
    public Allowance? Take(Caller caller, int cost)
    {
        var limit = caller.Tenant.Settings.RateLimits.TryGetValue(caller.Contract, out var chosen) ? chosen : perMinute;
        return limit <= 0 ? null : buckets.Use(new Key(caller.Tenant.Id, caller.Contract, caller.KeyId, limit)).Take(cost);
    }

    // With the limit: another one is another bucket, which starts full.
    private readonly record struct Key(Guid TenantId, string Contract, Guid? KeyId, int PerMinute);
}
