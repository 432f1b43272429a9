using CustomerUpdate.Api.Contracts.Insighto;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using Microsoft.AspNetCore.Http;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Contacts;

public sealed class InsightoUpsertRequestTests
{
    [Theory]
    [InlineData("16501111234", "+16501111234")]
    [InlineData("+16501111234", "+16501111234")]
    [InlineData(" 16501111234", "+16501111234")]
    [InlineData("1 (650) 111-1234", "+16501111234")]
    [InlineData("525512345678", "+525512345678")]
    [InlineData("0016501111234", null)]
    [InlineData("1", null)]
    [InlineData("1234567890123456", null)]
    [InlineData("650-CALL", null)]
    [InlineData("++16501111234", null)]
    public void A_phone_number_is_digits_with_the_country_code(string number, string? expected) =>
        Assert.Equal(expected, InsightoUpsertMapping.TelephoneOf(number));

    [Fact]
    public void What_is_blank_is_as_what_was_not_sent() =>
        Assert.Equal(
            new InsightoUpsertRequest(null, null, "a@example.com", null),
            Read("?first_name=&last_name=%20&email=a%40example.com&phone_number="));

    [Theory]
    [InlineData("J%C3%A9ssica+%F0%9F%98%80%2b", "Jéssica 😀+")]
    [InlineData("100%25+%zz%", "100% %zz%")]
    [InlineData("plain", "plain")]
    [InlineData("%EF%BF%BD", "\uFFFD")]
    public void A_text_is_read_as_a_form_writes_it(string escaped, string text) => Assert.Equal(text, Read($"?first_name={escaped}").FirstName);

    [Fact]
    public void Of_several_the_last_one_counts_and_names_are_compared_to_the_letter() =>
        Assert.Equal(
            new InsightoUpsertRequest("B", null, "b@example.com", null),
            Read("?first_name=A&EMAIL=x&email=a@example.com&email=b@example.com&first_name=B"));

    [Fact]
    public void Only_what_was_sent_is_written()
    {
        var change = InsightoUpsertMapping.ToChange(Read("?last_name=Byron&phone_number=16501111234"));

        Assert.Equal(["lastName", "phone"], change.Fields.Select(field => field.Name).Order());
        Assert.Equal("+16501111234", change.Phone.Value);
    }

    [Fact]
    public void Whom_it_means_is_asked_by_the_email_address_first() =>
        Assert.Equal(
            [new CustomerKey(CustomerKey.EmailKind, "ada@example.com"), new CustomerKey(CustomerKey.PhoneKind, "+16501111234")],
            InsightoUpsertMapping.KeysOf(Read("?phone_number=16501111234&email=Ada%40Example.com")));

    [Theory]
    [InlineData("?email=a", "")]
    [InlineData("?phone_number=16501111234", "")]
    [InlineData("?first_name=Ada", "value_error query")]
    [InlineData("", "value_error query")]
    [InlineData("?email=&phone_number=%20", "value_error query")]
    [InlineData("?phone_number=x", "string_pattern_mismatch query.phone_number")]
    [InlineData("?first_name=%00&email=%00a", "string_unicode query.first_name; string_unicode query.email")]
    public void All_that_is_wrong_is_said(string query, string expected) =>
        Assert.Equal(
            expected,
            string.Join("; ", InsightoUpsert.Validator.Validate(Read(query)).Errors.Select(error => $"{error.ErrorCode} {error.PropertyName}")));

    [Fact]
    public void An_email_address_over_512_characters_is_refused_and_not_sent_back()
    {
        var error = Assert.Single(InsightoUpsert.Validator.Validate(Read($"?email={new string('a', 513)}")).Errors);

        Assert.Equal("string_too_long", error.ErrorCode);
        Assert.Null(((InsightoProblem)error.CustomState).Input);
    }

    private static InsightoUpsertRequest Read(string query)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(query);
        return InsightoUpsertRequest.Parse(QueryBody.Read(http.Request, [.. InsightoUpsertRequest.Parameters.Select(parameter => parameter.Name)]));
    }
}
