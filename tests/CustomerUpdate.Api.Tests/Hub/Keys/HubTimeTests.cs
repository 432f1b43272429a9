using CustomerUpdate.Api.Hub;

namespace CustomerUpdate.Api.Tests.Hub.Keys;

/// <summary>How the hub reads instants (RFC 3339, section 5.6).</summary>
public sealed class HubTimeTests
{
    [Theory]
    [InlineData("2030-01-02T03:04:05Z", "2030-01-02T03:04:05.000Z")]
    [InlineData("2030-01-02T03:04:05", "2030-01-02T03:04:05.000Z")]
    [InlineData("2030-01-02T03:04Z", "2030-01-02T03:04:00.000Z")]
    [InlineData("2030-01-02T03:04+02:00", "2030-01-02T01:04:00.000Z")]
    [InlineData("2030-01-02t03:04:05.5z", "2030-01-02T03:04:05.500Z")]
    [InlineData("2030-01-02T03:04:05.123456789Z", "2030-01-02T03:04:05.123Z")]
    [InlineData("2030-01-02T03:04:05.9999999999999Z", "2030-01-02T03:04:05.999Z")]
    [InlineData("2030-01-02T03:04:05-23:59", "2030-01-03T03:03:05.000Z")]
    [InlineData("2030-01-02T03:04:05-00:00", "2030-01-02T03:04:05.000Z")]
    [InlineData("1990-12-31T15:59:60-08:00", "1991-01-01T00:00:00.000Z")]
    public void Reads_what_RFC_3339_writes_cut_to_the_millisecond(string text, string instant) => Assert.Equal(instant, HubTime.Format(HubTime.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2030-01-02")]
    [InlineData("20300102T030405Z")]
    [InlineData("2030-02-30T00:00:00Z")]
    [InlineData("2030-01-02T24:00:00Z")]
    [InlineData("2030-01-02T03:04:61Z")]
    [InlineData("2030-01-02T03:04:05.Z")]
    [InlineData("2030-01-02T03:04:05+24:00")]
    [InlineData("2030-01-02T03:04:05Z\n")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("٢٠٣٠-01-02T03:04:05Z")]
    public void Reads_nothing_else(string text) => Assert.Null(HubTime.Parse(text));
}
