using System.Text.Json;
using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

public class BagValueTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": { "d": [ { "z": 1, "y": 2 } ], "c": null } }""", """{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}""")]
    [InlineData("""{"a":1,"B":2}""", """{"B":2,"a":1}""")]
    [InlineData("1e2", "100")]
    [InlineData("1.5E-2", "0.015")]
    [InlineData("1.0", "1")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("100", "100")]
    [InlineData("100.00", "100")]
    [InlineData("[1.0, { \"a\": 0.10 }]", """[1,{"a":0.1}]""")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("0.0000000000000000000000000010", "0.000000000000000000000000001")]
    [InlineData("7922816251426433759354395033.50", "7922816251426433759354395033.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("""  "\u0041\u00e9" """, "\"Aé\"")]
    [InlineData(" true ", "true")]
    public void Equal_values_have_one_text(string written, string canonical) => Assert.Equal(canonical, Json(written).Json);

    [Theory]
    [InlineData("1e29")]
    [InlineData("-79228162514264337593543950336")]
    [InlineData("""{ "deep": [1e400] }""")]
    public void Numbers_beyond_decimal_are_refused(string written) => Assert.Throws<FormatException>(() => Json(written));

    [Fact]
    public void Of_a_number_the_digits_are_kept_that_a_decimal_has() =>
        Assert.Equal("0.1234567890123456789012345679", Json("0.12345678901234567890123456789012345").Json);

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData(""" "line\nbreak \"quoted\" \ud83d\ude00" """, "line\nbreak \"quoted\" \U0001F600")]
    [InlineData("12.50", "12.5")]
    [InlineData("[1, 2]", "[1,2]")]
    [InlineData("false", "false")]
    [InlineData("null", "null")]
    public void The_text_of_a_string_is_its_characters_and_of_anything_else_its_json(string written, string text) =>
        Assert.Equal(text, Json(written).Text);

    [Fact]
    public void Values_compare_by_what_they_say()
    {
        Assert.Equal(Json("""{"a":1,"b":2}"""), Json("""{"b":2,"a":1}"""));
        Assert.Equal(BagValue.Of("VIP"), Json("\"VIP\""));
        Assert.Equal(BagValue.Of(true), Json("true"));
        Assert.Equal(Json("1.0"), Json("1"));
        Assert.NotEqual(Json("1.01"), Json("1"));
        Assert.NotEqual(Json("\"1\""), Json("1"));
    }

    [Fact]
    public void There_is_one_null()
    {
        Assert.Equal(BagValue.Null, Json("null"));
        Assert.Equal(BagValue.Null, BagValue.OfNullable(null));
        Assert.Equal(default, BagValue.Null);
        Assert.True(BagValue.Null.IsNull);
        Assert.False(Json("\"null\"").IsNull);
    }

    [Fact]
    public void What_is_printed_never_holds_the_value() => Assert.DoesNotContain("secret", BagValue.Of("secret").ToString());

    [Fact]
    public void A_text_is_written_the_same_from_wherever_it_comes()
    {
        foreach (var letter in Enumerable.Range(1, 0xFFFF).Select(code => (char)code).Where(letter => !char.IsSurrogate(letter)))
        {
            var text = $"a{letter}😀";
            using var document = JsonDocument.Parse($"[{JsonSerializer.Serialize(text)}]");

            Assert.Equal(BagValue.Of(text), BagValue.Of(document.RootElement[0]));
            Assert.Equal(BagValue.Of(text).Json, BagValue.Of(document.RootElement).Json[1..^1]); // as part of something else, which a writer writes
            Assert.Equal(text, BagValue.Of(text).Text);
        }
    }
}
