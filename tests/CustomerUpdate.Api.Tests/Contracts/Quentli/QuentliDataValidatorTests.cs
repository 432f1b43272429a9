namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

public sealed class QuentliDataValidatorTests
{
    public static TheoryData<string> TextMembers =>
    [
        "name", "email", "phoneNumber", "password", "username", "tosIp", "secondaryPhoneNumber", "signature", "assigneeId", "optedOutWhatsappAt",
    ];

    public static TheoryData<string> TruthMembers =>
        ["acceptedServiceAgreement", "skipTaxInvoice", "hasChangedPassword", "phoneNumberVerified", "emailVerified"];

    [Theory]
    [MemberData(nameof(TextMembers))]
    public void A_text_takes_nothing_else(string member)
    {
        foreach (var value in new[] { "5", "true", "{}", "[]", "[\"a\"]", "1.5" })
        {
            AssertInvalid(member, value);
        }
    }

    [Theory]
    [MemberData(nameof(TruthMembers))]
    public void A_truth_value_takes_nothing_else_and_no_null(string member)
    {
        foreach (var value in new[] { "null", "0", "1", "\"true\"", "{}", "[]" })
        {
            AssertInvalid(member, value);
        }

        AssertValid(member, "true");
        AssertValid(member, "false");
    }

    [Theory]
    [InlineData("name")]
    [InlineData("username")]
    [InlineData("password")]
    [InlineData("tags")]
    [InlineData("metadata")]
    [InlineData("meta")]
    public void What_answers_always_have_takes_no_null(string member) => AssertInvalid(member, "null");

    [Theory]
    [InlineData("email")]
    [InlineData("phoneNumber")]
    [InlineData("secondaryPhoneNumber")]
    [InlineData("tosIp")]
    [InlineData("signature")]
    [InlineData("assigneeId")]
    [InlineData("optedOutWhatsappAt")]
    [InlineData("replyWithAssistant")]
    public void What_can_be_cleared_takes_null(string member) => AssertValid(member, "null");

    [Theory]
    [InlineData("email", "")]
    [InlineData("email", "juan")]
    [InlineData("email", "juan@")]
    [InlineData("email", "juan perez@example.com")]
    [InlineData("email", "a@b@example.com")]
    [InlineData("phoneNumber", "")]
    [InlineData("phoneNumber", "5512345678")]
    [InlineData("phoneNumber", "+52 55 1234 5678")]
    [InlineData("phoneNumber", "+0525512345678")]
    [InlineData("phoneNumber", "+1234567890123456")]
    [InlineData("phoneNumber", "+525512345678\\n")]
    [InlineData("phoneNumber", "+٥٢٥٥")]
    [InlineData("secondaryPhoneNumber", "")]
    [InlineData("secondaryPhoneNumber", "none")]
    [InlineData("username", "")]
    [InlineData("password", "")]
    [InlineData("optedOutWhatsappAt", "")]
    [InlineData("optedOutWhatsappAt", "yesterday")]
    [InlineData("optedOutWhatsappAt", "2025-01-15T10:30:00")]
    public void A_text_of_the_wrong_form_is_invalid(string member, string text) => AssertInvalid(member, $"\"{text}\"");

    [Theory]
    [InlineData("name", "")]
    [InlineData("tosIp", "")]
    [InlineData("tosIp", "2001:db8::1")]
    [InlineData("assigneeId", "")]
    [InlineData("phoneNumber", "+12")]
    [InlineData("email", "JUAN@EXAMPLE.COM")]
    [InlineData("optedOutWhatsappAt", "2025-01-15T10:30:00+02:00")]
    public void A_text_without_a_published_limit_is_valid(string member, string text) => AssertValid(member, $"\"{text}\"");

    [Theory]
    [InlineData("username", 512)]
    [InlineData("password", 1024)]
    public void A_text_has_a_longest_length(string member, int most)
    {
        AssertValid(member, $"\"{new string('a', most)}\"");
        AssertInvalid(member, $"\"{new string('a', most + 1)}\"");
    }

    [Fact]
    public void An_email_address_has_a_longest_length()
    {
        AssertValid("email", $"\"{new string('a', 500)}@example.com\"");
        AssertInvalid("email", $"\"{new string('a', 501)}@example.com\"");
    }

    [Theory]
    [InlineData("tags", "[]", true)]
    [InlineData("tags", "[\"VIP\", \"\"]", true)]
    [InlineData("tags", "\"VIP\"", false)]
    [InlineData("tags", "{}", false)]
    [InlineData("tags", "[null]", false)]
    [InlineData("tags", "[\"VIP\", 5]", false)]
    [InlineData("metadata", "[]", true)]
    [InlineData("metadata", "[{\"key\":\"a\",\"value\":\"\",\"more\":1}]", true)]
    [InlineData("metadata", "{\"a\":\"b\"}", false)]
    [InlineData("metadata", "[null]", false)]
    [InlineData("metadata", "[[]]", false)]
    [InlineData("metadata", "[{}]", false)]
    [InlineData("metadata", "[{\"key\":\"a\"}]", false)]
    [InlineData("metadata", "[{\"value\":\"a\"}]", false)]
    [InlineData("metadata", "[{\"key\":1,\"value\":\"a\"}]", false)]
    [InlineData("metadata", "[{\"key\":\"a\",\"value\":1}]", false)]
    [InlineData("metadata", "[{\"key\":\"a\",\"value\":null}]", false)]
    [InlineData("meta", "{}", true)]
    [InlineData("meta", "{\"a\":\"\"}", true)]
    [InlineData("meta", "[]", false)]
    [InlineData("meta", "\"a\"", false)]
    [InlineData("meta", "{\"a\":null}", false)]
    [InlineData("meta", "{\"a\":1}", false)]
    [InlineData("meta", "{\"a\":{}}", false)]
    [InlineData("replyWithAssistant", "true", true)]
    [InlineData("replyWithAssistant", "\"true\"", false)]
    [InlineData("replyWithAssistant", "1", false)]
    public void Lists_objects_and_the_rest_are_checked(string member, string value, bool valid)
    {
        if (valid)
        {
            AssertValid(member, value);
        }
        else
        {
            AssertInvalid(member, value);
        }
    }

    private static void AssertValid(string member, string value) =>
        Assert.Empty(QuentliWire.Problems(QuentliWire.Body($$"""{ "{{member}}": {{value}} }""")));

    private static void AssertInvalid(string member, string value) =>
        Assert.Equal([$"input.data.{member}"], QuentliWire.Problems(QuentliWire.Body($$"""{ "{{member}}": {{value}} }""")));
}
