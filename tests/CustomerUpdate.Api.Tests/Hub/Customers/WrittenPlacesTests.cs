using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Hub;

namespace CustomerUpdate.Api.Tests.Hub.Customers;

/// <summary>Where a patch writes, whether or not that changes anything.</summary>
public sealed class WrittenPlacesTests
{
    [Theory]
    [InlineData("""{ "email": null, "emails": [ { "value": "a" } ] }""", "email emails")]
    [InlineData("""{ "channels": { "sms": { "a": 1 }, "telephone": null }, "tags": [] }""", "channels/sms channels/telephone tags")]
    [InlineData("""{ "channels": {} }""", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public void A_merge_patch_writes_what_it_names(string patch, string places) =>
        Assert.Equal(places, Show(WrittenPlaces.Of(JsonNode.Parse(patch))));

    [Theory]
    [InlineData("""[ { "op": "test", "path": "/email", "value": 1 }, { "op": "add", "path": "/emails/-", "value": 1 } ]""", "emails/-")]
    [InlineData("""[ { "op": "replace", "path": "/emails/0/value", "value": 1 }, { "op": "remove", "path": "/phone" } ]""", "emails/0 phone")]
    [InlineData("""[ { "op": "move", "from": "/phone", "path": "/channels/telephone" } ]""", "channels/telephone phone")]
    [InlineData("""[ { "op": "copy", "from": "/phone", "path": "/username" } ]""", "username")]
    [InlineData("""[ { "op": "replace", "path": "", "value": { "name": "A", "emails": [] } } ]""", "name emails")]
    [InlineData("""[ { "op": "remove", "path": "" } ]""", "")]
    public void A_json_patch_writes_where_it_puts_something_and_takes_it_away(string patch, string places)
    {
        using var document = JsonDocument.Parse(patch);
        var read = JsonPatchReader.Read(document.RootElement.Clone()).Match(read => read, failure => throw new InvalidOperationException($"{failure.Kind}"));

        Assert.Equal(places, Show(WrittenPlaces.Of(read)));
    }

    private static string Show(WrittenPlaces written) => string.Join(' ', written.Places.Select(place => string.Join('/', place)));
}
