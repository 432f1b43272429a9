using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// A customer. What has no value is absent, but for both names and the notes, which are empty texts then, and the number of conversations.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/get/
/// </summary>
internal sealed record HelpScoutCustomer(
    long Id,
    string FirstName,
    string LastName,
    string? Gender,
    string? JobTitle,
    string? Location,
    string? Organization,
    long? OrganizationId,
    string? PhotoType,
    string? PhotoUrl,
    string? Age,
    long ConversationCount,
    [property: DataType(DataType.DateTime)] string CreatedAt,
    [property: DataType(DataType.DateTime)] string UpdatedAt,
    string Background,
    bool Draft,
    [property: JsonPropertyName("_embedded")] HelpScoutEmbedded Embedded,
    [property: JsonPropertyName("_links")] HelpScoutCustomerLinks Links);

/// <summary>The entries of a customer. Lists without items are there, an address that is not known is not.</summary>
internal sealed record HelpScoutEmbedded(
    ValueList<HelpScoutEntry> Emails,
    ValueList<HelpScoutEntry> Phones,
    ValueList<HelpScoutEntry> Chats,
    [property: JsonPropertyName("social_profiles")] ValueList<HelpScoutEntry> SocialProfiles,
    ValueList<HelpScoutWebsite> Websites,
    ValueList<HelpScoutProperty> Properties,
    HelpScoutAddress? Address);

/// <summary>An e-mail address, a phone number, a chat handle or a social profile.</summary>
internal sealed record HelpScoutEntry(long Id, string Value, string Type);

/// <summary>A website.</summary>
internal sealed record HelpScoutWebsite(long Id, string Value);

/// <summary>A property.</summary>
internal sealed record HelpScoutProperty(string Type, string Slug, string Name, string Value, string Text, HelpScoutSource Source)
{
    /// <summary>A property as it is shown; where its value came from is not kept.</summary>
    public static HelpScoutProperty Of(string type, string slug, string name, string value, string text) =>
        new(type, slug, name, value, text, new HelpScoutSource("api"));
}

/// <summary>Where a property's value came from.</summary>
internal sealed record HelpScoutSource(string Name);

/// <summary>An address.</summary>
internal sealed record HelpScoutAddress(string? City, string? State, string? PostalCode, string? Country, ValueList<string> Lines);

/// <summary>A link.</summary>
internal sealed record HelpScoutLink(string Href);

/// <summary>The links of a customer. The collections' end in a slash, the customer's own does not: so the live service has them.</summary>
internal sealed record HelpScoutCustomerLinks(
    HelpScoutLink Address,
    HelpScoutLink Chats,
    HelpScoutLink Emails,
    HelpScoutLink Phones,
    HelpScoutLink Self,
    [property: JsonPropertyName("social-profiles")] HelpScoutLink SocialProfiles,
    HelpScoutLink Websites)
{
    /// <summary>The links of the customer at an address.</summary>
    public static HelpScoutCustomerLinks Of(string self) => new(
        new($"{self}/address/"),
        new($"{self}/chats/"),
        new($"{self}/emails/"),
        new($"{self}/phones/"),
        new(self),
        new($"{self}/social-profiles/"),
        new($"{self}/websites/"));
}
