using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Hub.Customers;

/// <summary>JSON Patch (RFC 6902), operation by operation.</summary>
public sealed class JsonPatchTests
{
    [Theory]
    [InlineData("""{"a":1}""", "[]", """{"a":1}""")]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/b","value":[2]}]""", """{"a":1,"b":[2]}""")]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/a","value":null}]""", """{"a":null}""")]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"","value":[1]}]""", "[1]")]
    [InlineData("""{"a":{}}""", """[{"op":"add","path":"/a/","value":1}]""", """{"a":{"":1}}""")]
    [InlineData("[1,3]", """[{"op":"add","path":"/1","value":2}]""", "[1,2,3]")]
    [InlineData("[1]", """[{"op":"add","path":"/1","value":2}]""", "[1,2]")]
    [InlineData("[[1]]", """[{"op":"add","path":"/0/-","value":[2]}]""", "[[1,[2]]]")]
    [InlineData("""{"0":1}""", """[{"op":"replace","path":"/0","value":2}]""", """{"0":2}""")]
    [InlineData("""{"a/b":1,"m~n":2,"~1":3}""", """[{"op":"remove","path":"/a~1b"},{"op":"test","path":"/m~0n","value":2},{"op":"test","path":"/~01","value":3}]""", """{"m~n":2,"~1":3}""")]
    [InlineData("[1,2,3]", """[{"op":"remove","path":"/1"},{"op":"remove","path":"/1"}]""", "[1]")]
    [InlineData("""{"a":null}""", """[{"op":"replace","path":"/a","value":false}]""", """{"a":false}""")]
    [InlineData("[1,2]", """[{"op":"replace","path":"/0","value":[0]}]""", "[[0],2]")]
    [InlineData("""{"a":null,"b":1}""", """[{"op":"move","from":"/a","path":"/c"}]""", """{"b":1,"c":null}""")]
    [InlineData("[1,2,3]", """[{"op":"move","from":"/0","path":"/2"}]""", "[2,3,1]")]
    [InlineData("""{"a":1}""", """[{"op":"move","from":"/a","path":"/a"}]""", """{"a":1}""")]
    [InlineData("""{"a":{"b":1}}""", """[{"op":"move","from":"/a/b","path":"/a"}]""", """{"a":1}""")]
    [InlineData("""{"a":{"b":1}}""", """[{"op":"copy","from":"/a","path":"/c"},{"op":"add","path":"/c/b","value":2}]""", """{"a":{"b":1},"c":{"b":2}}""")]
    [InlineData("""{"a":[1,{"x":1,"y":2.0}]}""", """[{"op":"test","path":"/a","value":[1.0,{"y":2,"x":1}]}]""", """{"a":[1,{"x":1,"y":2.0}]}""")]
    [InlineData("""{"a":null}""", """[{"op":"test","path":"/a","value":null,"spurious":1}]""", """{"a":null}""")]
    [InlineData("\"a\"", """[{"op":"replace","path":"","value":"b"},{"op":"test","path":"","value":"b"}]""", "\"b\"")]
    public void Applies(string document, string patch, string expected)
    {
        var patched = new PatchDocument(JsonNode.Parse(document));

        Assert.Null(Read(patch).Apply(patched));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), patched.Root), patched.Root?.ToJsonString());
    }

    [Theory]
    [InlineData("""{"a":"10"}""", """[{"op":"test","path":"/a","value":10}]""", "/0 test_failed")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"test","path":"/a","value":[2,1]}]""", "/0 test_failed")]
    [InlineData("""{}""", """[{"op":"test","path":"/a","value":null}]""", "/0 path_not_found")]
    [InlineData("""{}""", """[{"op":"add","path":"/a","value":1},{"op":"add","path":"/b/c","value":1}]""", "/1 path_not_found")]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/a/b","value":1}]""", "/0 path_not_found")]
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"/b","value":1}]""", "/0 path_not_found")]
    [InlineData("[1]", """[{"op":"add","path":"/2","value":1}]""", "/0 path_not_found")]
    [InlineData("[1]", """[{"op":"add","path":"/-1","value":1}]""", "/0 path_not_found")]
    [InlineData("[1,2]", """[{"op":"test","path":"/01","value":2}]""", "/0 path_not_found")]
    [InlineData("[1,2]", """[{"op":"remove","path":"/1e0"}]""", "/0 path_not_found")]
    [InlineData("[1,2]", """[{"op":"remove","path":"/-"}]""", "/0 path_not_found")]
    [InlineData("[1,2]", """[{"op":"add","path":"/٠","value":1}]""", "/0 path_not_found")]
    [InlineData("[1,2]", """[{"op":"copy","from":"/2","path":"/0"}]""", "/0 path_not_found")]
    [InlineData("[1,2]", """[{"op":"move","from":"/0","path":"/2"}]""", "/0 path_not_found")]
    public void Does_not_fit_the_document(string document, string patch, string error)
    {
        var failure = Read(patch).Apply(new PatchDocument(JsonNode.Parse(document)));

        var problem = Assert.Single(failure!.Problems);
        Assert.Equal(error, $"{problem.Path} {problem.Code}");
        Assert.True(JsonPatch.IsConflict(problem));
    }

    [Theory]
    [InlineData("""[{"op":"Add","path":"/a","value":1}]""", "/0/op unknown_operation")]
    [InlineData("""[{"path":"/a"}]""", "/0/op unknown_operation")]
    [InlineData("""[{"op":"add","value":1}]""", "/0/path invalid_pointer")]
    [InlineData("""[{"op":"add","path":null,"value":1}]""", "/0/path invalid_pointer")]
    [InlineData("""[{"op":"add","path":"a","value":1}]""", "/0/path invalid_pointer")]
    [InlineData("""[{"op":"add","path":"/a~2","value":1}]""", "/0/path invalid_pointer")]
    [InlineData("""[{"op":"remove","path":"/a~"}]""", "/0/path invalid_pointer")]
    [InlineData("""[{"op":"test","path":"/a"}]""", "/0/value required")]
    [InlineData("""[{"op":"copy","path":"/a"},{"op":"move","path":"/a","from":5}]""", "/0/from invalid_pointer,/1/from invalid_pointer")]
    [InlineData("""[{"op":"move","from":"/a","path":"/a/b"}]""", "/0/path invalid_move")]
    [InlineData("""[5]""", "/0 wrong_type")]
    [InlineData("""{"op":"remove","path":"/a"}""", " wrong_type")]
    public void Is_no_patch(string patch, string errors)
    {
        var problems = Parse(patch).Match<IEnumerable<Problem>>(_ => [], failure => failure.Problems);

        Assert.Equal(errors.Split(','), problems.Select(problem => $"{problem.Path} {problem.Code}"));
    }

    [Fact]
    public void Moves_cannot_nest_a_document_deeper_than_can_be_read()
    {
        var chain = string.Concat(Enumerable.Repeat("""{"x":""", 40)) + "1" + new string('}', 40);
        var leaf = "/a" + string.Concat(Enumerable.Repeat("/x", 40));

        var failure = Read($$"""[{"op":"move","from":"/b","path":"{{leaf}}"}]""").Apply(new PatchDocument(JsonNode.Parse($$"""{"a":{{chain}},"b":{{chain}}}""")));

        Assert.Equal("too_deep", Assert.Single(failure!.Problems).Code);
    }

    private static Result<JsonPatch> Parse(string patch)
    {
        using var document = JsonDocument.Parse(patch);
        return JsonPatchReader.Read(document.RootElement.Clone());
    }

    private static JsonPatch Read(string patch) =>
        Parse(patch).Match(read => read, failure => throw new InvalidOperationException(string.Join(", ", failure.Problems)));
}
