using System.Globalization;

namespace CustomerUpdate.Api.Hub;

/// <summary>Instants as the hub writes and reads them (ISO 8601).</summary>
internal static class HubTime
{
    // "K" takes Z, an offset, or nothing, which then means UTC.
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>UTC, with milliseconds and a Z; null stays null.</summary>
    public static string? Format(DateTimeOffset? instant) => instant is { } known ? HubMapping.TimeOf(known) : null;

    /// <summary>The instant that a text says, cut to the millisecond that is shown; null where it says none.</summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? new DateTimeOffset(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero)
            : null;
}
