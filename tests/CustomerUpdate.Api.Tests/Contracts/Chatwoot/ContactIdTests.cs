using CustomerUpdate.Api.Contracts.Chatwoot;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Which contacts a path can name.</summary>
public sealed class ContactIdTests
{
    [Theory]
    [InlineData("7", "7")]
    [InlineData("7.json", "7")]
    [InlineData("007", "7")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    public void A_contact_id_is_a_number(string segment, string id)
    {
        Assert.True(ContactId.TryParse(segment, out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("7abc")]
    [InlineData("7.xml")]
    [InlineData("7.json.json")]
    [InlineData(".json")]
    [InlineData("-7")]
    [InlineData("+7")]
    [InlineData(" 7")]
    [InlineData("7\0")]
    [InlineData("7.0")]
    [InlineData("1e3")]
    [InlineData("٧")]
    [InlineData("9223372036854775808")]
    public void Anything_else_is_nobody(string segment) => Assert.False(ContactId.TryParse(segment, out _));
}
