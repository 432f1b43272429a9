using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Instants as the canonical customer shows them. An export shows milliseconds; what it cut off must neither make a difference to the
/// customer that it came from, nor to the next export.
/// </summary>
internal static class WholeMilliseconds
{
    /// <summary>An instant without what the canonical form does not show.</summary>
    public static DateTimeOffset? ToMilliseconds(this DateTimeOffset? instant) =>
        instant is { } known ? known.AddTicks(-(known.Ticks % TimeSpan.TicksPerMillisecond)) : null;

    /// <summary>A profile with whole milliseconds, but for instants that are still what they were as far as is shown.</summary>
    public static Profile KeepFinerInstants(this Profile written, Profile stored) => written with
    {
        LastSeenAt = Keep(written.LastSeenAt, stored.LastSeenAt),
        ArchivedAt = Keep(written.ArchivedAt, stored.ArchivedAt),
        Consent = written.Consent with
        {
            SignatureAcceptedAt = Keep(written.Consent.SignatureAcceptedAt, stored.Consent.SignatureAcceptedAt),
            OptedOutWhatsappAt = Keep(written.Consent.OptedOutWhatsappAt, stored.Consent.OptedOutWhatsappAt),
            OptedInWhatsappAt = Keep(written.Consent.OptedInWhatsappAt, stored.Consent.OptedInWhatsappAt),
            StartedWhatsappAt = Keep(written.Consent.StartedWhatsappAt, stored.Consent.StartedWhatsappAt),
        },
    };

    private static DateTimeOffset? Keep(DateTimeOffset? written, DateTimeOffset? stored) =>
        written.ToMilliseconds() == stored.ToMilliseconds() ? stored : written.ToMilliseconds();
}
