using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// Date-times as Pydantic reads them: RFC 3339, also with a space or an underscore in place of the T, without seconds or without a zone; a
/// date alone; Unix times as numbers or as texts. Two things are ours: what has no zone is UTC, and all is answered in UTC.
/// </summary>
internal static partial class PydanticDateTime
{
    // Whatever is wrong behind a good date: Pydantic then takes the text for a date, which has nothing behind it.
    private const string ExtraCharacters = "unexpected extra characters at the end of the input";

    /// <summary>Reads a date-time, or says what is wrong with it.</summary>
    public static bool TryRead(JsonElement element, out DateTimeOffset value, [NotNullWhen(false)] out PydanticError? error)
    {
        (value, error) = (default, null);
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return TryReadText(element.GetString()!, out value, out error);
            case JsonValueKind.Number when !PydanticTimestamp.TryReadNumber(element, out value, out var reason):
                error = PydanticError.DateTimeParsing(reason);
                return false;
            case JsonValueKind.Number:
                return true;
            default:
                error = PydanticError.DateTimeType;
                return false;
        }
    }

    /// <summary>Reads a date-time from a text, or says what is wrong with it.</summary>
    public static bool TryReadText(string text, out DateTimeOffset value, [NotNullWhen(false)] out PydanticError? error)
    {
        error = null;
        if (!PydanticDate.TryReadStart(text, out var date, out var reason))
        {
            if (PydanticTimestamp.TryReadText(text, out value, out var outOfRange))
            {
                return true;
            }

            error = outOfRange == PydanticTimestamp.YearZero
                ? PydanticError.DateTimeParsing(outOfRange)
                : PydanticError.DateParsing(outOfRange ?? reason);
            return false;
        }

        value = default;
        if (!TryReadTime(text[PydanticDate.Length..], out var time, out var offset))
        {
            error = PydanticError.DateParsing(ExtraCharacters);
            return false;
        }

        return TryCombine(date, time - offset, out value, out error);
    }

    /// <summary>The text of a date-time as it is answered: UTC, with microseconds only where there are some.</summary>
    public static string Write(DateTimeOffset value)
    {
        var utc = value.UtcDateTime;
        var format = utc.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        return utc.ToString(format, CultureInfo.InvariantCulture);
    }

    private static bool TryReadTime(string text, out TimeSpan time, out TimeSpan offset)
    {
        (time, offset) = (TimeSpan.Zero, TimeSpan.Zero);
        if (text.Length == 0)
        {
            return true;
        }

        var match = Time().Match(text);
        if (!match.Success)
        {
            return false;
        }

        // More than six digits are cut off, not rounded.
        var microseconds = match.Groups["fraction"].Value.PadRight(6, '0')[..6];
        time = new TimeSpan(0, Number("hour"), Number("minute"), Number("second"), 0, int.Parse(microseconds, CultureInfo.InvariantCulture));
        offset = new TimeSpan(Number("offsetHour"), Number("offsetMinute"), 0) * (match.Groups["sign"].Value == "+" ? 1 : -1);
        return true;

        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    private static bool TryCombine(PydanticDate date, TimeSpan sinceMidnight, out DateTimeOffset value, [NotNullWhen(false)] out PydanticError? error)
    {
        var midnight = date.Year == 0 ? -1 : new DateTime(date.Year, date.Month, date.Day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        var ticks = midnight + sinceMidnight.Ticks;
        error = midnight < 0 || ticks < 0 ? PydanticError.DateTimeParsing(PydanticTimestamp.YearZero)
            : ticks > DateTime.MaxValue.Ticks ? PydanticError.DateTimeParsing("year 10000 is out of range")
            : null;
        value = error is null ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return error is null;
    }

    // ISO 8601 knows the minus sign beside the hyphen, and the comma beside the point. There is no 24:00 and no 60th second.
    [GeneratedRegex(
        @"\A[Tt _](?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9])(?::(?<second>[0-5][0-9])(?:[.,](?<fraction>[0-9]+))?)?"
        + @"(?:[Zz]|(?<sign>[+\-\u2212])(?<offsetHour>[01][0-9]|2[0-3]):?(?<offsetMinute>[0-5][0-9]))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
