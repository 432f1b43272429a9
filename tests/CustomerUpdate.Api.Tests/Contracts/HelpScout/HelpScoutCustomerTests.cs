using System.Text.Json;
using CustomerUpdate.Api.Contracts.HelpScout;
using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutSamples;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>What Help Scout shows of the shared customer.</summary>
public sealed class HelpScoutCustomerTests
{
    [Fact]
    public void A_customer_is_shown_whole() => Assert.Equal(Compact(Read("customer.json")), Show(Whole));

    [Fact]
    public void What_is_not_known_is_left_out() => Assert.Equal(Compact(Read("bare-customer.json")), Show(new Profile { References = Whole.References }));

    [Fact]
    public void What_others_wrote_is_shown_as_far_as_it_fits()
    {
        var profile = new Profile
        {
            References = Whole.References,
            Chats = new EntryList { Entries = [new Entry(5, null, "ada")] },
            CustomAttributes = ValueMap<BagValue>.Of([new("gone", BagValue.Null), new("seats", BagValue.Of(Json("5")))]),
            Vendor = Vendor(BagValue.Of("many"), BagValue.Of("77")),
        };

        var shown = HelpScoutMapping.ToCustomer(Customer(profile), "http://localhost", PropertyDefinitions.None);

        Assert.Equal("other", Assert.Single(shown.Embedded.Chats).Type);
        Assert.Equal(("seats", "5"), (Assert.Single(shown.Embedded.Properties).Slug, shown.Embedded.Properties[0].Value));
        Assert.Equal((0, 77), (shown.ConversationCount, shown.OrganizationId));
    }

    [Theory]
    [InlineData("home", "home", "mobile", "mobile", "icq", "icq", "quora", "quora")]
    [InlineData("billing", "other", "cell", "other", "irc", "other", "myspace", "other")]
    [InlineData("Work", "other", "FAX", "other", "", "other", "foursquare", "forsquare")]
    [InlineData("mobile", "other", "aim", "other", "work", "other", "home", "other")]
    public void A_type_that_is_not_listed_is_shown_as_another(
        string email, string shownEmail, string phone, string shownPhone, string chat, string shownChat, string social, string shownSocial)
    {
        var profile = new Profile
        {
            References = Whole.References,
            Emails = new EntryList { Entries = [new Entry(1, email, "ada@example.com")] },
            Phones = new EntryList { Entries = [new Entry(2, phone, "1")] },
            Chats = new EntryList { Entries = [new Entry(3, chat, "ada")] },
            SocialProfiles = new EntryList { Entries = [new Entry(4, social, "ada")] },
        };

        var shown = HelpScoutMapping.ToCustomer(Customer(profile), "http://localhost", PropertyDefinitions.None).Embedded;

        Assert.Equal(
            (shownEmail, shownPhone, shownChat, shownSocial),
            (shown.Emails[0].Type, shown.Phones[0].Type, shown.Chats[0].Type, shown.SocialProfiles[0].Type));
    }

    [Theory]
    [InlineData("male", "Male")]
    [InlineData("FEMALE", "Female")]
    [InlineData("unKnown", "Unknown")]
    [InlineData("Male", "Male")]
    [InlineData("diverse", "diverse")]
    [InlineData(null, null)]
    public void A_gender_is_shown_with_a_capital_whoever_wrote_it(string? stored, string? shown) => Assert.Equal(
        shown, HelpScoutMapping.ToCustomer(Customer(Whole with { Gender = stored }), "http://localhost", PropertyDefinitions.None).Gender);

    private static Profile Whole => new()
    {
        Name = new PersonName("Vernon Bear", "Vernon", "Bear"),
        Gender = "Male",
        JobTitle = "CEO and Co-Founder",
        Location = "Greater Dallas/FT Worth Area",
        Organization = "Acme, Inc",
        PhotoType = "twitter",
        PhotoUrl = "https://example.com/vernon.png",
        Age = "30-35",
        Background = "Bears.",
        Emails = new EntryList { Entries = [new Entry(1, "home", "one@example.com"), new Entry(2, "work", "two@example.com")], PrimaryId = 2 },
        Phones = new EntryList { Entries = [new Entry(3, "fax", "800-555-3333"), new Entry(4, "other", "800-555-4444")], PrimaryId = 4 },
        Chats = new EntryList { Entries = [new Entry(5, "aim", "jsprout")] },
        SocialProfiles = new EntryList { Entries = [new Entry(6, "twitter", "https://twitter.com/helpscout")] },
        Websites = new EntryList { Entries = [new Entry(7, null, "https://www.helpscout.com")] },
        CustomAttributes = ValueMap<BagValue>.Of([new("plan", BagValue.Of("premium")), new("newsletter", BagValue.Of(true))]),
        Address = new Address { City = "Dallas", Country = "US", Lines = ["123 West Main St", "Suite 123"] },
        Vendor = Vendor(BagValue.Of(Json("3")), BagValue.Of(Json("77"))),
        References = [new Reference("chatwoot", "9"), new Reference("helpscout", "100")],
    };

    private static string Show(Profile profile) => JsonSerializer.Serialize(
        HelpScoutMapping.ToCustomer(Customer(profile), "https://api.example.com", PropertyDefinitions.None), HelpScoutJson.Default.HelpScoutCustomer);

    private static Customer Customer(Profile profile) => new()
    {
        TenantId = Guid.Empty,
        Id = Guid.Empty,
        Version = 1,
        CreatedAt = new DateTimeOffset(2012, 7, 23, 14, 34, 12, 999, TimeSpan.FromHours(2)),
        UpdatedAt = new DateTimeOffset(2012, 7, 24, 20, 18, 33, TimeSpan.Zero),
        Profile = profile,
    };

    private static ValueMap<ValueMap<BagValue>> Vendor(BagValue conversationCount, BagValue organizationId) => ValueMap<ValueMap<BagValue>>.Of(
        [new("helpscout", ValueMap<BagValue>.Of([new("conversationCount", conversationCount), new("organizationId", organizationId)]))]);

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
