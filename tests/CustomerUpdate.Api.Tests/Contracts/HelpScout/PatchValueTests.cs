using System.Text.Json;
using CustomerUpdate.Api.Contracts.HelpScout;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutSamples;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>Which values are taken, and what is said of others.</summary>
public sealed class PatchValueTests
{
    private const string NotEmpty = "may not be empty";
    private const string String = "Expected a string";

    private static readonly HelpScoutRequestValidator Validator = new();

    public static TheoryData<string> TextPaths => new(PatchPaths.All.OfType<TextPath>().Select(path => path.Template));

    [Theory]
    [InlineData("/firstName", 40)]
    [InlineData("/lastName", 40)]
    [InlineData("/jobTitle", 60)]
    [InlineData("/location", 60)]
    [InlineData("/organization", 60)]
    [InlineData("/photoUrl", 200)]
    [InlineData("/background", 200)]
    public void Text_has_its_published_limit(string path, int maximum)
    {
        Assert.Empty(Validator.Validate(Operation("replace", path, Quoted(new string('é', maximum)))).Errors);
        Assert.Empty(Validator.Validate(Operation("replace", path, Quoted(string.Concat(Enumerable.Repeat("😀", maximum))))).Errors);

        var tooLong = new string('a', maximum + 1);
        var error = Assert.Single(Validator.Validate(Operation("replace", path, Quoted(tooLong))).Errors);
        Assert.Equal(HelpScoutProblem.Size, error.ErrorCode);
        Assert.EndsWith($"and {maximum}", error.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(tooLong, error.CustomState);
    }

    [Theory]
    [MemberData(nameof(TextPaths))]
    public void A_text_is_neither_a_number_nor_anything_else(string path)
    {
        foreach (var value in new[] { "5", "true", "[]", "{}", "[\"x\"]" })
        {
            var error = Assert.Single(Validator.Validate(Operation("replace", path, value)).Errors);
            Assert.Equal(("[0].value", String), (error.PropertyName, error.ErrorMessage));
            Assert.Equal(value, ((JsonElement)error.CustomState).GetRawText());
        }

        Assert.Equal(NotEmpty, Assert.Single(Validator.Validate(Operation("replace", path, null)).Errors).ErrorMessage);
        Assert.Empty(Validator.Validate(Operation("replace", path, "null")).Errors);
        Assert.Empty(Validator.Validate(Operation("remove", path, null)).Errors);
        Assert.Empty(Validator.Validate(Operation("remove", path, "5")).Errors);
    }

    [Theory]
    [InlineData("/firstName", "\"\"", "[0].value", NotEmpty)]
    [InlineData("/lastName", "\" \"", "[0].value", NotEmpty)]
    [InlineData("/gender", "\"\"", "[0].value", NotEmpty)]
    [InlineData("/gender", "\"other\"", "[0].value", "Expected one of these: 'male', 'female', 'unknown'")]
    [InlineData("/photoType", "\"default\"", "[0].value", "Expected one of these: 'unknown', 'gravatar', 'twitter', 'facebook', 'googleprofile', 'googleplus', 'linkedin', 'instagram'")]
    [InlineData("/address/lines", "\"Main St\"", "[0].value", "Expected an array of strings")]
    [InlineData("/address/lines", "[\"Main St\",1]", "[0].value[1]", String)]
    [InlineData("/address/lines", "[null]", "[0].value[0]", String)]
    [InlineData("/emails/7/value", "null", "[0].value", NotEmpty)]
    [InlineData("/emails/7/value", "\"\"", "[0].value", NotEmpty)]
    [InlineData("/emails/7/value", "\"nobody\"", "[0].value", "not a well-formed email address")]
    [InlineData("/emails/7/type", "\"mobile\"", "[0].value", "Expected one of these: 'home', 'other', 'work'")]
    [InlineData("/emails/7/type", "\"Work\"", "[0].value", "Expected one of these: 'home', 'other', 'work'")]
    [InlineData("/phones/7/value", "\"  \"", "[0].value", NotEmpty)]
    [InlineData("/phones/7/value", "5551234", "[0].value", String)]
    [InlineData("/phones/7/type", "\"cell\"", "[0].value", "Expected one of these: 'fax', 'home', 'mobile', 'other', 'pager', 'work'")]
    [InlineData("/chats/7/type", "\"irc\"", "[0].value", "Expected one of these: 'aim', 'gtalk', 'icq', 'msn', 'other', 'qq', 'skype', 'xmpp', 'yahoo'")]
    [InlineData("/social-profiles/7/type", "\"myspace\"", "[0].value", "Expected one of these: 'aboutme', 'facebook', 'flickr', 'forsquare', 'google', 'googleplus', 'linkedin', 'other', 'quora', 'tungleme', 'twitter', 'youtube'")]
    [InlineData("/websites/7/value", "null", "[0].value", NotEmpty)]
    [InlineData("/emails/7", "null", "[0].value", NotEmpty)]
    [InlineData("/emails/7", "\"a@example.com\"", "[0].value", "Expected an object")]
    [InlineData("/emails/7", """{"value":"a@example.com"}""", "[0].value.type", NotEmpty)]
    [InlineData("/emails/7", """{"type":"work"}""", "[0].value.value", NotEmpty)]
    [InlineData("/emails/7", """{"type":"work","value":null}""", "[0].value.value", NotEmpty)]
    [InlineData("/phones/7", """{"type":5,"value":"1"}""", "[0].value.type", String)]
    [InlineData("/websites/7", "{}", "[0].value.value", NotEmpty)]
    public void Other_values_are_refused(string path, string value, string where, string message)
    {
        var error = Assert.Single(Validator.Validate(Operation("replace", path, value)).Errors);

        Assert.Equal((where, message), (error.PropertyName, error.ErrorMessage));
        Assert.Equal(message == NotEmpty, error.CustomState is null);
    }

    [Theory]
    [InlineData("bear@acme.com")]
    [InlineData("bear+tag@acme.com")]
    [InlineData("o'bear@acme.co.uk")]
    [InlineData("bear.b@acme-inc.com")]
    [InlineData("!#$%&*=?^_`{|}~-@acme.com")]
    [InlineData("b@localhost")]
    [InlineData("-bear-@acme.com")]
    [InlineData("bear@1.2.3.4")]
    [InlineData("bär@düsseldorf.example")]
    [InlineData("熊@例え.テスト")]
    [InlineData("😀@example.com")]
    public void A_well_formed_address_is_taken(string address)
    {
        Assert.Empty(Validator.Validate(Operation("replace", "/emails/7/value", Quoted(address))).Errors);
        Assert.Empty(Validator.Validate(Operation("add", "/emails", $$"""{"type":"work","value":{{Quoted(address)}}}""")).Errors);
    }

    [Theory]
    [InlineData("bear")]
    [InlineData("@acme.com")]
    [InlineData("bear@")]
    [InlineData("a@b@c.com")]
    [InlineData("a b@c.com")]
    [InlineData("a@b.")]
    [InlineData("a@.com")]
    [InlineData("a@b..com")]
    [InlineData("a@.")]
    [InlineData(".a@b.com")]
    [InlineData("a.@b.com")]
    [InlineData("a..b@c.com")]
    [InlineData(".@b.com")]
    [InlineData("a@-b.com")]
    [InlineData("a@b-.com")]
    [InlineData("a@b.-com")]
    [InlineData("a@b.com-")]
    [InlineData("a@-")]
    [InlineData("a@b.com,")]
    [InlineData("a,b@c.com")]
    [InlineData("a@b.com;c")]
    [InlineData("<a@b.com>")]
    [InlineData("Ada<a@b.com>")]
    [InlineData("mailto:a@b.com")]
    [InlineData("http://a@b.com")]
    [InlineData("a@b.com:80")]
    [InlineData("a@b/c")]
    [InlineData("a\\b@c.com")]
    [InlineData("a(b)@c.com")]
    [InlineData("a\"b@c.com")]
    [InlineData("\"a\"@c.com")]
    [InlineData("a@[1.2.3.4]")]
    [InlineData("a\u0001@b.com")]
    [InlineData("a@b\u007F.com")]
    [InlineData("a@b.com\n")]
    public void Another_address_is_not_well_formed(string address)
    {
        foreach (var (operation, where) in new[]
        {
            (Operation("replace", "/emails/7/value", Quoted(address)), "[0].value"),
            (Operation("add", "/emails", $$"""{"type":"work","value":{{Quoted(address)}}}"""), "[0].value.value"),
        })
        {
            var error = Assert.Single(Validator.Validate(operation).Errors);
            Assert.Equal((where, HelpScoutProblem.Email, address), (error.PropertyName, error.ErrorCode, error.CustomState));
        }
    }

    [Theory]
    [InlineData("/emails/7/type", "home other work")]
    [InlineData("/phones/7/type", "fax home mobile other pager work")]
    [InlineData("/chats/7/type", "aim gtalk icq msn other qq skype xmpp yahoo")]
    [InlineData("/social-profiles/7/type", "aboutme facebook flickr forsquare foursquare google googleplus linkedin other quora tungleme twitter youtube")]
    [InlineData("/photoType", "unknown gravatar twitter facebook googleprofile googleplus linkedin instagram")]
    [InlineData("/gender", "male female unknown Male Female Unknown MALE")]
    public void Listed_words_are_taken(string path, string words)
    {
        foreach (var word in words.Split(' '))
        {
            Assert.Empty(Validator.Validate(Operation("replace", path, Quoted(word))).Errors);
        }
    }

    [Theory]
    [InlineData("/jobTitle", "\"\"")]
    [InlineData("/address/city", "\"\"")]
    [InlineData("/address/lines", "[]")]
    [InlineData("/address/lines", "null")]
    [InlineData("/websites/7", """{"value":"acme.example","type":"work"}""")]
    [InlineData("/phones/7/value", "\"call the front desk\"")]
    public void Lenient_values_are_taken(string path, string value) =>
        Assert.Empty(Validator.Validate(Operation("replace", path, value)).Errors);

    [Fact]
    public void Unique_values_have_at_most_512_characters()
    {
        var longest = new string('a', 500) + "@example.com";
        Assert.Empty(Validator.Validate(Operation("replace", "/emails/7/value", Quoted(longest))).Errors);
        Assert.Empty(Validator.Validate(Operation("replace", "/phones/7/value", Quoted(new string('1', 512)))).Errors);

        foreach (var (path, value) in new[] { ("/emails/7/value", "a" + longest), ("/phones/7/value", new string('1', 513)) })
        {
            var error = Assert.Single(Validator.Validate(Operation("replace", path, Quoted(value))).Errors);
            Assert.Equal("size must be between 1 and 512", error.ErrorMessage);
        }
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
