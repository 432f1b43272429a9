using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The ten characters <c>YYYY-MM-DD</c> with which dates and date-times begin, as Pydantic reads them.</summary>
/// <param name="Year">0 to 9999; no calendar here has the year 0, but Pydantic says so only at the very end.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">A day that the month has.</param>
internal readonly record struct PydanticDate(int Year, int Month, int Day)
{
    /// <summary>How many characters a date has.</summary>
    public const int Length = 10;

    /// <summary>Reads the date at the start of a text, or says what is wrong with it.</summary>
    public static bool TryReadStart(string text, out PydanticDate date, [NotNullWhen(false)] out string? reason)
    {
        date = default;
        reason = MalformationOf(text);
        if (reason is not null)
        {
            return false;
        }

        date = new PydanticDate(Number(text.AsSpan(0, 4)), Number(text.AsSpan(5, 2)), Number(text.AsSpan(8, 2)));
        reason = date.Month is < 1 or > 12 ? "month value is outside expected range of 1-12"
            : date.Day < 1 || date.Day > DaysIn(date.Year, date.Month) ? "day value is outside expected range"
            : null;
        return reason is null;
    }

    // Character by character from the left: the first that does not fit is the one that is named.
    private static string? MalformationOf(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) < Length)
        {
            return "input is too short";
        }

        for (var index = 0; index < Length; index++)
        {
            var fits = index is 4 or 7 ? text[index] == '-' : char.IsAsciiDigit(text[index]);
            if (!fits)
            {
                return index switch
                {
                    < 4 => "invalid character in year",
                    4 or 7 => "invalid date separator, expected `-`",
                    < 7 => "invalid character in month",
                    _ => "invalid character in day",
                };
            }
        }

        return null;
    }

    // The year 0 would be a leap year, as 400 is.
    private static int DaysIn(int year, int month) => DateTime.DaysInMonth(year == 0 ? 400 : year, month);

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
