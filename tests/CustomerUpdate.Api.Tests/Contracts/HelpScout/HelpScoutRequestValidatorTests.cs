using CustomerUpdate.Api.Contracts.HelpScout;
using CustomerUpdate.Core.Updates;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutSamples;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>Which requests are taken, and what is said of others.</summary>
public sealed class HelpScoutRequestValidatorTests
{
    private static readonly HelpScoutRequestValidator Validator = new();

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var request = Request("""
            [ {}, 5, null, {"op":"move","path":"/nick"}, {"op":3,"path":null}, {"op":"","path":["/age"]}, {"op":"ADD","path":"/age","value":"1"},
              {"op":"replace","path":"/firstName","value":"Karl"}, {"op":"add","path":"/emails","value":{"type":"x","value":"y"}},
              {"op":"add","path":"/emails"} ]
            """);

        Assert.Equal(
            [
                ("[0].op", "NotEmpty"), ("[0].path", "NotEmpty"), ("[1]", "Type"), ("[2]", "NotEmpty"),
                ("[3].op", "EnumValue"), ("[3].path", "PatchPath"), ("[4].op", "Type"), ("[4].path", "NotEmpty"),
                ("[5].op", "NotEmpty"), ("[5].path", "Type"), ("[6].op", "EnumValue"),
                ("[8].value.type", "EnumValue"), ("[8].value.value", "Email"), ("[9].value", "NotEmpty"),
            ],
            Validator.Validate(request).Errors.Select(error => (error.PropertyName, error.ErrorCode)));
    }

    [Fact]
    public void At_most_500_operations_are_taken()
    {
        var one = """{"op":"replace","path":"/age","value":"1"}""";
        Assert.Empty(Validator.Validate(Request($"[{string.Join(',', Enumerable.Repeat(one, 500))}]")).Errors);

        var error = Assert.Single(Validator.Validate(Request($"[{string.Join(',', Enumerable.Repeat(one, 501))}]")).Errors);
        Assert.Equal(("[]", "size must be between 0 and 500"), (error.PropertyName, error.ErrorMessage));
    }

    [Theory]
    [InlineData("", "NotEmpty")]
    [InlineData("null", "NotEmpty")]
    [InlineData("{}", "Type")]
    [InlineData("""{"op":"replace","path":"/firstName","value":"Karl"}""", "Type")]
    [InlineData("\"x\"", "Type")]
    [InlineData("5", "Type")]
    [InlineData("true", "Type")]
    public void A_body_that_is_no_array_is_invalid(string body, string code)
    {
        Assert.True(Parse(body).TryFailure(out _, out var failure));

        Assert.Equal(FailureKind.Invalid, failure.Kind);
        var problem = Assert.Single(failure.Problems);
        Assert.Equal(("[]", code), (problem.Path, problem.Code));
    }

    [Fact]
    public void No_operations_are_fine() => Assert.Empty(Validator.Validate(Request("[]")).Errors);
}
