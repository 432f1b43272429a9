using System.Globalization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Demo;

/// <summary>The demo tenant's one customer, who can be pointed at through every contract.</summary>
internal static class DemoCustomer
{
    private const string Email = "alice@example.com";
    private const string Phone = "+1234567890";

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
        Tags = ["VIP"],
        CustomAttributes = ValueMap<BagValue>.Of([new("plan", BagValue.Of("premium")), new("newsletter", BagValue.Of(true))]),
        References =
        [
            new Reference("trillet", DemoTenant.ConversationId),
            new Reference("quentli", DemoTenant.QuentliCustomerId),
            new Reference("helpscout", DemoTenant.HelpScoutCustomerId.ToString(CultureInfo.InvariantCulture)),
            new Reference("chatwoot", DemoTenant.ChatwootContactId.ToString(CultureInfo.InvariantCulture)),
            new Reference("insighto", DemoTenant.InsightoContactId),
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
}
