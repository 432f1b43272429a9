using Xunit.Sdk;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>What an answer may leave open of a published one.</summary>
public sealed class PublishedShapeTests
{
    private const string Published = """{ "customer": { "name": "Ada", "tags": ["VIP"] } }""";

    [Theory]
    [InlineData("""{ "customer": { "name": null, "tags": [] } }""")]
    [InlineData("""{ "customer": { "name": "Grace", "tags": [null], "more": 1 } }""")]
    public void A_value_may_be_null_and_a_list_empty(string answer) => PublishedShape.AssertHas(Published, answer);

    [Theory]
    [InlineData("null")]
    [InlineData("""{ "customer": null }""")]
    [InlineData("""{ "customer": { "name": "Ada", "tags": null } }""")]
    [InlineData("""{ "customer": { "tags": [] } }""")]
    [InlineData("""{ "customer": { "name": 1, "tags": [] } }""")]
    public void An_object_and_a_list_are_there_with_their_members(string answer) =>
        Assert.ThrowsAny<XunitException>(() => PublishedShape.AssertHas(Published, answer));
}
