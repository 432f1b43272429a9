using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

/// <summary>What holds whichever engine the build chose.</summary>
public class PhoneNumberReaderTests
{
    [Theory]
    [InlineData("US", "(650) 253-0000", "+16502530000")]
    [InlineData("US", "1 650 253 0000", "+16502530000")]
    [InlineData("CA", "416-555-0123", "+14165550123")]
    [InlineData("DO", "809 555 1234", "+18095551234")]
    [InlineData("GB", "020 7946 0958", "+442079460958")]
    [InlineData("GB", "(0)20 7946 0958", "+442079460958")]
    [InlineData("GB", "20 7946 0958", "+442079460958")]
    [InlineData("DE", "030 901820", "+4930901820")]
    [InlineData("FR", "01 23 45 67 89", "+33123456789")]
    [InlineData("IN", "098765 43210", "+919876543210")]
    [InlineData("HU", "06 1 234 5678", "+3612345678")]
    [InlineData("RU", "8 (912) 345-67-89", "+79123456789")]
    [InlineData("RU", "(812) 234-56-78", "+78122345678")]
    [InlineData("KZ", "8 701 234 5678", "+77012345678")]
    [InlineData("BY", "8 029 491-19-11", "+375294911911")]
    [InlineData("LT", "0 612 34567", "+37061234567")]
    [InlineData("LT", "8 612 34567", "+37061234567")]
    public void A_trunk_prefix_is_not_part_of_the_number(string region, string text, string read) =>
        Assert.Equal(read, PhoneNumberReaders.Default.ReadNational(text, region));

    [Theory]
    [InlineData("IT", "06 6982 1234", "+390669821234")]
    [InlineData("CI", "01 23 45 67 89", "+2250123456789")]
    [InlineData("ES", "912 34 56 78", "+34912345678")]
    [InlineData("PT", "212 345 678", "+351212345678")]
    [InlineData("DK", "32 12 34 56", "+4532123456")]
    [InlineData("NO", "21 23 45 67", "+4721234567")]
    [InlineData("PL", "12 345 67 89", "+48123456789")]
    [InlineData("CZ", "212 345 678", "+420212345678")]
    [InlineData("GR", "21 2345 6789", "+302123456789")]
    [InlineData("MX", "55 1234 5678", "+525512345678")]
    [InlineData("SG", "6521 8000", "+6565218000")]
    public void Where_there_is_none_every_digit_is_kept(string region, string text, string read) =>
        Assert.Equal(read, PhoneNumberReaders.Default.ReadNational(text, region));

    [Theory]
    [InlineData("GB", "00 1 650 253 0000", "+16502530000")]
    [InlineData("MX", "00 34 912 34 56 78", "+34912345678")]
    [InlineData("DE", "0039 06 6982 1234", "+390669821234")]
    [InlineData("US", "011 44 20 7946 0958", "+442079460958")]
    [InlineData("US", "011 52 55 1234 5678", "+525512345678")]
    public void An_international_prefix_stands_for_the_plus(string region, string text, string read) =>
        Assert.Equal(read, PhoneNumberReaders.Default.ReadNational(text, region));

    [Theory]
    [InlineData("1-800-FLOWERS")]
    [InlineData("650 253 0000 x123")]
    [InlineData("650 253 0000 ext. 5")]
    [InlineData("650 253 0000;ext=5")]
    [InlineData("253-0000")]
    [InlineData("16502530000 0")]
    [InlineData("911")]
    [InlineData("65025#0000")]
    [InlineData("")]
    public void What_is_not_one_whole_number_is_not_read(string text) => Assert.Null(PhoneNumberReaders.Default.ReadNational(text, "US"));

    [Theory]
    [InlineData("ZZ")]
    [InlineData("")]
    public void A_region_that_is_not_known_reads_nothing(string region) =>
        Assert.Null(PhoneNumberReaders.Default.ReadNational("020 7946 0958", region));

    [Theory]
    [InlineData("BR", "(11) 98765-4321", "+5511987654321")]
    [InlineData("BR", "(11) 8765-4321", "+551187654321")]
    [InlineData("AR", "9 11 2345-6789", "+5491123456789")]
    [InlineData("AR", "11 2345-6789", "+541123456789")]
    public void Mobile_variants_stay_apart(string region, string text, string read) =>
        Assert.Equal(read, PhoneNumberReaders.Default.ReadNational(text, region));

    [Fact]
    public void Argentinas_15_never_becomes_a_9() =>
        Assert.NotEqual("+5491123456789", PhoneNumberReaders.Default.ReadNational("011 15-2345-6789", "AR"));
}
