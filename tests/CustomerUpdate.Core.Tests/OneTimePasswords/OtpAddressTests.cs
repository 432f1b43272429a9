using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;

namespace CustomerUpdate.Core.Tests.OneTimePasswords;

public class OtpAddressTests
{
    [Theory]
    [InlineData("juan@example.com", "+525512345678", "juan@example.com", "j***@example.com")]
    [InlineData(" Juan@Example.com ", null, "Juan@Example.com", "J***@Example.com")]
    [InlineData("j@example.com", null, "j@example.com", "***@example.com")]
    [InlineData("😀uan@example.com", null, "😀uan@example.com", "***@example.com")]
    [InlineData(null, "+525512345678", "+525512345678", "+***78")]
    [InlineData("no address", "+525512345678", "+525512345678", "+***78")]
    [InlineData("a\u001bb@example.com", "+525512345678", "+525512345678", "+***78")]
    [InlineData("two@at@example.com", "+12", "+12", "+***12")]
    public void The_email_address_comes_before_the_phone_and_is_masked(string? email, string? phone, string expected, string masked)
    {
        var address = OtpAddress.Of(With(email, phone));

        Assert.Equal((expected, masked), (address?.Value, address?.Masked));
        Assert.Equal(expected[0] == '+' ? OtpChannel.Phone : OtpChannel.Email, address?.Channel);
        Assert.Equal(masked, address?.ToString());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("no address", "call my office")]
    [InlineData("", "")]
    public void What_nothing_can_be_sent_to_is_no_address(string? email, string? phone) => Assert.Null(OtpAddress.Of(With(email, phone)));

    [Fact]
    public void An_address_that_is_not_the_primary_is_not_used()
    {
        var list = With("juan@example.com", null).Emails with { PrimaryId = null };

        Assert.Null(OtpAddress.Of(new Profile { Emails = list }));
    }

    [Fact]
    public void A_message_that_is_printed_shows_no_code_and_no_address()
    {
        var message = new OtpMessage(
            Guid.Empty, Guid.Empty, new OtpAddress(OtpChannel.Email, "juan@example.com"), "123456", DateTimeOffset.UnixEpoch);

        Assert.Equal($"{Guid.Empty} {Guid.Empty}", message.ToString());
    }

    private static Profile With(string? email, string? phone) => new() { Emails = List(1, email), Phones = List(2, phone) };

    private static EntryList List(long id, string? value) =>
        value is null ? EntryList.Empty : new EntryList { Entries = [new Entry(id, "work", value, value)], PrimaryId = id };
}
