using System.Text;
using CustomerUpdate.Api.Contracts.Insighto;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Contacts;

/// <summary>Measured with Pydantic 2.13, but for the length of the list.</summary>
public sealed class InsightoContactIdsTests
{
    private const string Id = "5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3";

    [Fact]
    public void Ids_are_read_in_any_form_that_Pydantic_takes()
    {
        var request = Parse($$"""{ "contact_ids": ["{{Id.ToUpperInvariant()}}", "urn:uuid:{{Id}}"], "other": 1 }""");

        Assert.Empty(InsightoDeletion.Validator.Validate(request).Errors);
        Assert.Equal([CustomerKey.Reference("insighto", Id), CustomerKey.Reference("insighto", Id)], request.Targets);
    }

    [Theory]
    [InlineData("""{ "contact_ids": [] }""", "")]
    [InlineData("{}", """missing ["body","contact_ids"] {}""")]
    [InlineData("""{ "ids": ["x"] }""", """missing ["body","contact_ids"] {"ids":["x"]}""")]
    [InlineData("""{ "contact_ids": null }""", """list_type ["body","contact_ids"] null""")]
    [InlineData("""{ "contact_ids": "x" }""", """list_type ["body","contact_ids"] "x" """)]
    [InlineData("""{ "contact_ids": {} }""", """list_type ["body","contact_ids"] {}""")]
    [InlineData(
        """{ "contact_ids": [1, "5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3", "x", null] }""",
        """uuid_type ["body","contact_ids",0] 1; uuid_parsing ["body","contact_ids",2] "x"; uuid_type ["body","contact_ids",3] null""")]
    public void All_that_is_wrong_is_said(string body, string expected)
    {
        var details = InsightoDeletion.Validator.Validate(Parse(body)).Errors
            .Select(error => InsightoErrorDetails.Of(new Problem(error.PropertyName, error.ErrorCode, error.ErrorMessage, error.CustomState), null))
            .Select(detail => $"{detail.Type} [{string.Join(',', detail.Loc.Select(step => step.Json))}] {detail.Input?.Json}");

        Assert.Equal(expected.TrimEnd(), string.Join("; ", details));
    }

    [Fact]
    public void A_list_of_more_than_a_thousand_is_refused_and_not_sent_back()
    {
        static string List(int count) => $$"""{ "contact_ids": [{{string.Join(',', Enumerable.Repeat($"\"{Id}\"", count))}}] }""";

        Assert.Empty(InsightoDeletion.Validator.Validate(Parse(List(1000))).Errors);
        var error = Assert.Single(InsightoDeletion.Validator.Validate(Parse(List(1001))).Errors);
        Assert.Equal("List should have at most 1000 items after validation, not 1001", error.ErrorMessage);
        Assert.Null(((InsightoProblem)error.CustomState).Input);
    }

    private static InsightoContactIds Parse(string body) =>
        JsonSyntax.Check(Encoding.UTF8.GetBytes(body)).Match(
            read => InsightoContactIds.Parse(read).Match(request => request, failure => throw new InvalidOperationException($"{failure.Kind}")),
            failure => throw new InvalidOperationException($"{failure.Kind}"));
}
