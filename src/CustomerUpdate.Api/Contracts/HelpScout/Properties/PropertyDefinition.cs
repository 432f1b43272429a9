using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>A property as it is defined.</summary>
/// <param name="Type">What its values are; see <see cref="PropertyType"/>.</param>
/// <param name="Slug">What it is called in paths, and the key of the custom attribute behind it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Options">What may be chosen; absent where nothing is.</param>
internal sealed record PropertyDefinition(string Type, string Slug, string Name, ValueList<PropertyOption>? Options)
{
    /// <summary>A stored definition.</summary>
    public static PropertyDefinition Of(AttributeDefinition stored) => new(
        stored.Type,
        stored.Key,
        stored.Name,
        stored.Options is { } options ? JsonSerializer.Deserialize(options, HelpScoutJson.Default.PropertyOptionArray)!.ToValueList() : null);

    /// <summary>The option with an id, else the one with a label; null where there is none.</summary>
    public PropertyOption? Option(string text) =>
        Options?.FirstOrDefault(option => Guid.TryParse(text, out var id) && option.Id == id) ?? Options?.FirstOrDefault(option => option.Label == text);
}

/// <summary>What may be chosen.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What people read.</param>
internal sealed record PropertyOption(Guid Id, string Label);
