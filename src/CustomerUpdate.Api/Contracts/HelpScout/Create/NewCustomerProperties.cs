using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>The properties of a customer that is to be made: what an update of properties would write, one operation each.</summary>
internal static class NewCustomerProperties
{
    private static readonly TextRule Slug = new LengthRule(1, 100);

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

    /// <summary>What is wrong with one of them.</summary>
    /// <param name="property">The property.</param>
    /// <param name="definitions">What the tenant says of properties; null where that is not known, and only the slug is judged.</param>
    /// <param name="where">What the property is called in errors.</param>
    public static IEnumerable<Problem> Check(HelpScoutPropertyValue property, PropertyDefinitions? definitions, string where)
    {
        var problems = Slug.Check(property.Slug, $"{where}.slug").ToList();
        return problems.Count > 0 || definitions is null ? problems
            : definitions.Find(property.Slug.Value!) is { } definition
                ? PropertyPatch.CheckValue(property.Value.Or(default), definition, $"{where}.value")
            : [HelpScoutProblem.NoSuchProperty($"{where}.slug", property.Slug.Value!)];
    }
}
