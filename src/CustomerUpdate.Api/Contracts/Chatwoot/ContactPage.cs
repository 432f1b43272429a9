using System.Globalization;
using System.Text.Json;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>The page of a list that is asked for.</summary>
internal static class ContactPage
{
    /// <summary>How many contacts are on a page.</summary>
    public const int Size = 15;

    private static readonly BagValue First = BagValue.Of(JsonElement.Parse("1"));

    /// <summary>What the answer calls the page: what the request called it, as a text or as a number; the number 1 where it said nothing.</summary>
    public static BagValue Name(Optional<BagValue> page) => page.Or(First);

    /// <summary>How many contacts come before it. What is no whole number from 1 on is the first page; one with too many digits is behind the last.</summary>
    public static int Skip(Optional<BagValue> page)
    {
        var text = Name(page).Text.Trim();
        var number = text.All(char.IsAsciiDigit) && double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return (int)Math.Min(Math.Max(number - 1, 0) * Size, int.MaxValue);
    }
}
