using System.Text.Json;
using CustomerUpdate.Api.Contracts.Insighto;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto;

public sealed class InsightoMappingTests
{
    private static readonly Guid Organization = new("3c90c3cc-0d44-4b50-8888-8dd25736052a");

    [Fact]
    public void Nothing_sent_changes_nothing() => Assert.Equal(CustomerChange.None, InsightoMapping.ToChange(new InsightoRequest()));

    [Fact]
    public void Names_are_taken_as_they_are()
    {
        var change = Map("""{ "first_name": "Ada", "last_name": null }""");

        Assert.Equal("Ada", change.FirstName.Value);
        Assert.Null(change.LastName.Value);
        Assert.True(change.Name.IsAbsent);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"Not an address\"", "Not an address")]
    public void An_empty_email_clears_like_null(string sent, string? expected)
    {
        var change = Map($$"""{ "email": {{sent}} }""");

        Assert.True(change.Email.IsPresent);
        Assert.Equal(expected, change.Email.Value);
    }

    [Theory]
    [InlineData("""{ "telephone": "+12025550123", "slack": 1 }""", "+12025550123")]
    [InlineData("""{ "telephone": 12025550123, "slack": 1 }""", "12025550123")]
    [InlineData("""{ "telephone": "", "slack": 1 }""", null)]
    [InlineData("""{ "telephone": null, "slack": 1 }""", null)]
    [InlineData("""{ "slack": 1 }""", null)]
    public void The_telephone_is_a_text_or_none(string channels, string? telephone)
    {
        var change = Map($$"""{ "channels": {{channels}} }""");

        Assert.Equal(telephone, change.Channels.Value.TryGetValue("telephone", out var value) ? value.Text : null);
        Assert.Equal("1", change.Channels.Value["slack"].Json);
    }

    [Fact]
    public void The_two_bags_are_replaced_whole()
    {
        var change = Map("""{ "user_attributes": { "a": 1 }, "custom_fields": {} }""");

        Assert.Equal("1", change.ProfileAttributes.ReplaceWith!["a"].Json);
        Assert.Equal(ValueMap<BagValue>.Empty, change.CustomAttributes.ReplaceWith);
    }

    [Fact]
    public void An_organisation_is_passed_on_and_a_null_one_is_not()
    {
        Assert.Equal(Organization, Map($$"""{ "org_id": "urn:uuid:{{Organization}}" }""").OrganizationId.Value);
        Assert.True(Map("""{ "org_id": null }""").OrganizationId.IsAbsent);
    }

    [Fact]
    public void What_only_Insighto_knows_is_kept_under_its_name()
    {
        var change = Map("""
            { "last_sent": "2023-11-07 05:31:56.25", "first_assistant_id": "3C90C3CC0D444B5088888DD25736052A",
              "last_assistant_id": null, "first_widget_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a", "last_widget_id": null }
            """);

        var edit = Assert.Single(change.Vendor);
        Assert.Equal("insighto", edit.Key);
        Assert.Equal(
            [
                "firstAssistantId=3c90c3cc-0d44-4b50-8888-8dd25736052a",
                "firstWidgetId=3c90c3cc-0d44-4b50-8888-8dd25736052a",
                "lastSent=2023-11-07T05:31:56.250000Z",
            ],
            edit.Value.Merge.Select(member => $"{member.Key}={member.Value.Text}"));
        Assert.Equal(["lastAssistantId", "lastWidgetId"], edit.Value.Remove);
    }

    [Fact]
    public void A_contact_without_values_has_all_members()
    {
        var contact = InsightoMapping.ToContact(CustomerWith(new Profile()), Organization);

        Assert.Equal(
            """{"first_name":null,"last_name":null,"email":null,"channels":{},"user_attributes":{},"last_seen":null,"last_sent":null,"""
            + """ "org_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","first_assistant_id":null,"last_assistant_id":null,"first_widget_id":null,"""[1..]
            + """ "last_widget_id":null,"custom_fields":{}}"""[1..],
            JsonSerializer.Serialize(contact, InsightoJson.Default.InsightoContact));
    }

    [Fact]
    public void A_contact_shows_what_the_customer_has()
    {
        var profile = new Profile
        {
            Name = new PersonName("Ada Lovelace", "Ada", "Lovelace"),
            Emails = new EntryList { Entries = [new Entry(1, "work", "Ada@example.com", "ada@example.com")], PrimaryId = 1 },
            Phones = new EntryList { Entries = [new Entry(2, "work", "+12025550123", "+12025550123")], PrimaryId = 2 },
            OtherChannels = Bag("""{ "slack": { "b": [1], "a": null } }"""),
            ProfileAttributes = Bag("""{ "city": "London" }"""),
            CustomAttributes = Bag("""{ "plan": 1.50 }"""),
            LastSeenAt = new DateTimeOffset(2023, 11, 7, 7, 31, 56, 123, 456, TimeSpan.FromHours(2)),
            References = [new Reference("insighto", "5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3")],
            Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set(
                "insighto",
                Bag("""{ "lastSent": "2023-11-07T05:31:56.000Z", "firstAssistantId": "3C90C3CC-0D44-4B50-8888-8DD25736052A" }""")),
        };

        var item = InsightoMapping.ToItem(CustomerWith(profile), Organization);

        Assert.Equal(
            """
            {"first_name":"Ada","last_name":"Lovelace","email":"Ada@example.com",
            "channels":{"slack":{"a":null,"b":[1]},"telephone":"+12025550123"},"user_attributes":{"city":"London"},
            "last_seen":"2023-11-07T05:31:56.123456Z","last_sent":"2023-11-07T05:31:56Z","org_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a",
            "first_assistant_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","last_assistant_id":null,"first_widget_id":null,"last_widget_id":null,
            "custom_fields":{"plan":1.5},"id":"5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3","created_at":"2026-01-02T03:04:05Z"}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(item, InsightoJson.Default.InsightoContact).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"widget 7\"")]
    [InlineData("7")]
    [InlineData("null")]
    public void What_the_hub_put_in_the_place_of_a_uuid_or_a_time_is_not_shown(string value)
    {
        var profile = new Profile
        {
            Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("insighto", Bag($$"""{ "firstWidgetId": {{value}}, "lastSent": {{value}} }""")),
        };

        var contact = InsightoMapping.ToContact(CustomerWith(profile), Organization);

        Assert.Null(contact.FirstWidgetId);
        Assert.Null(contact.LastSent);
    }

    private static CustomerChange Map(string body) =>
        InsightoMapping.ToChange(JsonSerializer.Deserialize(body, InsightoJson.Default.InsightoRequest)!);

    private static ValueMap<BagValue> Bag(string json) => ValueMap<BagValue>.Of(
        JsonElement.Parse(json).EnumerateObject().Select(member => KeyValuePair.Create(member.Name, BagValue.Of(member.Value))));

    private static Customer CustomerWith(Profile profile) => new()
    {
        TenantId = Guid.Empty,
        Id = Guid.Empty,
        Version = 1,
        CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Profile = profile,
    };
}
