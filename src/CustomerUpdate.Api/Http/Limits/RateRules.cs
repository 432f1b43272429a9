using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>How a vendor counts requests, and how it says what is left, beside the headers that all contracts share.</summary>
/// <param name="CostOf">What a request costs, by its method.</param>
/// <param name="HeadersOf">The vendor's own headers.</param>
internal sealed record RateRules(Func<string, int> CostOf, Func<Allowance, ValueList<KeyValuePair<string, string>>> HeadersOf)
{
    /// <summary>Each request counts once, and the vendor has no headers of its own.</summary>
    public static RateRules Plain { get; } = new(_ => 1, _ => []);
}
