using System.Globalization;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Instants as Help Scout writes and reads them: whole seconds, which it insists on.</summary>
internal static class HelpScoutTime
{
    /// <summary>What is expected, for errors.</summary>
    public const string Form = "a date and time such as 2013-11-20T00:00:00Z";

    private const string Written = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] Read = [Written, "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <summary>An instant as it is shown.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>Reads an instant, in UTC or with an offset.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text, Read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
}
