using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Shows a customer's address.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/address/get/
/// </summary>
internal sealed class HelpScoutShowAddress : IHelpScoutOperation<HelpScoutShowAddress>, IShowOperation<HelpScoutShowAddress>
{
    public static string ShowSummary => "Show a customer's address";

    public static RequestExample Example(ExampleSubject subject) => AddressRoute.Example(HttpMethods.Get, subject, hasBody: false);

    public static Answer Shown(Customer customer, Exchange exchange) => customer.Profile.Address is { } address
        ? Answer.Of(
            StatusCodes.Status200OK,
            new HelpScoutShownAddress(
                address.City,
                address.State,
                address.PostalCode,
                address.Country,
                address.Lines,
                new HelpScoutSelf(new(HelpScoutLinks.Of(exchange, AddressRoute.Name)))),
            HelpScoutJson.Default.HelpScoutShownAddress,
            HelpScoutContract.HalType).Label(HelpScoutHeaders.LogRefOf(exchange))
        : HelpScoutContract.Failed(AddressRoute.None, exchange);
}

/// <summary>An address as a resource.</summary>
internal sealed record HelpScoutShownAddress(
    string? City,
    string? State,
    string? PostalCode,
    string? Country,
    ValueList<string> Lines,
    [property: JsonPropertyName("_links")] HelpScoutSelf Links);
