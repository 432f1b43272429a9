using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// Unix times as Pydantic reads them: seconds, or milliseconds where the number is further from zero than 2e10, to the microsecond.
/// </summary>
internal static partial class PydanticTimestamp
{
    /// <summary>The reason that is given for the year 0, which is a time to Pydantic's parser but to no calendar.</summary>
    public const string YearZero = "year 0 is out of range";

    private const string TooLate = "dates after 9999 are not supported as unix timestamps";
    private const string TooEarly = "dates before 0000 are not supported as unix timestamps";

    private const long Watershed = 20_000_000_000;

    // Seconds from 1970 to the start of the year 0, which lies 366 days before DateTimeOffset begins.
    private const decimal YearZeroStart = -62_167_219_200;

    /// <summary>Reads a JSON number.</summary>
    public static bool TryReadNumber(JsonElement number, out DateTimeOffset value, [NotNullWhen(false)] out string? reason) =>
        TryConvert(number.GetDecimal(), out value, out reason);

    /// <summary>Reads a text of digits, or of digits around a point: only then may it have an exponent.</summary>
    /// <returns>False without a reason where the text is not of that kind, or too large for the number that Pydantic would make of it.</returns>
    public static bool TryReadText(string text, out DateTimeOffset value, out string? reason)
    {
        (value, reason) = (default, null);
        if (Integer().IsMatch(text))
        {
            // Pydantic reads the digits before it looks at the sign, so that the least of all longs is one too large for it.
            return long.TryParse(text, CultureInfo.InvariantCulture, out var whole)
                && whole != long.MinValue
                && TryConvert(whole, out value, out reason);
        }

        return Fraction().IsMatch(text)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && TryConvert(number, out value, out _);
    }

    private static bool TryConvert(decimal number, out DateTimeOffset value, [NotNullWhen(false)] out string? reason)
    {
        var seconds = Math.Abs(number) > Watershed ? number / 1_000 : number;
        var whole = Math.Floor(seconds);
        value = default;
        reason = whole > DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? TooLate
            : whole < YearZeroStart ? TooEarly
            : whole < DateTimeOffset.MinValue.ToUnixTimeSeconds() ? YearZero
            : null;
        if (reason is not null)
        {
            return false;
        }

        // Less than a microsecond is rounded, which may not carry the last second of the year 9999 over.
        var microseconds = Math.Round((seconds - whole) * 1_000_000, MidpointRounding.AwayFromZero);
        var start = DateTimeOffset.FromUnixTimeSeconds((long)whole);
        var room = (DateTimeOffset.MaxValue - start).Ticks;
        value = start.AddTicks(Math.Min((long)microseconds * TimeSpan.TicksPerMicrosecond, room - (room % TimeSpan.TicksPerMicrosecond)));
        return true;
    }

    [GeneratedRegex(@"\A[+-]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"\A[+-]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();
}
