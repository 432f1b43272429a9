using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("+1234567890", true)]
    [InlineData("+12", true)]
    [InlineData("+123456789012345", true)]
    [InlineData("+1234567890123456", false)]
    [InlineData("+1", false)]
    [InlineData("+0123456789", false)]
    [InlineData("1234567890", false)]
    [InlineData("+1 234 567 890", false)]
    [InlineData("+1234567890\n", false)]
    [InlineData("+١٢٣٤٥٦٧٨", false)]
    [InlineData("abc+12312312321", false)]
    public void E164_is_a_shape(string text, bool e164) => Assert.Equal(e164, PhoneNumber.IsE164(text));

    [Theory]
    [InlineData("+1 (650) 253-0000", "+16502530000")]
    [InlineData("+44\u00a020\u20117946.0958", "+442079460958")]
    [InlineData("(+34) 912/345/678", "+34912345678")]
    [InlineData("+525512345678", "+525512345678")]
    public void A_number_with_its_country_code_loses_its_separators_and_nothing_else(string text, string read) =>
        Assert.Equal(read, PhoneNumber.ReadInternational(text));

    [Theory]
    [InlineData("650 253 0000")]
    [InlineData("+1 650 FLOWERS")]
    [InlineData("+1 650 253 0000 x12")]
    [InlineData("")]
    public void Anything_else_is_not_international(string text) => Assert.Null(PhoneNumber.ReadInternational(text));

    [Theory]
    [InlineData("+16502530000")]
    [InlineData("+1 650 253 0000")]
    [InlineData("(650) 253-0000")]
    [InlineData("650.253.0000")]
    [InlineData("1-650-253-0000")]
    [InlineData("  6502530000 ")]
    public void The_key_is_the_same_however_a_number_is_written(string text) => Assert.Equal("+16502530000", KeyOf(text, "US"));

    [Theory]
    [InlineData("ask Juan", "ask Juan")]
    [InlineData(" 123 ", "123")]
    [InlineData("", "")]
    public void Text_that_cannot_be_read_is_its_own_key(string text, string key) => Assert.Equal(key, KeyOf(text, "US"));

    [Fact]
    public void Without_a_region_national_numbers_are_text() => Assert.Equal("(650) 253-0000", KeyOf("(650) 253-0000", null));

    [Fact]
    public void The_region_does_not_touch_a_number_with_its_country_code()
    {
        Assert.Equal("+442079460958", KeyOf("+44 20 7946 0958", "US"));
        Assert.Equal("+442079460958", KeyOf("+44 20 7946 0958", "MX"));
    }

    private static string KeyOf(string text, string? region) => PhoneNumber.KeyOf(text, region, PhoneNumberReaders.Default);
}
