using System.Globalization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Between Chatwoot's wire and the shared customer.</summary>
internal static class ChatwootMapping
{
    /// <summary>The change that an update asks for: both bags are merged at their top level and nowhere deeper.</summary>
    public static CustomerChange ToChange(ChatwootRequest request) => new()
    {
        Name = request.Name,
        Identifier = request.Identifier.Select(NullWhereBlank),
        Email = request.Email.Select(email => NullWhereBlank(email)?.ToLowerInvariant()),
        Phone = request.PhoneNumber.Select(NullWhereBlank),
        Blocked = request.Blocked.Select(blocked => blocked!.Value),
        PhotoUrl = PhotoOf(request),
        CustomAttributes = Merge(request.CustomAttributes),
        ProfileAttributes = Merge(request.AdditionalAttributes),
    };

    /// <summary>The answer to an update: as the server gives it, and within it as the documentation shows it.</summary>
    public static ChatwootUpdated ToUpdated(Customer customer, ChatwootRequest request)
    {
        var withInboxes = request.IncludeContactInboxes.Or(true);
        var contact = ToContact(customer, withInboxes);
        var published = new ChatwootPublishedContact(
            contact.Email,
            contact.Name,
            contact.PhoneNumber,
            contact.Thumbnail,
            contact.AdditionalAttributes,
            contact.CustomAttributes,
            withInboxes ? ContactInboxRow.In(customer.Profile).Select(row => row.ToPublished()).ToValueList() : null);
        return new ChatwootUpdated(contact.Id, contact with { Contact = published });
    }

    /// <summary>The answer to a question for a contact.</summary>
    public static ChatwootShown ToShown(Customer customer, ChatwootRequest request) =>
        new(ToContact(customer, request.IncludeContactInboxes.Or(true)));

    /// <summary>The answer to a contact that was made.</summary>
    public static ChatwootCreated ToCreated(CreatedContact created, Tenant tenant) => new(new ChatwootNewContactPayload(
        ToContact(created.Customer, withInboxes: true),
        created.Membership is { } membership
            ? new ChatwootNewPlace(ChatwootInboxRow.Of(membership.Inbox, tenant), new JoinedInbox(created.Customer, membership).ToRow().SourceId)
            : new ChatwootNewPlace(null, null)));

    /// <summary>A contact.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="withInboxes">Whether its inboxes are listed.</param>
    public static ChatwootContact ToContact(Customer customer, bool withInboxes) => new(
        customer.Profile.ProfileAttributes,
        AvailabilityStatus: "offline",
        customer.Profile.Email,
        long.Parse(customer.Profile.ReferenceOf(ChatwootContract.Name)!, CultureInfo.InvariantCulture),
        customer.Profile.Name.Full,
        customer.Profile.Phone,
        customer.Profile.Blocked,
        customer.Profile.Identifier,
        customer.Profile.PhotoUrl ?? "",
        customer.Profile.CustomAttributes,
        customer.Profile.LastSeenAt?.ToUnixTimeSeconds(),
        customer.CreatedAt.ToUnixTimeSeconds(),
        withInboxes ? ContactInboxRow.In(customer.Profile).Select(row => row.ToShown()).ToValueList() : null);

    // An address beside an empty avatar wins: the vendor's server takes the old picture away first and fetches the new one after that.
    private static Optional<string?> PhotoOf(ChatwootRequest request) => AvatarUrl.Find(request.AvatarUrl.Or(null)) is { } url
        ? url
        : request.Avatar.Select(_ => (string?)null);

    private static string? NullWhereBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static BagEdit Merge(Optional<ValueMap<BagValue>> sent) => new() { Merge = sent.Or(ValueMap<BagValue>.Empty) };
}
