using System.Text;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Contracts.Chatwoot;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Rails' parameter syntax, as queries and forms use it.</summary>
public sealed class RailsParametersTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("&&", "{}")]
    [InlineData("name=Ada", """{"name":"Ada"}""")]
    [InlineData("name=Ada&name=Bob", """{"name":"Bob"}""")]
    [InlineData("name=", """{"name":""}""")]
    [InlineData("name", """{"name":null}""")]
    [InlineData("=x", "{}")]
    [InlineData("name=a=b", """{"name":"a=b"}""")]
    [InlineData("name=a+b%20c%2Bd", """{"name":"a b c\u002Bd"}""")]
    [InlineData("phone_number=%2B12025550123", """{"phone_number":"\u002B12025550123"}""")]
    [InlineData("name=Zo%C3%AB", """{"name":"Zo\u00EB"}""")]
    [InlineData("name=Zoë", """{"name":"Zo\u00EB"}""")]
    [InlineData("a[b]=1&a[c]=2", """{"a":{"b":"1","c":"2"}}""")]
    [InlineData("a%5Bb%5D=1", """{"a":{"b":"1"}}""")]
    [InlineData("a[b][c][d]=1", """{"a":{"b":{"c":{"d":"1"}}}}""")]
    [InlineData("a[]=1&a[]=2", """{"a":["1","2"]}""")]
    [InlineData("a[]", """{"a":[null]}""")]
    [InlineData("a[b][]=1&a[b][]=2", """{"a":{"b":["1","2"]}}""")]
    [InlineData("a[][b]=1&a[][c]=2&a[][b]=3", """{"a":[{"b":"1","c":"2"},{"b":"3"}]}""")]
    [InlineData("a[][b][]=1&a[][b][]=2", """{"a":[{"b":["1","2"]}]}""")]
    [InlineData("a[][b][c]=1&a[][b][d]=2&a[][b][c]=3", """{"a":[{"b":{"c":"1","d":"2"}},{"b":{"c":"3"}}]}""")]
    [InlineData("a[][]=1&a[][]=2", """{"a":[["1"],["2"]]}""")]
    [InlineData("a&a[b]=1", """{"a":{"b":"1"}}""")]
    [InlineData("a[b=1", """{"a[b":"1"}""")]
    [InlineData("[a]=1", """{"[a]":"1"}""")]
    public void Names_say_what_is_inside_what(string form, string json)
    {
        var failed = Read(form).TryFailure(out var parameters, out _);

        Assert.False(failed);
        Assert.Equal(json, parameters!.ToJsonString());
    }

    [Theory]
    [InlineData("a=1&a[b]=2")]
    [InlineData("a[b]=1&a[]=2")]
    [InlineData("a[]=1&a[b]=2")]
    [InlineData("a[b]=1&a[b][c]=2")]
    [InlineData("name=%")]
    [InlineData("name=%4")]
    [InlineData("name=%zz")]
    [InlineData("%GG=1")]
    [InlineData("name=%C3%28")]
    [InlineData("%ff=1")]
    public void What_makes_no_sense_is_malformed(string form) => AssertMalformed(Read(form));

    [Fact]
    public void What_is_not_utf8_is_malformed() => AssertMalformed(UrlEncodedForm.Read([(byte)'a', (byte)'=', 0xC3, 0x28]));

    [Fact]
    public void Names_go_as_deep_as_racks_and_no_deeper()
    {
        Assert.False(Read(Nested(RailsParameters.MaximumDepth)).TryFailure(out _, out _));
        AssertMalformed(Read(Nested(RailsParameters.MaximumDepth + 1)));
    }

    [Fact]
    public void There_are_at_most_a_thousand()
    {
        Assert.False(Read(Many(RailsParameters.MaximumCount)).TryFailure(out _, out _));
        AssertMalformed(Read(Many(RailsParameters.MaximumCount + 1)));
    }

    private static string Nested(int depth) => "a" + string.Concat(Enumerable.Repeat("[b]", depth - 1)) + "=1";

    private static string Many(int count) => string.Join('&', Enumerable.Repeat("a[]=1", count));

    private static Result<JsonObject> Read(string form) => UrlEncodedForm.Read(Encoding.UTF8.GetBytes(form));

    private static void AssertMalformed(Result<JsonObject> read)
    {
        Assert.True(read.TryFailure(out _, out var failure));
        Assert.Equal(FailureKind.Malformed, failure!.Kind);
    }
}
