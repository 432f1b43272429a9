using System.Text.RegularExpressions;

namespace CustomerUpdate.Core.Customers;

/// <summary>Rules for phone numbers that hold in every contract.</summary>
public static partial class PhoneNumber
{
    /// <summary>Whether text is a number in E.164: a plus, then 2 to 15 digits, the first not a zero. Says nothing of its validity.</summary>
    public static bool IsE164(string text) => E164().IsMatch(text);

    /// <summary>
    /// Reads a number written with its country code, separators allowed; null where it is not one. Both engines read such numbers
    /// through here, so that what is unique never depends on the engine.
    /// </summary>
    public static string? ReadInternational(string text)
    {
        var compact = WithoutSeparators(text);
        return IsE164(compact) ? compact : null;
    }

    /// <summary>What a number is matched by: E.164 where it can be read, else the text itself.</summary>
    /// <param name="text">The number as written.</param>
    /// <param name="defaultRegion">The region (ISO 3166, two letters) of numbers without a country code; null where there is none.</param>
    /// <param name="reader">The engine for national input.</param>
    public static string KeyOf(string text, string? defaultRegion, IPhoneNumberReader reader)
    {
        var trimmed = text.Trim();
        var national = defaultRegion is not null && !trimmed.StartsWith('+') ? reader.ReadNational(trimmed, defaultRegion) : null;
        return ReadInternational(trimmed) ?? national ?? trimmed;
    }

    /// <summary>Whether there is a region of that name whose numbers can be read.</summary>
    /// <param name="region">The region (ISO 3166, two letters), in upper case.</param>
    public static bool IsRegion(string region) => CallingCodes.Find(region) is not null;

    /// <summary>The text without what people put between digits to read them better.</summary>
    internal static string WithoutSeparators(string text) => Separators().Replace(text, "");

    // Not \d, which matches other scripts' digits, and not $, which allows a line feed behind it.
    [GeneratedRegex(@"\A\+[1-9][0-9]{1,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex E164();

    [GeneratedRegex(@"[\s().\-/\u00A0\u2010-\u2015]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
