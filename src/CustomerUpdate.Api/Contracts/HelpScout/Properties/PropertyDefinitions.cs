using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// What a tenant says of properties: at most fifty definitions, read with one query by the requests that show or write a property.
/// </summary>
internal sealed class PropertyDefinitions(IEnumerable<PropertyDefinition> definitions)
{
    private readonly Dictionary<string, PropertyDefinition> bySlug = definitions.ToDictionary(definition => definition.Slug, StringComparer.Ordinal);

    /// <summary>None at all.</summary>
    public static PropertyDefinitions None { get; } = new([]);

    /// <summary>Reads those of the caller's tenant, and leaves them with the request.</summary>
    public static async Task<PropertyDefinitions> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var stored = await exchange.Service<IAttributeDefinitions>()
            .ListAsync(exchange.Caller!.Tenant.Id, HelpScoutMapping.Vendor, cancellationToken);
        var definitions = new PropertyDefinitions(stored.Select(PropertyDefinition.Of));
        exchange.Http.Features.Set(definitions);
        return definitions;
    }

    /// <summary>Those that were read for a request.</summary>
    public static PropertyDefinitions Of(Exchange exchange) => exchange.Http.Features.Get<PropertyDefinitions>() ?? None;

    /// <summary>The definition with a slug, or null.</summary>
    public PropertyDefinition? Find(string slug) => bySlug.GetValueOrDefault(slug);

    /// <summary>
    /// A custom attribute as a property. One without a definition is a text, named by its key; so is a value, written through another
    /// contract, that is not of its property's type: who reads numbers is not given a word.
    /// </summary>
    public HelpScoutProperty Show(string key, BagValue stored)
    {
        var text = stored.Text;
        if (Find(key) is not { } definition)
        {
            return HelpScoutProperty.Of(PropertyType.Text.Name, key, key, text, text);
        }

        var read = PropertyType.Of(definition.Type).Read(text, definition);
        var isChosen = definition.Type == PropertyType.Dropdown.Name;
        return read is null
            ? HelpScoutProperty.Of(PropertyType.Text.Name, key, definition.Name, text, text)
            : HelpScoutProperty.Of(definition.Type, key, definition.Name, isChosen ? $"{definition.Option(text)!.Id}" : read, read);
    }
}
