using CustomerUpdate.Api.Contracts.Chatwoot;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>From Chatwoot's parameters to the change that they ask for.</summary>
public sealed class ChatwootMappingTests
{
    [Fact]
    public void Nothing_sent_changes_nothing() => Assert.Equal(CustomerChange.None, ChatwootMapping.ToChange(ChatwootRequests.Of("{}")));

    [Fact]
    public void Each_parameter_writes_its_field()
    {
        var change = ChatwootMapping.ToChange(ChatwootRequests.Of(
            """
            {
              "name": "Ada Lovelace", "identifier": "crm-1", "email": "Ada@Example.com", "phone_number": "+12025550123", "blocked": true,
              "avatar_url": "https://example.com/a.png", "additional_attributes": { "city": "London" }, "custom_attributes": { "plan": null }
            }
            """));

        Assert.Equal("Ada Lovelace", change.Name);
        Assert.Equal("crm-1", change.Identifier);
        Assert.Equal("ada@example.com", change.Email);
        Assert.Equal("+12025550123", change.Phone);
        Assert.Equal(true, change.Blocked);
        Assert.Equal("https://example.com/a.png", change.PhotoUrl);
        Assert.Equal(ValueMap<BagValue>.Of([new("city", BagValue.Of("London"))]), change.ProfileAttributes.Merge);
        Assert.Equal(ValueMap<BagValue>.Of([new("plan", BagValue.Null)]), change.CustomAttributes.Merge);
        Assert.Equal(ChatwootContract.Writable.Order(), change.Fields.Select(field => field.Name).Order());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \\t\"")]
    public void A_blank_email_phone_or_identifier_is_cleared(string blank)
    {
        Assert.Equal(Optional<string?>.Of(null), ChatwootMapping.ToChange(ChatwootRequests.With("email", blank)).Email);
        Assert.Equal(Optional<string?>.Of(null), ChatwootMapping.ToChange(ChatwootRequests.With("phone_number", blank)).Phone);
        Assert.Equal(Optional<string?>.Of(null), ChatwootMapping.ToChange(ChatwootRequests.With("identifier", blank)).Identifier);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"\"", "")]
    public void A_name_is_kept_as_it_was_sent(string sent, string? name) =>
        Assert.Equal(Optional<string?>.Of(name), ChatwootMapping.ToChange(ChatwootRequests.With("name", sent)).Name);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void An_empty_avatar_takes_the_picture_away(string empty) =>
        Assert.Equal(Optional<string?>.Of(null), ChatwootMapping.ToChange(ChatwootRequests.With("avatar", empty)).PhotoUrl);

    [Fact]
    public void An_address_beside_an_empty_avatar_is_the_new_picture()
    {
        var change = ChatwootMapping.ToChange(ChatwootRequests.Of("""{ "avatar": null, "avatar_url": "https://example.com/a.png" }"""));

        Assert.Equal("https://example.com/a.png", change.PhotoUrl);
    }
}
