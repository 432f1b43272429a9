using CustomerUpdate.Core.OneTimePasswords;

namespace CustomerUpdate.Core.Tests.OneTimePasswords;

public class OneTimeCodeTests
{
    [Fact]
    public void Codes_are_six_digits_of_all_sizes()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => OneTimeCode.Next()).ToList();

        Assert.All(codes, code => Assert.True(OneTimeCode.IsWellFormed(code), code));
        Assert.Equal(10, codes.Select(code => code[0]).Distinct().Count());
        Assert.True(codes.Distinct().Count() > 950); // a thousand of a million: about half a pair is expected
    }

    [Theory]
    [InlineData("012345", true)]
    [InlineData("", false)]
    [InlineData("12345", false)]
    [InlineData("1234567", false)]
    [InlineData("12345a", false)]
    [InlineData("١٢٣٤٥٦", false)]
    [InlineData(" 12345", false)]
    public void A_code_is_six_ascii_digits(string text, bool expected) => Assert.Equal(expected, OneTimeCode.IsWellFormed(text));
}
