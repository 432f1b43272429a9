using System.Globalization;
using System.Text.RegularExpressions;

namespace CustomerUpdate.Api.Hub;

/// <summary>Instants as the hub writes and reads them (ISO 8601).</summary>
internal static partial class HubTime
{
    /// <summary>What <see cref="Parse"/> takes, for messages.</summary>
    public const string Form = "a date and time as RFC 3339 writes them, such as 2030-01-31T12:00:00Z";

    private const string Formats = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    /// <summary>UTC, with milliseconds and a Z; null stays null.</summary>
    public static string? Format(DateTimeOffset? instant) => instant is { } known ? HubMapping.TimeOf(known) : null;

    /// <summary>
    /// The instant that a text says, cut to the millisecond that is shown; null where it says none. RFC 3339, section 5.6; seconds and the offset
    /// may be left out, which then is UTC's.
    /// </summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (Written().Match(text) is not { Success: true } parts)
        {
            return null;
        }

        // A minute may have 61 seconds; the last one is the next minute's first, as no clock here knows it.
        var (second, isLeap) = parts.Groups["second"].Value switch
        {
            "" => ("00", false),
            "60" => ("59", true),
            var given => (given, false),
        };
        var digits = parts.Groups["fraction"].Value;
        var local = $"{parts.Groups["date"].Value}T{parts.Groups["minute"].Value}:{second}.{(isLeap || digits.Length == 0 ? "0" : digits[..Math.Min(digits.Length, 7)])}";
        if (!DateTime.TryParseExact(local, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || OffsetOf(parts.Groups["offset"].Value) is not { } offset)
        {
            return null;
        }

        var ticks = time.Ticks - offset.Ticks + (isLeap ? TimeSpan.TicksPerSecond : 0);
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero)
            : null;
    }

    private static TimeSpan? OffsetOf(string text) => text switch
    {
        "" or "Z" or "z" => TimeSpan.Zero,
        ['-', .. var behind] => -ClockOf(behind),
        _ => ClockOf(text[1..]),
    };

    private static TimeSpan? ClockOf(string text) =>
        TimeSpan.TryParseExact(text, @"hh\:mm", CultureInfo.InvariantCulture, out var clock) ? clock : null;

    [GeneratedRegex("""\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<minute>[0-9]{2}:[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]+))?)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?\z""", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
