using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>A page of customers.</summary>
/// <param name="Embedded">The customers; absent where there are none.</param>
/// <param name="Links">The pages around it.</param>
/// <param name="Page">Which page it is.</param>
internal sealed record HelpScoutCustomerPage(
    [property: JsonPropertyName("_embedded")] HelpScoutCustomers? Embedded,
    [property: JsonPropertyName("_links")] HelpScoutPageLinks Links,
    HelpScoutPage Page);

/// <summary>The customers on a page.</summary>
internal sealed record HelpScoutCustomers(ValueList<HelpScoutCustomer> Customers);

/// <summary>Which page of how many.</summary>
/// <param name="Size">Customers on a full page.</param>
/// <param name="TotalElements">Customers on all pages.</param>
/// <param name="TotalPages">Pages.</param>
/// <param name="Number">This page, counted from one.</param>
internal sealed record HelpScoutPage(int Size, long TotalElements, long TotalPages, int Number);

/// <summary>The links of a page. All of them keep the parameters that were sent.</summary>
/// <param name="First">The first page.</param>
/// <param name="Last">The last page.</param>
/// <param name="Next">The next page; absent on the last one.</param>
/// <param name="Prev">The page before; absent on the first one.</param>
/// <param name="Page">Any page.</param>
/// <param name="Self">What was asked for.</param>
internal sealed record HelpScoutPageLinks(
    HelpScoutLink First, HelpScoutLink Last, HelpScoutLink? Next, HelpScoutLink? Prev, HelpScoutTemplate Page, HelpScoutLink Self)
{
    private const string Number = "page";

    /// <summary>The links of a page.</summary>
    /// <param name="list">The list's address. It ends in a slash, as the live service has it.</param>
    /// <param name="query">The query as it was sent, from its question mark on; empty where there was none.</param>
    /// <param name="number">The page.</param>
    /// <param name="last">The last page, at least one.</param>
    public static HelpScoutPageLinks Of(string list, string query, int number, long last)
    {
        var others = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !parameter.Split('=')[0].Equals(Number, StringComparison.OrdinalIgnoreCase)).ToList();
        var start = others.Count == 0 ? list : $"{list}?{string.Join('&', others)}";
        var joint = others.Count == 0 ? '?' : '&';
        return new HelpScoutPageLinks(
            To(1),
            To(last),
            number < last ? To(number + 1) : null,
            number > 1 ? To(Math.Min(number - 1, last)) : null,
            new HelpScoutTemplate($"{start}{{{joint}{Number}}}", Templated: true),
            new HelpScoutLink(list + query));

        HelpScoutLink To(long page) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{start}{joint}{Number}={page}"));
    }
}

/// <summary>A link that is completed by whoever follows it (RFC 6570).</summary>
internal sealed record HelpScoutTemplate(string Href, bool Templated);
