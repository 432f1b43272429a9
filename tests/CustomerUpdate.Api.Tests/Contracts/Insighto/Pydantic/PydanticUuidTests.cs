using System.Text.Json;
using CustomerUpdate.Api.Contracts.Insighto;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Pydantic;

public sealed class PydanticUuidTests
{
    public static TheoryData<string, string> Samples => PydanticSamples.Read("uuids.json");

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_uuid_is_read_and_refused_as_Pydantic_does(string input, string expected) => Assert.Equal(expected, Read(JsonElement.Parse(input)));

    [Fact]
    public void The_reason_is_given_apart_too() =>
        Assert.Equal("invalid group count: expected 5, found 2", PydanticUuid.ErrorOf("-").Context?.Error);

    private static string Read(JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.String && PydanticUuid.TryParse(input.GetString()!, out var value))
        {
            return PydanticUuid.Write(value);
        }

        var error = PydanticUuid.ErrorOf(input);
        return $"{error.Type}: {error.Message}";
    }
}
