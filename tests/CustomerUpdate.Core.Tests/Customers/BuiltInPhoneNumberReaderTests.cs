using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

/// <summary>The built-in reader's own rules, and its table.</summary>
public class BuiltInPhoneNumberReaderTests
{
    private static readonly BuiltInPhoneNumberReader Reader = new();

    [Fact]
    public void Every_region_that_libphonenumber_knows_is_in_the_table()
    {
        var regions = CallingCodes.Regions.ToList();

        Assert.Equal(245, regions.Count);
        Assert.All(regions, region => Assert.Matches(@"\A[A-Z]{2}\z", region));
    }

    [Fact]
    public void No_calling_code_begins_with_another()
    {
        var codes = CallingCodes.Regions.Select(region => CallingCodes.Find(region)!.CallingCode).Distinct().ToList();

        Assert.All(codes, code => Assert.Matches(@"\A[1-9][0-9]{0,2}\z", code));
        Assert.All(codes, code => Assert.Single(codes, other => code.StartsWith(other, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("GB", "+441234567")]
    [InlineData("TM", "+99312345678")]
    [InlineData("UZ", "+998712345678")]
    [InlineData("RU", "+78121234567")]
    [InlineData("MH", "+6921234567")]
    [InlineData("XK", "+3831234567")]
    [InlineData("TA", "+2901234567")]
    public void A_national_number_follows_its_calling_code(string region, string read)
    {
        var plan = CallingCodes.Find(region)!;

        Assert.Equal(read, Reader.ReadNational(read[(plan.CallingCode.Length + 1)..], region));
        Assert.All(plan.TrunkPrefixes, prefix => Assert.Equal(read, Reader.ReadNational(prefix + read[(plan.CallingCode.Length + 1)..], region)));
    }

    [Theory]
    [InlineData("GB", "0123")]
    [InlineData("FR", "112")]
    [InlineData("DE", "0049 110")]
    public void Short_codes_are_not_numbers_to_match_by(string region, string text) => Assert.Null(Reader.ReadNational(text, region));

    [Theory]
    [InlineData("0011 44 20 7946 0958")] // Australia's own prefix: not a North American number behind 00
    [InlineData("00 999 1234567")]
    [InlineData("00 0 1234567")]
    [InlineData("00")]
    public void Behind_an_international_prefix_a_full_number_must_follow(string text) => Assert.Null(Reader.ReadNational(text, "AU"));

    [Fact]
    public void More_than_fifteen_digits_are_no_number() => Assert.Null(Reader.ReadNational("01234567890123456", "GB"));

    [Fact]
    public void One_trunk_prefix_at_most_is_taken_off() => Assert.Equal("+36612345678", Reader.ReadNational("06612345678", "HU"));
}
