namespace CustomerUpdate.Api.Storage;

/// <summary>The time as both engines can keep it.</summary>
internal static class StorageClock
{
    /// <summary>Now, UTC, cut to the microsecond: what an update answers is what a later read finds.</summary>
    public static DateTimeOffset GetUtcMicroseconds(this TimeProvider clock) => clock.GetUtcNow().ToUtcMicroseconds();

    /// <summary>A time in UTC, cut to the microsecond.</summary>
    public static DateTimeOffset ToUtcMicroseconds(this DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
