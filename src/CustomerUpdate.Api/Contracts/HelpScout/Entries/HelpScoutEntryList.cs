using System.Globalization;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>The entries of one collection. There are no pages.</summary>
/// <param name="Embedded">The entries, under the collection's name; an empty list where there are none.</param>
/// <param name="Links">Where the list is.</param>
internal sealed record HelpScoutEntryList(
    [property: JsonPropertyName("_embedded")] Dictionary<string, ValueList<HelpScoutListedEntry>> Embedded,
    [property: JsonPropertyName("_links")] HelpScoutSelf Links)
{
    /// <summary>A customer's entries.</summary>
    /// <param name="resource">The collection.</param>
    /// <param name="profile">The customer.</param>
    /// <param name="address">The address of the collection.</param>
    public static HelpScoutEntryList Of(EntryResource resource, Profile profile, string address)
    {
        var entries = resource.Of(profile).Select(entry => HelpScoutListedEntry.Of(resource, entry, address));
        return new HelpScoutEntryList(
            new Dictionary<string, ValueList<HelpScoutListedEntry>> { [resource.Name] = entries.ToValueList() }, new HelpScoutSelf(new(address)));
    }
}

/// <summary>An entry as it is listed, and shown by itself. Websites have no type.</summary>
internal sealed record HelpScoutListedEntry(
    long Id, string Value, string? Type, [property: JsonPropertyName("_links")] HelpScoutSelf Links)
{
    /// <summary>An entry.</summary>
    /// <param name="resource">The collection.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="address">The address of the collection.</param>
    public static HelpScoutListedEntry Of(EntryResource resource, Entry entry, string address) => new(
        entry.Id,
        entry.Value,
        resource.Shape.TypeOf(entry),
        new HelpScoutSelf(new(string.Create(CultureInfo.InvariantCulture, $"{address}/{entry.Id}"))));
}

/// <summary>The link of a resource that has no other.</summary>
internal sealed record HelpScoutSelf(HelpScoutLink Self);
