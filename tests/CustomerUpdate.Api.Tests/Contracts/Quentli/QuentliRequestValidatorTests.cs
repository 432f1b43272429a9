using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

public sealed class QuentliRequestValidatorTests
{
    [Fact]
    public void The_published_request_is_valid() => Assert.Empty(QuentliWire.Problems(QuentliWire.PublishedRequest));

    [Fact]
    public void No_member_is_required() => Assert.Empty(QuentliWire.Problems(QuentliWire.Body("{}")));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("")]
    [InlineData(" ")]
    public void A_body_that_is_no_object_is_invalid(string body)
    {
        Assert.True(QuentliWire.Parse(body).TryFailure(out _, out var failure));
        Assert.Equal(FailureKind.Invalid, failure.Kind);
        Assert.Contains("input", Assert.Single(failure.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "input")]
    [InlineData("""{ "input": null }""", "input")]
    [InlineData("""{ "input": [] }""", "input")]
    [InlineData("""{ "input": "data" }""", "input")]
    [InlineData("""{ "Input": { "data": {} } }""", "input")]
    [InlineData("""{ "data": { "name": "Ada" } }""", "input")]
    [InlineData("""{ "input": {} }""", "input.data")]
    [InlineData("""{ "input": { "name": "Ada" } }""", "input.data")]
    [InlineData("""{ "input": { "data": null } }""", "input.data")]
    [InlineData("""{ "input": { "data": [] } }""", "input.data")]
    [InlineData("""{ "input": { "data": 5, "otp": 5 } }""", "input.data", "input.otp")]
    [InlineData("""{ "input": { "otp": 123456 } }""", "input.data", "input.otp")]
    [InlineData("""{ "input": { "data": {}, "otp": 123456 } }""", "input.otp")]
    [InlineData("""{ "input": { "data": {}, "otp": {} } }""", "input.otp")]
    [InlineData("""{ "input": { "data": {}, "otp": false } }""", "input.otp")]
    [InlineData("""{ "input": { "data": {}, "otp": null } }""", "input.otp")]
    [InlineData("""{ "input": { "data": {}, "otp": "123456" } }""")]
    [InlineData("""{ "input": { "data": { "name": 5 }, "otp": 5 } }""", "input.data.name", "input.otp")]
    public void The_envelope_is_checked(string body, params string[] offenders) => Assert.Equal(offenders, QuentliWire.Problems(body));

    [Fact]
    public void Read_only_and_unknown_members_are_ignored() => Assert.Empty(QuentliWire.Problems(
        """{ "input": { "data": { "id": 5, "createdAt": [], "archivedAt": 1, "organizationId": null, "color": {} }, "more": 1 }, "more": 1 }"""));

    [Fact]
    public void All_offending_members_are_reported_at_once() => Assert.Equal(
        ["input.data.name", "input.data.email", "input.data.skipTaxInvoice", "input.data.meta"],
        QuentliWire.Problems(QuentliWire.Body("""{ "meta": 1, "skipTaxInvoice": null, "email": "", "name": null, "username": "ada" }""")));
}
