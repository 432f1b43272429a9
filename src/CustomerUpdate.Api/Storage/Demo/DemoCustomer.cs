using System.Globalization;
using System.Text.Json;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Demo;

/// <summary>The demo tenant's customer, who can be pointed at through every contract, and another one, who can be merged into her.</summary>
internal static class DemoCustomer
{
    private const string Email = "alice@example.com";
    private const string OthersEmail = "alice@example.org";
    private const string Phone = "+1234567890";

    /// <summary>Where she can be reached, as Chatwoot shows it.</summary>
    private static readonly BagValue Inboxes = BagValue.Of(JsonElement.Parse("""
        [ { "source_id": "0198f000-0000-4000-8000-0000000000f1",
            "inbox": { "id": 1, "avatar_url": "", "channel_id": 1, "name": "Website", "channel_type": "Channel::Api", "provider": null } } ]
        """));

    /// <summary>What is known of her.</summary>
    public static Profile Profile { get; } = new()
    {
        Name = new PersonName("Alice Example", "Alice", "Example"),
        Emails = new EntryList
        {
            Entries = [new Entry(DemoTenant.EmailEntryId, Entry.DefaultType, Email, EmailAddress.KeyOf(Email))],
            PrimaryId = DemoTenant.EmailEntryId,
        },
        Phones = new EntryList
        {
            Entries = [new Entry(DemoTenant.PhoneEntryId, "mobile", Phone, PhoneNumber.ReadInternational(Phone))],
            PrimaryId = DemoTenant.PhoneEntryId,
        },
        Chats = new EntryList { Entries = [new Entry(DemoTenant.ChatEntryId, "skype", "alice.example")] },
        SocialProfiles = new EntryList { Entries = [new Entry(DemoTenant.SocialProfileEntryId, "linkedin", "https://linkedin.com/in/alice")] },
        Websites = new EntryList { Entries = [new Entry(DemoTenant.WebsiteEntryId, null, "https://alice.example")] },
        Address = new Address { Lines = ["123 West Main St"], City = "Dallas", State = "TX", PostalCode = "74206", Country = "US" },
        Tags = ["VIP"],
        CustomAttributes = ValueMap<BagValue>.Of([new("plan", BagValue.Of("premium")), new("newsletter", BagValue.Of(true))]),
        Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("chatwoot", ValueMap<BagValue>.Empty.Set(InboxPlace.ListName, Inboxes)),
        References =
        [
            new Reference("trillet", DemoTenant.ConversationId),
            new Reference("quentli", DemoTenant.QuentliCustomerId),
            new Reference("helpscout", DemoTenant.HelpScoutCustomerId.ToString(CultureInfo.InvariantCulture)),
            new Reference("chatwoot", DemoTenant.ChatwootContactId.ToString(CultureInfo.InvariantCulture)),
            new Reference("insighto", DemoTenant.InsightoContactId),
        ],
    };

    /// <summary>What is known of the other one.</summary>
    private static Profile OtherProfile { get; } = new()
    {
        Name = new PersonName("Alice E.", "Alice", "E."),
        Emails = new EntryList
        {
            Entries = [new Entry(DemoTenant.OthersEmailEntryId, Entry.DefaultType, OthersEmail, EmailAddress.KeyOf(OthersEmail))],
            PrimaryId = DemoTenant.OthersEmailEntryId,
        },
        References =
        [
            new Reference("quentli", "cmdemo0000customer0000002"),
            new Reference("helpscout", (DemoTenant.HelpScoutCustomerId + 1).ToString(CultureInfo.InvariantCulture)),
            new Reference("chatwoot", (DemoTenant.ChatwootContactId + 1).ToString(CultureInfo.InvariantCulture)),
            new Reference("insighto", "5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b4"),
        ],
    };

    /// <summary>Her first version.</summary>
    public static Customer Customer(DateTimeOffset createdAt) => new()
    {
        TenantId = DemoTenant.Id,
        Id = DemoTenant.CustomerId,
        Version = 1,
        CreatedAt = createdAt,
        UpdatedAt = createdAt,
        Profile = Profile,
    };

    /// <summary>The other one's first version.</summary>
    public static Customer Other(DateTimeOffset createdAt) => Customer(createdAt) with { Id = DemoTenant.OtherCustomerId, Profile = OtherProfile };
}
