using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Lists the properties that are defined.
/// https://developer.helpscout.com/mailbox-api/endpoints/properties/list/
/// </summary>
internal sealed class HelpScoutListProperties : IHelpScoutOperation<HelpScoutListProperties>, IReadOperation<HelpScoutListProperties>
{
    /// <summary>The path.</summary>
    public const string Route = "/v2/customer-properties";

    private static readonly PropertyDefinition Plan = new(
        PropertyType.Dropdown.Name, "plan", "Plan", [new PropertyOption(new Guid("0198f000-0000-7000-8000-0000000000d1"), "basic")]);

    public static string Summary => "List the properties that are defined";

    public static RequestExample Example(ExampleSubject subject) => new(HttpMethods.Get, Route, [new("Authorization", $"Bearer {subject.Key}")]);

    public static async Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var stored = await exchange.Service<IAttributeDefinitions>()
            .ListAsync(exchange.Caller!.Tenant.Id, HelpScoutMapping.Vendor, cancellationToken);
        return Render([.. stored.Select(PropertyDefinition.Of)], exchange);
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample) => [new("Listed", Render([Plan], sample.Exchange))];

    private static Answer Render(ValueList<PropertyDefinition> definitions, Exchange exchange) => Answer.Of(
        StatusCodes.Status200OK,
        new HelpScoutPropertyList(new HelpScoutDefinedProperties(definitions), new HelpScoutSelf(new($"{exchange.Origin}{Route}"))),
        HelpScoutJson.Default.HelpScoutPropertyList,
        HelpScoutContract.HalType).Label(HelpScoutHeaders.LogRefOf(exchange));
}

/// <summary>The properties that are defined. There are no pages.</summary>
internal sealed record HelpScoutPropertyList(
    [property: JsonPropertyName("_embedded")] HelpScoutDefinedProperties Embedded, [property: JsonPropertyName("_links")] HelpScoutSelf Links);

/// <summary>The same without what is around them.</summary>
internal sealed record HelpScoutDefinedProperties(
    [property: JsonPropertyName("customer-properties")] ValueList<PropertyDefinition> CustomerProperties);
