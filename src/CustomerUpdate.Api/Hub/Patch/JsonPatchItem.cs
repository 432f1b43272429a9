using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <remarks>For documents only: which members one needs depends on what it does, and all that is wrong is told at once (<see cref="JsonPatchReader"/>).</remarks>
/// <param name="Op">What it does.</param>
/// <param name="Path">A JSON Pointer to where.</param>
/// <param name="From">A JSON Pointer to where it takes its value from; for copy and move only.</param>
/// <param name="Value">The value; for add, replace and test only.</param>
internal sealed record JsonPatchItem(
    [property: AllowedValues("add", "remove", "replace", "move", "copy", "test")] string Op,
    string Path,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Value);

/// <summary>The JSON of it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ValueList<JsonPatchItem>))]
internal sealed partial class JsonPatchJson : JsonSerializerContext;
