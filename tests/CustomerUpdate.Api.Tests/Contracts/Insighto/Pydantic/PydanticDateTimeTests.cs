using System.Text.Json;
using CustomerUpdate.Api.Contracts.Insighto;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Pydantic;

public sealed class PydanticDateTimeTests
{
    public static TheoryData<string, string> Samples => PydanticSamples.Read("datetimes.json");

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_date_time_is_read_and_refused_as_Pydantic_does(string input, string expected) => Assert.Equal(expected, Read(input));

    // Pydantic adds the fraction of such a number to the second before: -1.3 becomes 58.3 and not 58.7. As a text it reads the same number right.
    [Theory]
    [InlineData("-1.3", "1969-12-31T23:59:58.700000Z")]
    [InlineData("-0.25", "1969-12-31T23:59:59.750000Z")]
    [InlineData("\"-1.3\"", "1969-12-31T23:59:58.700000Z")]
    public void A_fraction_before_1970_is_read_right(string input, string expected) => Assert.Equal(expected, Read(input));

    // Pydantic looks at the whole part of a number here, and at all of it in a text.
    [Theory]
    [InlineData("20000000000")]
    [InlineData("20000000000.0")]
    public void Up_to_the_watershed_a_number_is_seconds(string input) => Assert.Equal("2603-10-11T11:33:20Z", Read(input));

    [Theory]
    [InlineData("20000000000.5", "1970-08-20T11:33:20.000500Z")]
    [InlineData("\"20000000000.5\"", "1970-08-20T11:33:20.000500Z")]
    [InlineData("30000000000000.5", "2920-08-30T05:20:00.000500Z")]
    [InlineData("\"30000000000000.5\"", "2920-08-30T05:20:00.000500Z")]
    public void Beyond_the_watershed_a_number_is_milliseconds_as_a_text_too(string input, string expected) => Assert.Equal(expected, Read(input));

    // Pydantic keeps the offset and so can hold what no calendar has in UTC.
    [Theory]
    [InlineData("\"0001-01-01T00:00:00+01:00\"", "datetime_parsing: Input should be a valid datetime, year 0 is out of range")]
    [InlineData("\"9999-12-31T23:59:59-01:00\"", "datetime_parsing: Input should be a valid datetime, year 10000 is out of range")]
    public void An_offset_that_leads_out_of_the_calendar_is_refused(string input, string expected) => Assert.Equal(expected, Read(input));

    [Fact]
    public void Rounding_does_not_lead_out_of_the_calendar() => Assert.Equal("9999-12-31T23:59:59.999999Z", Read("253402300799999.9999"));

    private static string Read(string input)
    {
        var read = PydanticDateTime.TryRead(JsonElement.Parse(input), out var value, out var error);
        return read ? PydanticDateTime.Write(value) : $"{error!.Type}: {error.Message}";
    }
}
