using CustomerUpdate.Api.Contracts.Chatwoot;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Chatwoot's rules.</summary>
public sealed class ChatwootRequestValidatorTests
{
    private static readonly ChatwootRequestValidator Validator = new();

    [Theory]
    [InlineData("name", "null")]
    [InlineData("name", "\"\"")]
    [InlineData("email", "null")]
    [InlineData("email", "\"\"")]
    [InlineData("email", "\"  \"")]
    [InlineData("email", "\"a@b\"")]
    [InlineData("email", "\"A.B+c@Example.COM\"")]
    [InlineData("phone_number", "null")]
    [InlineData("phone_number", "\"\"")]
    [InlineData("phone_number", "\"+12\"")]
    [InlineData("phone_number", "\"+123456789012345\"")]
    [InlineData("identifier", "null")]
    [InlineData("identifier", "\"\"")]
    [InlineData("blocked", "\"anything\"")]
    [InlineData("avatar", "null")]
    [InlineData("avatar", "\"\"")]
    [InlineData("avatar_url", "\"not an address\"")]
    [InlineData("avatar_url", "null")]
    [InlineData("custom_attributes", "\"text\"")]
    public void What_is_allowed(string member, string value) => Assert.Empty(Messages(ChatwootRequests.With(member, value)));

    [Theory]
    [InlineData("email", "\"x\"", "Invalid email")]
    [InlineData("email", "\"a@b@c\"", "Invalid email")]
    [InlineData("email", "\" a@b.c\"", "Invalid email")]
    [InlineData("email", "\"a@b.c \"", "Invalid email")]
    [InlineData("email", "\"a@b.c\\n\"", "Invalid email")]
    [InlineData("email", "\"@b.c\"", "Invalid email")]
    [InlineData("email", "5", "Invalid email")]
    [InlineData("phone_number", "\"abc+12312312321\"", "should be in e164 format")]
    [InlineData("phone_number", "\"+12312312321\\n\"", "should be in e164 format")]
    [InlineData("phone_number", "\"+1 2312312321\"", "should be in e164 format")]
    [InlineData("phone_number", "\"+1-231-231-2321\"", "should be in e164 format")]
    [InlineData("phone_number", "\"12312312321\"", "should be in e164 format")]
    [InlineData("phone_number", "12312312321", "should be in e164 format")]
    [InlineData("phone_number", "\"+02312312321\"", "should be in e164 format")]
    [InlineData("phone_number", "\"+1\"", "should be in e164 format")]
    [InlineData("phone_number", "\"+1234567890123456\"", "should be in e164 format")]
    [InlineData("phone_number", "\"+١٢٣٤٥٦\"", "should be in e164 format")]
    [InlineData("blocked", "null", "can't be blank")]
    [InlineData("blocked", "\"\"", "can't be blank")]
    [InlineData("avatar", "\"eyJfcmFpbHMi--signed\"", "is invalid")]
    [InlineData("avatar", "5", "is invalid")]
    public void What_is_not(string member, string value, string message) =>
        Assert.Equal([(member, message)], Messages(ChatwootRequests.With(member, value)));

    [Theory]
    [InlineData("name", "")]
    [InlineData("email", "@example.com")]
    [InlineData("identifier", "")]
    public void A_text_has_at_most_255_characters(string member, string ending)
    {
        var longest = new string('a', 255 - ending.Length) + ending;

        Assert.Empty(Messages(ChatwootRequests.With(member, $"\"{longest}\"")));
        Assert.Equal([(member, "is too long (maximum is 255 characters)")], Messages(ChatwootRequests.With(member, $"\"a{longest}\"")));
    }

    [Fact]
    public void A_character_is_one_however_many_units_it_takes()
    {
        var smiles = string.Concat(Enumerable.Repeat("😀", 255));

        Assert.Empty(Messages(ChatwootRequests.With("name", $"\"{smiles}\"")));
        Assert.Single(Messages(ChatwootRequests.With("name", $"\"{smiles}😀\"")));
    }

    [Fact]
    public void Everything_is_reported_at_once_and_in_chatwoots_order()
    {
        var long256 = new string('x', 256);

        var messages = Messages(ChatwootRequests.Of(
            $$"""
            {
              "blocked": null, "avatar": "x", "identifier": "{{long256}}", "phone_number": "{{long256}}",
              "email": "{{long256}}", "name": "{{long256}}"
            }
            """));

        Assert.Equal(
            ["name", "email", "phone_number", "identifier", "avatar", "email", "phone_number", "blocked"],
            messages.Select(message => message.Attribute));
    }

    private static IEnumerable<(string Attribute, string Message)> Messages(ChatwootRequest request) =>
        Validator.Validate(request).Errors.Select(error => (error.PropertyName, error.ErrorMessage));
}
