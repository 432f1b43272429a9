using System.Globalization;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>What the values of a filter say.</summary>
internal static class ContactValue
{
    private const string DayFormat = "yyyy-MM-dd";
    private const int MostDays = 36_500; // a hundred years: the server itself counts back without end

    /// <summary>The day that a text names: a date, or a time of which the date alone counts, as it is written; null where it is neither.</summary>
    public static DateOnly? FindDay(string value)
    {
        var text = value.Trim();
        var isDay = DateOnly.TryParseExact(
            text.Length < DayFormat.Length ? text : text[..DayFormat.Length], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return isDay && (text.Length == DayFormat.Length || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)) ? day : null;
    }

    /// <summary>The day that lies so many days before another; null where the text is no whole number, or a too great one.</summary>
    public static DateOnly? FindDayBefore(DateOnly today, string value) =>
        int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays ? today.AddDays(-days) : null;

    /// <summary>The number that a text is; null where it is none.</summary>
    public static decimal? FindNumber(string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>When a day begins, in UTC.</summary>
    public static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
