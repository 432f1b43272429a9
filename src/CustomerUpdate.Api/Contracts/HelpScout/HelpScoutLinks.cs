using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Absolute links to what belongs to the customer that a request is about.</summary>
internal static class HelpScoutLinks
{
    /// <summary>The link to a part of the customer, without a slash at the end.</summary>
    public static string Of(Exchange exchange, string part) => $"{exchange.Origin}/v2/customers/{exchange.Route("customerId")}/{part}";
}
