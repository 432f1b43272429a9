using CustomerUpdate.Api.Contracts.HelpScout;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutSamples;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>Which operation is taken on which path.</summary>
public sealed class PatchPathsTests
{
    private const string Text = "\"x\"";
    private const string Typed = """{"type":"other","value":"x@example.com"}""";

    /// <summary>Every published path: a number in it, a value that it takes, and the operations that it takes.</summary>
    public static TheoryData<string, string, string[]> Matrix
    {
        get
        {
            string[] all = ["add", "remove", "replace"];
            var matrix = new TheoryData<string, string, string[]>
            {
                { "/firstName", Text, all }, { "/lastName", Text, all }, { "/jobTitle", Text, all }, { "/location", Text, all },
                { "/organization", Text, all }, { "/photoUrl", Text, all }, { "/photoType", "\"gravatar\"", all }, { "/background", Text, all },
                { "/age", "\"30-35\"", all }, { "/gender", "\"Female\"", all },
                { "/address/city", Text, all }, { "/address/state", Text, all }, { "/address/postalCode", Text, all },
                { "/address/country", Text, all }, { "/address/lines", "[\"x\"]", all },
                { "/websites", """{"value":"x"}""", ["add"] },
                { "/websites/7", """{"value":"x"}""", ["remove", "replace"] },
                { "/websites/7/value", Text, ["replace"] },
            };
            foreach (var collection in new[] { "/emails", "/phones", "/chats", "/social-profiles" })
            {
                matrix.Add(collection, Typed, ["add"]);
                matrix.Add($"{collection}/7", Typed, ["remove", "replace"]);
                matrix.Add($"{collection}/7/value", "\"x@example.com\"", ["replace"]);
                matrix.Add($"{collection}/7/type", "\"other\"", ["replace"]);
            }

            return matrix;
        }
    }

    [Fact]
    public void The_published_34_paths_are_there_and_no_other()
    {
        var published = Matrix.Select(row => ((string)row[0]).Replace("7", PatchPath.EntryId, StringComparison.Ordinal)).Order().ToList();

        Assert.Equal(34, published.Count);
        Assert.Equal(published, PatchPaths.All.Select(path => path.Template).Order());
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_path_takes_its_operations_and_no_other(string path, string value, string[] taken)
    {
        foreach (var op in new[] { "add", "remove", "replace" })
        {
            var errors = new HelpScoutRequestValidator().Validate(Operation(op, path, value)).Errors;

            if (taken.Contains(op))
            {
                Assert.Empty(errors);
            }
            else
            {
                var error = Assert.Single(errors);
                Assert.Equal("[0].op", error.PropertyName);
                Assert.Equal(op, error.CustomState);
                Assert.Equal(
                    $"Not allowed on this path. Expected one of these: {string.Join(", ", taken.Select(word => $"'{word}'"))}", error.ErrorMessage);
            }
        }
    }

    [Theory]
    [InlineData("firstName")]
    [InlineData("/firstName/")]
    [InlineData("/firstname")]
    [InlineData(" /firstName")]
    [InlineData("//firstName")]
    [InlineData("/emails/")]
    [InlineData("/Emails")]
    [InlineData("/emails/{id}")]
    [InlineData("/emails/-")]
    [InlineData("/emails/abc")]
    [InlineData("/emails/-1")]
    [InlineData("/emails/+1")]
    [InlineData("/emails/007")]
    [InlineData("/emails/٧")]
    [InlineData("/emails/7/")]
    [InlineData("/emails/7/id")]
    [InlineData("/emails/7/value/x")]
    [InlineData("/websites/7/type")]
    [InlineData("/socialProfiles")]
    [InlineData("/social_profiles")]
    [InlineData("/address")]
    [InlineData("/address/7")]
    [InlineData("/address/lines/0")]
    [InlineData("/organizationId")]
    [InlineData("/properties")]
    [InlineData("/properties/plan")]
    [InlineData("/id")]
    [InlineData("/createdAt")]
    [InlineData("/updatedAt")]
    [InlineData("/draft")]
    [InlineData("/conversationCount")]
    [InlineData("/phone")]
    [InlineData("/")]
    public void Other_paths_are_refused(string path)
    {
        var error = Assert.Single(new HelpScoutRequestValidator().Validate(Operation("replace", path, Text)).Errors);

        Assert.Equal("[0].path", error.PropertyName);
        Assert.Equal("Not a supported patch path", error.ErrorMessage);
        Assert.Equal(path, error.CustomState);
    }

    [Fact]
    public void A_path_names_its_entry()
    {
        Assert.Equal(1001, PatchPaths.Find("/emails/1001")!.Value.EntryId);
        Assert.Equal(1000000000000000000, PatchPaths.Find("/emails/1000000000000000000/value")!.Value.EntryId);
        Assert.Equal(long.MaxValue, PatchPaths.Find("/social-profiles/9223372036854775807/type")!.Value.EntryId);
        Assert.Equal(0, PatchPaths.Find("/emails")!.Value.EntryId);
    }

    [Theory]
    [InlineData("/emails/9223372036854775808")]
    [InlineData("/emails/99999999999999999999999999/type")]
    public void A_number_that_is_too_large_for_an_entry_is_nobodys(string path) => Assert.Equal(0, PatchPaths.Find(path)!.Value.EntryId);
}
