using CustomerUpdate.Api.Contracts.Quentli;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

public sealed class QuentliTimeTests
{
    [Theory]
    [InlineData("2025-01-15T10:30:00.000Z", "2025-01-15T10:30:00.000Z")]
    [InlineData("2025-01-15T10:30:00Z", "2025-01-15T10:30:00.000Z")]
    [InlineData("2025-01-15T10:30Z", "2025-01-15T10:30:00.000Z")]
    [InlineData("2025-01-15T10:30:00.5-06:00", "2025-01-15T16:30:00.500Z")]
    [InlineData("2025-01-15T00:30:00+02:00", "2025-01-14T22:30:00.000Z")]
    [InlineData("2024-02-29T23:59:59.999999Z", "2024-02-29T23:59:59.999Z")]
    public void An_instant_is_read_and_shown_in_utc(string sent, string shown) => Assert.Equal(shown, QuentliTime.Format(QuentliTime.Find(sent)));

    [Theory]
    [InlineData("2025-01-15")]
    [InlineData("2025-01-15T10:30:00")]
    [InlineData("2025-01-15 10:30:00Z")]
    [InlineData("2025-01-15T10:30:00+0200")]
    [InlineData("2025-02-29T10:30:00Z")]
    [InlineData("2025-13-01T10:30:00Z")]
    [InlineData("2025-01-15T25:30:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("2025-01-15T10:30:00+99:00")]
    [InlineData("2025-01-15T10:30:00Z\n")]
    [InlineData("15 January 2025 10:30 Z")]
    [InlineData("1736937000")]
    public void What_is_no_instant_is_not_read(string sent) => Assert.Null(QuentliTime.Find(sent));

    [Fact]
    public void More_digits_than_storage_keeps_are_cut() =>
        Assert.Equal(QuentliTime.Find("2025-01-15T10:30:00.123456Z"), QuentliTime.Find("2025-01-15T10:30:00.123456789Z"));
}
