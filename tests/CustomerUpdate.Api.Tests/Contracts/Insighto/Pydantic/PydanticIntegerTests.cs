using System.Globalization;
using CustomerUpdate.Api.Contracts.Insighto;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Pydantic;

/// <summary>Measured with Pydantic 2.13.</summary>
public sealed class PydanticIntegerTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData(" 2 ", "2")]
    [InlineData("\t5\n", "5")]
    [InlineData("\u00a05\u2003", "5")]
    [InlineData("+3", "3")]
    [InlineData(" +7", "7")]
    [InlineData("-5_0", "-50")]
    [InlineData("-0", "0")]
    [InlineData("00", "0")]
    [InlineData("0000000000001", "1")]
    [InlineData("0_1", "1")]
    [InlineData("0__1", "1")]
    [InlineData("1_000", "1000")]
    [InlineData("1_0.0", "10")]
    [InlineData("01.00", "1")]
    [InlineData("9999999999999999999999999", "9999999999999999999999999")]
    public void An_integer_is_read_as_Pydantic_does(string text, string expected)
    {
        Assert.True(PydanticInteger.TryRead(text, out var value, out _));
        Assert.Equal(expected, value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("1.")]
    [InlineData(".0")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("0x1")]
    [InlineData("1 2")]
    [InlineData("+ 7")]
    [InlineData("++1")]
    [InlineData("+-1")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1__0")]
    [InlineData("+_1")]
    [InlineData("1._0")]
    [InlineData("1.0_0")]
    [InlineData("1.0.0")]
    [InlineData("true")]
    [InlineData("\u0663")]
    public void Anything_else_is_refused_as_Pydantic_does(string text)
    {
        Assert.False(PydanticInteger.TryRead(text, out _, out var error));
        Assert.Equal(new PydanticError("int_parsing", "Input should be a valid integer, unable to parse string as an integer"), error);
    }

    [Fact]
    public void More_than_4300_digits_are_not_looked_at()
    {
        Assert.True(PydanticInteger.TryRead(new string('9', 4300), out _, out _));
        Assert.False(PydanticInteger.TryRead(new string('9', 4301), out _, out var error));
        Assert.Equal("int_parsing_size", error.Type);
    }
}
