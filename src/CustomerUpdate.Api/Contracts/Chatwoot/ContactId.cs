using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>The contact that a path names.</summary>
internal static class ContactId
{
    private const string Format = ".json";

    /// <summary>
    /// Reads a positive number, with or without Rails' format suffix. Rails would read <c>7abc</c> as 7 and write to a contact that nobody
    /// named: here that is nobody.
    /// </summary>
    public static bool TryParse(string segment, [NotNullWhen(true)] out string? id)
    {
        var digits = segment.EndsWith(Format, StringComparison.Ordinal) ? segment[..^Format.Length] : segment;
        var isNumber = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        id = isNumber && digits.All(char.IsAsciiDigit) // parsing lets a U+0000 at the end pass
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
        return id is not null;
    }
}
