using System.Text.Json;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// A customer to be made. No member is required, and members beside these are ignored: the vendor's own client sends the first e-mail address
/// once more as <c>email</c>.
/// </summary>
internal sealed record HelpScoutNewCustomer : HelpScoutFields
{
    /// <summary>One phone number more; the same as one of <see cref="Phones"/> is that one.</summary>
    public Optional<string?> Phone { get; init; }

    public Optional<Optional<HelpScoutTypedEntryRequest?>[]?> Emails { get; init; }

    public Optional<Optional<HelpScoutTypedEntryRequest?>[]?> Phones { get; init; }

    public Optional<Optional<HelpScoutTypedEntryRequest?>[]?> Chats { get; init; }

    public Optional<Optional<HelpScoutTypedEntryRequest?>[]?> SocialProfiles { get; init; }

    public Optional<Optional<HelpScoutEntryRequest?>[]?> Websites { get; init; }

    public Optional<HelpScoutAddressRequest?> Address { get; init; }

    public Optional<Optional<HelpScoutPropertyValue?>[]?> Properties { get; init; }
}

/// <summary>The value of a property.</summary>
internal sealed record HelpScoutPropertyValue
{
    public Optional<string?> Slug { get; init; }

    public Optional<JsonElement> Value { get; init; }
}
