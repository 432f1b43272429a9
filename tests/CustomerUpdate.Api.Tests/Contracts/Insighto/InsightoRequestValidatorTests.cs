using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Contracts.Insighto;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto;

public sealed class InsightoRequestValidatorTests
{
    private const string TextType = "string_type: Input should be a valid string";
    private const string DictionaryType = "dict_type: Input should be a valid dictionary";
    private const string DateTimeType = "datetime_type: Input should be a valid datetime";
    private const string UuidType = "uuid_type: UUID input should be a string, bytes or UUID object";
    private const string TooLong = "string_too_long: String should have at most 512 characters";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "phone": 5, "id": [], "api_key": 1, "FIRST_NAME": 2, "firstName": 3 }""")]
    [InlineData("""{ "first_name": null, "last_name": null, "email": null, "last_seen": null, "last_sent": null }""")]
    [InlineData("""{ "org_id": null, "first_assistant_id": null, "last_assistant_id": null, "first_widget_id": null, "last_widget_id": null }""")]
    [InlineData("""{ "first_name": "", "last_name": "", "email": "" }""")]
    [InlineData("""{ "email": "not an address" }""")]
    [InlineData("""{ "channels": {}, "user_attributes": {}, "custom_fields": {} }""")]
    [InlineData("""{ "channels": { "telephone": "anything" } }""")]
    [InlineData("""{ "channels": { "telephone": 12025550123 } }""")]
    [InlineData("""{ "channels": { "telephone": -1.50 } }""")]
    [InlineData("""{ "channels": { "telephone": null } }""")]
    [InlineData("""{ "channels": { "telephone": "", "whatsapp": { "a": [1, null] }, "email": 5 } }""")]
    [InlineData("""{ "custom_fields": { "undefined": true, "": null, "a.b": { "c": [] } } }""")]
    [InlineData("""{ "last_seen": 1700000000, "last_sent": "2023-11-07" }""")]
    [InlineData("""{ "org_id": "{3C90C3CC-0D44-4B50-8888-8DD25736052A}", "last_widget_id": "3c90c3cc0d444b5088888dd25736052a" }""")]
    public void What_the_model_takes_breaks_no_rule(string body) => Assert.Empty(Validate(body));

    [Theory]
    [InlineData("first_name", "5", TextType)]
    [InlineData("first_name", "true", TextType)]
    [InlineData("first_name", "[]", TextType)]
    [InlineData("first_name", "{}", TextType)]
    [InlineData("last_name", "1.5", TextType)]
    [InlineData("email", "false", TextType)]
    [InlineData("channels", "null", DictionaryType)]
    [InlineData("channels", "[]", DictionaryType)]
    [InlineData("channels", "\"x\"", DictionaryType)]
    [InlineData("user_attributes", "null", DictionaryType)]
    [InlineData("user_attributes", "[{}]", DictionaryType)]
    [InlineData("user_attributes", "5", DictionaryType)]
    [InlineData("custom_fields", "null", DictionaryType)]
    [InlineData("custom_fields", "false", DictionaryType)]
    [InlineData("custom_fields", "\"{}\"", DictionaryType)]
    [InlineData("last_seen", "true", DateTimeType)]
    [InlineData("last_seen", "[]", DateTimeType)]
    [InlineData("last_sent", "{}", DateTimeType)]
    [InlineData("last_seen", "\"yesterday\"", "datetime_from_date_parsing: Input should be a valid datetime or date, input is too short")]
    [InlineData("last_seen", "\"\"", "datetime_from_date_parsing: Input should be a valid datetime or date, input is too short")]
    [InlineData(
        "last_sent",
        "\"2023-13-01T00:00:00Z\"",
        "datetime_from_date_parsing: Input should be a valid datetime or date, month value is outside expected range of 1-12")]
    [InlineData("org_id", "\"not-a-uuid\"", "uuid_parsing: Input should be a valid UUID, invalid character: found `n` at 1")]
    [InlineData("org_id", "\"\"", "uuid_parsing: Input should be a valid UUID, invalid length: expected length 32 for simple format, found 0")]
    [InlineData("org_id", "5", UuidType)]
    [InlineData("first_assistant_id", "true", UuidType)]
    [InlineData("last_assistant_id", "[]", UuidType)]
    [InlineData("first_widget_id", "{}", UuidType)]
    [InlineData("last_widget_id", "1", UuidType)]
    public void A_bad_member_is_reported_with_what_was_sent(string member, string value, string expected)
    {
        var problem = Assert.Single(Validate($$"""{ "{{member}}": {{value}} }"""));

        Assert.Equal(expected, Text(problem));
        Assert.Equal(["body", member], problem.Location);
        Assert.Equal(value, problem.Input?.Json);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{\"a\":1}")]
    public void A_telephone_that_is_neither_text_nor_number_is_refused(string value)
    {
        var problem = Assert.Single(Validate($$"""{ "channels": { "telephone": {{value}} } }"""));

        Assert.Equal(TextType, Text(problem));
        Assert.Equal(["body", "channels", "telephone"], problem.Location);
        Assert.Equal(value, problem.Input?.Json);
    }

    [Theory]
    [InlineData("""{ "email": "%" }""", "body.email")]
    [InlineData("""{ "channels": { "telephone": "%" } }""", "body.channels.telephone")]
    public void A_unique_value_over_512_characters_is_refused_and_not_sent_back(string body, string path)
    {
        Assert.Empty(Validate(body.Replace("%", new string('a', 512), StringComparison.Ordinal)));
        var problem = Assert.Single(Validate(body.Replace("%", new string('a', 513), StringComparison.Ordinal)));

        Assert.Equal(TooLong, Text(problem));
        Assert.Equal(512, problem.Error.Context?.MaxLength);
        Assert.Equal(path, string.Join('.', problem.Location));
        Assert.Null(problem.Input);
    }

    [Fact]
    public void All_bad_members_are_reported_in_the_order_of_the_model()
    {
        var problems = Validate("""{ "custom_fields": null, "org_id": 1, "last_seen": "x", "channels": 2, "email": 3, "first_name": 4 }""");

        Assert.Equal(["first_name", "email", "channels", "last_seen", "org_id", "custom_fields"], problems.Select(problem => problem.Location[1]));
    }

    private static string Text(InsightoProblem problem) => $"{problem.Error.Type}: {problem.Error.Message}";

    private static IReadOnlyList<InsightoProblem> Validate(string body)
    {
        Assert.False(InsightoRequest.Parse(new RequestBody(Encoding.UTF8.GetBytes(body), JsonValueKind.Object)).TryFailure(out var request, out _));
        return [.. new InsightoRequestValidator().Validate(request!).Errors.Select(error => Assert.IsType<InsightoProblem>(error.CustomState))];
    }
}
