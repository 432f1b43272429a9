using System.Globalization;
using System.Text.RegularExpressions;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>Instants as Quentli writes them: ISO 8601.</summary>
internal static partial class QuentliTime
{
    /// <summary>The instant that a text names, UTC, to the microsecond; null where it names none or leaves the offset open.</summary>
    public static DateTimeOffset? Find(string text) =>
        Shape().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond))
            : null;

    /// <summary>An instant with milliseconds and <c>Z</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Format(DateTimeOffset)"/>
    public static string? Format(DateTimeOffset? instant) => instant is { } known ? Format(known) : null;

    // The framework's own parser takes much more: dates without times, names of months, times without an offset.
    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
