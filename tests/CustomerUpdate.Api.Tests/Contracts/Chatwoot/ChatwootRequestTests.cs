namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>How parameters are cast, which is how Rails casts them.</summary>
public sealed class ChatwootRequestTests
{
    [Theory]
    [InlineData("\"Ada\"", "Ada")]
    [InlineData("\" \"", " ")]
    [InlineData("null", null)]
    [InlineData("123", "123")]
    [InlineData("-5", "-5")]
    [InlineData("-0", "0")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("1.50", "1.5")]
    [InlineData("1.0", "1.0")]
    [InlineData("1e2", "100.0")]
    [InlineData("true", "t")]
    [InlineData("false", "f")]
    public void A_scalar_becomes_text(string sent, string? text) => Assert.Equal(text, ChatwootRequests.With("name", sent).Name);

    [Theory]
    [InlineData("name")]
    [InlineData("email")]
    [InlineData("phone_number")]
    [InlineData("identifier")]
    [InlineData("avatar")]
    [InlineData("avatar_url")]
    [InlineData("blocked")]
    public void An_array_or_an_object_in_the_place_of_a_scalar_counts_as_not_sent(string member)
    {
        Assert.Equal(new(), ChatwootRequests.With(member, """["x",{"y":[1]}]"""));
        Assert.Equal(new(), ChatwootRequests.With(member, """{"x":{"y":[1]}}"""));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"on\"", true)]
    [InlineData("\"t\"", true)]
    [InlineData("2", true)]
    [InlineData("\"no\"", true)]
    [InlineData("\"anything\"", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"0\"", false)]
    [InlineData("\"false\"", false)]
    [InlineData("\"FALSE\"", false)]
    [InlineData("\"off\"", false)]
    [InlineData("\"OFF\"", false)]
    [InlineData("\"f\"", false)]
    [InlineData("\"F\"", false)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" \"", null)]
    public void Blocked_has_many_spellings(string sent, bool? blocked) =>
        Assert.Equal(blocked, ChatwootRequests.With("blocked", sent).Blocked);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"{\\\"a\\\":1}\"")]
    [InlineData("[1]")]
    [InlineData("5")]
    [InlineData("true")]
    public void Attributes_that_are_no_object_count_as_not_sent(string sent)
    {
        Assert.True(ChatwootRequests.With("custom_attributes", sent).CustomAttributes.IsAbsent);
        Assert.True(ChatwootRequests.With("additional_attributes", sent).AdditionalAttributes.IsAbsent);
    }

    [Theory]
    [InlineData("\"x\"", "\"x\"")]
    [InlineData("1e2", "100")]
    [InlineData("null", "null")]
    [InlineData("[1,null,[null,2],{\"a\":null}]", "[1,[2],{\"a\":null}]")]
    [InlineData("{\"b\":[null],\"a\":{\"c\":[null,{\"d\":[null]}]}}", "{\"a\":{\"c\":[{\"d\":[]}]},\"b\":[]}")]
    public void Nulls_in_arrays_are_taken_out_and_others_stay(string sent, string kept)
    {
        var request = ChatwootRequests.With("custom_attributes", $$"""{ "key": {{sent}} }""");

        Assert.Equal(kept, request.CustomAttributes.Value["key"].Json);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{\"name\":\"x\"}]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("{\"contact\":{\"name\":\"x\"}}")]
    [InlineData("{\"Name\":\"x\",\"id\":5,\"account_id\":7,\"thumbnail\":\"x\",\"labels\":[\"x\"],\"company_id\":1,\"inbox_id\":2}")]
    public void A_body_without_parameters_asks_for_nothing(string body) => Assert.Equal(new(), ChatwootRequests.Of(body));

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("\"\"", true)]
    [InlineData("\" \"", true)]
    [InlineData("null", true)]
    [InlineData("false", true)]
    [InlineData("[]", true)]
    [InlineData("{}", true)]
    [InlineData("\"false\"", false)]
    [InlineData("\"TRUE\"", false)]
    [InlineData("\"1\"", false)]
    [InlineData("true", false)]
    [InlineData("1", false)]
    [InlineData("[1]", false)]
    public void Inboxes_are_wanted_where_the_parameter_is_blank_or_the_text_true(string sent, bool wanted) =>
        Assert.Equal(wanted, ChatwootRequests.With("include_contact_inboxes", sent).IncludeContactInboxes);
}
