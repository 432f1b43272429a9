using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>The properties of a customer that is to be made: what an update of properties would write, one operation each.</summary>
internal static class NewCustomerProperties
{
    /// <summary>The operations.</summary>
    public static HelpScoutRequest ToOperations(HelpScoutNewCustomer customer) => new(
    [
        .. (customer.Properties.Or(null) ?? []).Select(property => Optional<HelpScoutOperation?>.Of(new HelpScoutOperation
        {
            Op = PatchPath.Replace,
            Path = $"/{property.Value!.Slug.Value}",
            Value = property.Value.Value,
        })),
    ]);

    /// <summary>What the tenant's definitions say against them, by the names of the body.</summary>
    public static IEnumerable<Problem> Check(HelpScoutNewCustomer customer, PropertyDefinitions definitions) => PropertyPatch
        .Check(ToOperations(customer), definitions)
        .Select(problem => problem.Path.EndsWith(".path", StringComparison.Ordinal)
            ? problem with { Path = $"properties{problem.Path[..^"path".Length]}slug", Rejected = $"{problem.Rejected}".TrimStart('/') }
            : problem with { Path = $"properties{problem.Path}" });
}
