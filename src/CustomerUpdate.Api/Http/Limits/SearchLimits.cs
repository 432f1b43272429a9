using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>Counts the searches of each tenant with a contract that limits them, on this host, all of its keys together.</summary>
internal sealed class SearchLimits(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Where it is configured how many a tenant may make in a minute; 0 for no limit.</summary>
    public const string Setting = "Limits:SearchesPerMinute";

    private const int Default = 100;
    private const int MostTenants = 50_000;

    private readonly int perMinute = Math.Max(0, configuration.GetValue(Setting, Default));

    private readonly RecentEntries<(Guid TenantId, string Contract), TokenBucket> buckets = new(
        _ => new TokenBucket(Math.Max(1, configuration.GetValue(Setting, Default)), clock), TokenBucket.Window, MostTenants, clock);

    /// <summary>Counts a search; null where searches are not limited.</summary>
    public Allowance? Take(Caller caller) => perMinute == 0 ? null : buckets.Use((caller.Tenant.Id, caller.Contract)).Take(1);
}
