using System.Text;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Http;

/// <summary>Where a body stops making sense.</summary>
public sealed class JsonSyntaxTests
{
    [Theory]
    [InlineData("""{"a":1,"a":2}""", 7, "a")]
    [InlineData("""[{"a":{"a":1}},{"a":1},{"b":[],"\u0062":2}]""", 31, "b")]
    [InlineData("""{"a":{"b":1,"c":{"b":1},"b":2}}""", 24, "b")]
    [InlineData("{\n \"\": 1,\n \"\": 2 }", 11, "")]
    public void A_name_twice_in_one_object_is_named_with_its_place(string json, long offset, string name)
    {
        var failure = Check(Encoding.UTF8.GetBytes(json));

        Assert.Equal((FailureKind.Malformed, offset, name), (failure.Kind, failure.Offset, failure.RepeatedName));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void What_is_not_utf8_is_said_with_its_place(int offset)
    {
        var bytes = Encoding.UTF8.GetBytes("""{"é":"ab"}""");
        bytes[offset] = 0xFF;

        var failure = Check(bytes);

        Assert.Equal((FailureKind.Malformed, offset, null), (failure.Kind, failure.Offset, failure.RepeatedName));
    }

    [Theory]
    [InlineData("x", 0)]
    [InlineData("{\"a\":\n}", 6)]
    [InlineData("""{"a":"\u0000"}""", 5)]
    public void Other_faults_keep_their_place_and_name_nothing(string json, long offset)
    {
        var failure = Check(Encoding.UTF8.GetBytes(json));

        Assert.Equal((FailureKind.Malformed, offset, null), (failure.Kind, failure.Offset, failure.RepeatedName));
    }

    private static Failure Check(byte[] body)
    {
        Assert.True(JsonSyntax.Check(body).TryFailure(out _, out var failure));
        return failure;
    }
}
