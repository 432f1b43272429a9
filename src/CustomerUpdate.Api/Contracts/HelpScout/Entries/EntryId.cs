using System.Globalization;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Which entry a path points at.</summary>
internal static class EntryId
{
    private const long Nobodys = 0;

    /// <summary>The number of the entry. Only the number as it is written counts; what is none is nobody's.</summary>
    public static long Of(Exchange exchange)
    {
        var text = exchange.Route("entryId");
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text
            ? number
            : Nobodys;
    }
}
