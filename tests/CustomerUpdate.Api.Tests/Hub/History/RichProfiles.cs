using CustomerUpdate.Api.Tests.Storage;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hub.History;

/// <summary>Customers of whom everything is known.</summary>
internal static class RichProfiles
{
    /// <summary>Adds something in every field to what a customer has of its own.</summary>
    public static Profile Enrich(Profile own) => own with
    {
        Name = new PersonName("Ana María Peña", "Ana María", "Peña"),
        Username = $"ana-{own.Email}",
        Identifier = $"crm-{own.Email}",
        Emails = own.Emails with { Entries = [.. own.Emails.Entries, Email(5003, $"second-{own.Email}")] },
        Phones = own.Phones with { Entries = [.. own.Phones.Entries, new Entry(5004, "home", "+52 55 1234 5678", "+525512345678")], SecondaryId = 5004 },
        Chats = List(new Entry(5005, "aim", "ana")),
        SocialProfiles = List(new Entry(5006, "twitter", "@ana")),
        Websites = List(new Entry(5007, null, "https://example.com/?a=1&b=<2>")),
        Address = new Address { Lines = ["Calle 1", "Piso 2"], City = "México", State = "CDMX", PostalCode = "01000", Country = "MX" },
        JobTitle = "Engineer",
        Organization = "Acme \"& Sons\"",
        Location = "CDMX",
        Background = "Notes\nof two lines",
        Age = "30-35",
        Gender = "female",
        PhotoUrl = "https://example.com/ana.png",
        PhotoType = "gravatar",
        Tags = ["VIP", "new"],
        Blocked = true,
        AssigneeId = "7",
        LastSeenAt = new DateTimeOffset(2026, 1, 1, 2, 3, 4, TimeSpan.Zero).AddTicks(1234560),
        CustomAttributes = Bag("""{"plan":"gold","seats":3,"nested":{"b":[1.50,null],"a":true}}"""),
        ProfileAttributes = Bag("""{"browser":"Firefox","city":"México"}"""),
        OtherChannels = Bag("""{"whatsapp":"+525512345678"}"""),
        Consent = new Consent { AcceptedServiceAgreement = true, TosIp = "::1", Signature = "Ana", SignatureAcceptedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        Verification = new Verification { EmailVerified = true },
        ArchivedAt = new DateTimeOffset(2026, 1, 1, 5, 0, 0, TimeSpan.Zero),
        ArchivedById = "9",
        Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("quentli", Bag("""{"skipTaxInvoice":true}""")).Set("helpscout", Bag("""{"conversationCount":2}""")),
    };

    /// <summary>A bag from JSON.</summary>
    public static ValueMap<BagValue> Bag(string json) => ValueMap<BagValue>.Of(
        System.Text.Json.JsonDocument.Parse(json).RootElement.EnumerateObject()
            .Select(member => KeyValuePair.Create(member.Name, Profiles.Parse(member.Value.GetRawText()))));

    /// <summary>An e-mail address.</summary>
    public static Entry Email(long id, string value) => new(id, "work", value, EmailAddress.KeyOf(value));

    private static EntryList List(Entry entry) => new() { Entries = [entry] };
}
