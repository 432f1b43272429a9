using System.Text.Json.Nodes;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// The places that a patch writes, whether or not something else stands there afterwards: who names two members that depend on each other
/// has said both, even where one of them is what it was.
/// </summary>
/// <param name="Places">The places, as far as two levels matter.</param>
internal sealed record WrittenPlaces(ValueList<ValueList<string>> Places)
{
    /// <summary>Those of a merge patch: its members, and of those that are objects the members inside.</summary>
    public static WrittenPlaces Of(JsonNode? mergePatch) => new([.. MembersOf(mergePatch).SelectMany(member =>
        member.Value is JsonObject inside ? inside.Select(part => ValueList.Of([member.Key, part.Key])) : [ValueList.Of([member.Key])])]);

    /// <summary>Those of a JSON Patch: where it puts something, and where it takes something away.</summary>
    public static WrittenPlaces Of(JsonPatch patch) => new([.. patch.Operations.SelectMany(PlacesOf)]);

    /// <summary>Whether a member is written, whole or in part.</summary>
    public bool Reaches(string name) => Places.Any(place => place[0] == name);

    /// <summary>Whether a member is written whole.</summary>
    public bool Covers(string name) => Places.Any(place => place.Count == 1 && place[0] == name);

    /// <summary>Whether a member of a member is written, by itself or with the whole.</summary>
    public bool Covers(string name, string part) =>
        Covers(name) || Places.Any(place => place.Count == 2 && place[0] == name && place[1] == part);

    private static IEnumerable<ValueList<string>> PlacesOf(JsonPatchOperation operation) => operation.Verb switch
    {
        JsonPatchVerb.Test => [],
        JsonPatchVerb.Add or JsonPatchVerb.Replace when operation.Path.Segments.Count == 0 =>
            MembersOf(operation.Value).Select(member => ValueList.Of([member.Key])),
        JsonPatchVerb.Move => PlaceOf(operation.Path).Concat(PlaceOf(operation.From!)),
        JsonPatchVerb.Add or JsonPatchVerb.Replace or JsonPatchVerb.Remove or JsonPatchVerb.Copy => PlaceOf(operation.Path),
    };

    private static IEnumerable<ValueList<string>> PlaceOf(PatchPointer pointer) =>
        pointer.Segments.Count == 0 ? [] : [pointer.Segments.Take(2).ToValueList()];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> MembersOf(JsonNode? node) => node as JsonObject ?? [];
}
