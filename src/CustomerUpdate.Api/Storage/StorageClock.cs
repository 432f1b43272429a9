namespace CustomerUpdate.Api.Storage;

/// <summary>The time as both engines can keep it.</summary>
internal static class StorageClock
{
    /// <summary>Now, UTC, cut to the microsecond: what an update answers is what a later read finds.</summary>
    public static DateTimeOffset GetUtcMicroseconds(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcTicks;
        return new DateTimeOffset(now - (now % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
