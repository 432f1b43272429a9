using System.Globalization;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>
/// A decimal as text whose ordinal order is that of the numbers. SQLite has no decimals; its floating-point numbers would make neighbours of
/// 17 digits equal.
/// </summary>
internal static class SortableNumber
{
    // As many digits before and after the point as a decimal can have.
    private const string Digits = "00000000000000000000000000000.0000000000000000000000000000";

    /// <summary>The text of a number.</summary>
    public static string Write(decimal number)
    {
        var digits = Math.Abs(number).ToString(Digits, CultureInfo.InvariantCulture);
        return number < 0 ? "-" + Complement(digits) : "0" + digits; // a minus sorts before a zero
    }

    /// <summary>The number of a text.</summary>
    public static decimal Read(string text) => text[0] == '-'
        ? -Parse(Complement(text[1..]))
        : Parse(text);

    private static decimal Parse(string digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    // The greater a negative number's digits are, the smaller it is.
    private static string Complement(string digits) =>
        string.Create(digits.Length, digits, (target, source) =>
        {
            for (var index = 0; index < target.Length; index++)
            {
                target[index] = source[index] == '.' ? '.' : (char)('0' + '9' - source[index]);
            }
        });
}
